// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;

namespace Dixit.Documents;

/// <summary>Finds what scrapers and translators did to a text, and says so. The text itself is never changed.</summary>
/// <remarks>One pass over the characters. Stateless, so safe for threads.</remarks>
internal static class TextDamage
{
    private const string Lost = "XNUMX"; // what a translator leaves where it lost a number
    private const int LeastWordsOfAnEnd = 6;
    private const int LeastWordsOfAParagraph = 15;
    private const double LeastForeignShare = 0.08;
    private const int WordsLookedAt = 60;

    /// <summary>The notes on a text, none where it is whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">The language that it was read in.</param>
    /// <param name="identifier">Names the language of a paragraph.</param>
    public static List<string> Find(string text, string language, LanguageIdentifier identifier)
    {
        var notes = new List<string>();
        var numbers = Count(text, Lost);
        if (numbers > 0)
            notes.Add($"damage: {numbers} {(numbers == 1 ? "number" : "numbers")} lost by a translator ({Lost})");
        var characters = text.AsSpan().Count('\uFFFD');
        if (characters > 0)
            notes.Add($"damage: {characters} {(characters == 1 ? "character" : "characters")} lost");
        var quotes = Unbalanced(text);
        if (quotes > 0)
            notes.Add($"damage: {quotes} {(quotes == 1 ? "quotation mark" : "quotation marks")} without the other half");
        if (IsCutOff(text))
            notes.Add("damage: the text ends inside a sentence");
        if (FindMixed(text, language, identifier) is { } mixed)
            notes.Add(mixed);
        return notes;
    }

    private static int Count(string text, string wanted)
    {
        var count = 0;
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
            count++;
        return count;
    }

    /// <summary>How many marks that come in pairs have no other half. A paragraph may open again what goes on from the one before, so openings
    /// at the head of a paragraph are not missed.</summary>
    private static int Unbalanced(string text)
    {
        int guillemets = 0, curly = 0, unbalanced = 0;
        for (var at = NextMark(text, 0); at >= 0; at = NextMark(text, at + 1))
        {
            ref var open = ref text[at] is '«' or '»' ? ref guillemets : ref curly;
            if (text[at] is '«' or '“')
            {
                if (open == 0 || !IsHead(text, at))
                    open++;
            }
            else if (open > 0)
            {
                open--;
            }
            else if (!IsHead(text, at))
            {
                unbalanced++;
            }
        }

        return unbalanced + guillemets + curly;
    }

    private static int NextMark(string text, int from)
    {
        var next = text.AsSpan(from).IndexOfAny("«»“”");
        return next < 0 ? -1 : from + next;
    }

    // Whether only white space stands between the start of the line and the character.
    private static bool IsHead(string text, int at)
    {
        while (at > 0 && text[at - 1] != '\n' && char.IsWhiteSpace(text[at - 1]))
            at--;
        return at == 0 || text[at - 1] == '\n';
    }

    /// <summary>Whether the last line is a sentence that does not end. A heading, a name or a list is none.</summary>
    private static bool IsCutOff(string text)
    {
        var end = text.AsSpan().TrimEnd();
        var line = end[(end.LastIndexOf('\n') + 1)..];
        var words = 0;
        foreach (var word in line.Split(' '))
            words += line[word].IsEmpty ? 0 : 1;
        if (line.EndsWith("[…]") || line.EndsWith("[...]") || line.EndsWith("(…)"))
            return true;
        return words >= LeastWordsOfAnEnd && line[^1] is ',' or ';' or '-' or '–' or '(' or '«' or '“'
            || (words >= 2 * LeastWordsOfAnEnd && char.IsLower(line[^1]) && line.ContainsAny(",;") && line.IndexOf(". ") >= 0);
    }

    /// <summary>Which paragraphs are in another language than the document.</summary>
    private static string? FindMixed(string text, string language, LanguageIdentifier identifier)
    {
        var foreign = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int paragraphs = 0, others = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var paragraph = text.AsSpan(range);
            if (!HasWords(paragraph, LeastWordsOfAParagraph, out _))
                continue;
            paragraphs++;
            if (identifier.IsPlainly(paragraph, language))
                continue;
            if (HasWords(paragraph, WordsLookedAt + 1, out var end))
                paragraph = paragraph[..end];
            if (identifier.Identify(paragraph) is { } other && other != language)
            {
                others++;
                foreign[other] = foreign.GetValueOrDefault(other) + 1;
            }
        }

        return others == 0 || others < LeastForeignShare * paragraphs
            ? null
            : $"damage: several languages: {string.Join(", ", foreign.Select(pair => $"{LanguageNames.Of(pair.Key)} ({pair.Value} of {paragraphs} paragraphs)"))}";
    }

    // Whether there are that many words between spaces, and where the last of them begins.
    private static bool HasWords(ReadOnlySpan<char> paragraph, int count, out int end)
    {
        var words = 1;
        for (end = 0; words < count;)
        {
            var space = paragraph[end..].IndexOf(' ');
            if (space < 0)
                return false;
            end += space + 1;
            words += end < paragraph.Length && paragraph[end] != ' ' ? 1 : 0;
        }

        return true;
    }
}
