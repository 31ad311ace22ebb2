// SPDX-License-Identifier: Apache-2.0
using Dixit.Quotations;

namespace Dixit.Statements;

/// <summary>What somebody is reported to have said, in one wording, made ready for comparison. Immutable.</summary>
/// <remarks>Made by a <see cref="StatementReader"/> from a content span or from a claim; the text itself is not changed.</remarks>
public sealed class StatementText
{
    /// <summary>A text is short if it has fewer <see cref="Keys"/>, and then <see cref="LinkKeys"/>, than this.</summary>
    public const int FewKeys = StatementKeys.Short;

    private const int RunLength = 4;

    private readonly long[] _linkKeys;
    private readonly StatementWord[] _words;
    private readonly StatementUnit[] _units;
    private readonly NegationScope[] _negations;
    private readonly int[] _cuts;
    private uint[]? _letters;

    internal StatementText(string text, string? language, QuotationKind kind, StatementParts parts)
    {
        Text = text;
        Language = language;
        Kind = kind;
        Folded = parts.Folded;
        Stems = parts.Stems;
        Keys = parts.Keys;
        _linkKeys = StatementKeys.Sample([.. parts.Keys]);
        _words = parts.Words;
        _units = parts.Units;
        _negations = parts.Negations;
        _cuts = parts.Cuts;
        var signature = StatementHash.Of(Folded);
        foreach (ref readonly var unit in _units.AsSpan())
        {
            Weight += unit.Weight;
            signature = StatementHash.Add(signature, unit.Stem);
            signature = StatementHash.Add(signature, ((ulong)unit.Marks << 16) | ((ulong)unit.Kind << 1) | (unit.Negated ? 1UL : 0));
            signature = StatementHash.Add(signature, unit.Governor);
            signature = StatementHash.Add(signature, ((ulong)(uint)unit.Agent << 32) | (uint)unit.Patient);
        }

        foreach (var negation in _negations)
            signature = StatementHash.Add(signature, ((ulong)negation.FirstUnit << 32) | ((ulong)negation.EndUnit << 1) | (negation.IsWord ? 1UL : 0));
        Signature = StatementHash.Finish(signature);
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>The language it was read in (BCP 47), or null where its words are not known.</summary>
    public string? Language { get; }

    /// <summary>How it was reported: in indirect speech persons, tenses and moods shift.</summary>
    public QuotationKind Kind { get; }

    /// <summary>The words in order, without case, accents, punctuation and elision, numbers in digits, one space between them.</summary>
    /// <remarks>Two texts with the same folded form are the same words.</remarks>
    public string Folded { get; }

    /// <summary>The stems of the words that carry content, in order, for a full-text index; never null.</summary>
    public IReadOnlyList<string> Stems { get; }

    /// <summary>By what candidates are found: two texts that say the same share at least one. Without doubles, in ascending order.</summary>
    /// <remarks>See <see cref="StatementIndex{T}"/>. The same on every machine, so a store may keep them.</remarks>
    public IReadOnlyList<long> Keys { get; }

    /// <summary>A sample of <see cref="Keys"/>, at least half of them and 24 where there are as many, sorted; it is by these that wordings of one
    /// speaker find one another.</summary>
    public IReadOnlyList<long> LinkKeys => _linkKeys;

    /// <summary>Whether one shared key is much of it: two texts of which neither is short are compared only if they share two of <see cref="LinkKeys"/>.</summary>
    public bool IsShort => Keys.Count < StatementKeys.Short;

    /// <summary>How many of <see cref="LinkKeys"/> are the other's too.</summary>
    internal int CountShared(StatementText other)
    {
        var (a, b, shared) = (0, 0, 0);
        while (a < _linkKeys.Length && b < other._linkKeys.Length)
        {
            var order = _linkKeys[a].CompareTo(other._linkKeys[b]);
            shared += order == 0 ? 1 : 0;
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    internal ReadOnlySpan<StatementWord> Words => _words;

    internal ReadOnlySpan<StatementUnit> Units => _units;

    internal ReadOnlySpan<NegationScope> Negations => _negations;

    /// <summary>The indices of the words before which the text marks that something was left out, ascending.</summary>
    internal ReadOnlySpan<int> Cuts => _cuts;

    /// <summary>What the comparison sees of the text beside its folded words: capitals and commas can change it.</summary>
    internal ulong Signature { get; }

    /// <summary>Hashes of every four letters in a row, ascending, without doubles.</summary>
    /// <remarks>Made on first use: a text that is only searched for needs none. Two threads may make it twice, with the same outcome.</remarks>
    internal ReadOnlySpan<uint> Letters => _letters ??= LetterRuns(Folded);

    /// <summary>The weights of all units together.</summary>
    internal float Weight { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static uint[] LetterRuns(string folded)
    {
        if (folded.Length < RunLength)
            return [];
        var runs = new uint[folded.Length - RunLength + 1];
        for (var i = 0; i < runs.Length; i++)
            runs[i] = (uint)StatementHash.Of(folded.AsSpan(i, RunLength));
        Array.Sort(runs);
        var kept = 1;
        for (var i = 1; i < runs.Length; i++)
        {
            if (runs[i] != runs[kept - 1])
                runs[kept++] = runs[i];
        }

        return runs[..kept];
    }
}

/// <summary>What a reader found in a text.</summary>
internal sealed record StatementParts(
    StatementWord[] Words, StatementUnit[] Units, NegationScope[] Negations, int[] Cuts, string Folded, IReadOnlyList<string> Stems, IReadOnlyList<long> Keys);
