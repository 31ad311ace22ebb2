// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>How sentences of a language are built, as far as the stages go by it. Immutable.</summary>
/// <param name="HeadFinal">What modifies a noun stands before it (« the city's chief surveyor »), rather than behind.</param>
/// <param name="AuxiliaryChains">Tense and mood stand in words before the verb (« would have been saying »), and there are no clitics.</param>
/// <param name="PlainIncises">The subject may stand before the verb that interrupts or ends a report (« …, she said »), rather than behind.</param>
/// <param name="BareClauses">A reported clause needs no word to open it (« said the wall would hold »).</param>
internal sealed record Grammar(bool HeadFinal, bool AuxiliaryChains, bool PlainIncises, bool BareClauses)
{
    /// <summary>Adjectives and complements behind the noun, clitics at the verb, inverted incises, « que » before every clause.</summary>
    public static Grammar Romance { get; } = new(false, false, false, false);

    /// <summary>Modifiers before the noun, auxiliaries before the verb, plain order everywhere.</summary>
    public static Grammar Analytic { get; } = new(true, true, true, true);

    /// <summary>Reads the lines of a <c>Grammar.txt</c>: <c>[part]</c>, then the words that play it, a line each or between semicolons.</summary>
    /// <exception cref="FormatException">A line stands in no section, or there is no such part.</exception>
    public static void AddTo(Lexicon.Builder builder, IEnumerable<string> lines)
    {
        GrammarWord? part = null;
        foreach (var line in lines)
        {
            if (line[0] == '[' && line[^1] == ']')
            {
                part = Enum.TryParse<GrammarWord>(line[1..^1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var named) ? named : throw new FormatException($"Grammar.txt: there is no part « {line} ».");
                continue;
            }

            foreach (var form in line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                builder.Add(form, WordClass.None).Grammar |= part ?? throw new FormatException($"Grammar.txt: « {line} » stands before any part.");
        }
    }
}
