// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Statements;

/// <summary>One word or figure of a statement as it is compared word by word; several tokens where they make one number.</summary>
/// <param name="Span">Where it stands in the text read.</param>
/// <param name="Form">The folded form, hashed.</param>
/// <param name="Stem">The stem, hashed: two forms of one word are a lesser change than two words.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Meanings">What changing it would change.</param>
/// <param name="Unit">The index of the unit it belongs to, or -1 for a function word.</param>
/// <param name="BreakBefore">Whether a clause ends before it.</param>
/// <param name="Mood">Whether it is a finite verb, and in the conditional.</param>
internal readonly record struct StatementWord(TextSpan Span, ulong Form, ulong Stem, StatementWordKind Kind, Meanings Meanings, int Unit, bool BreakBefore, WordMood Mood);

/// <summary>The mood of a word.</summary>
internal enum WordMood : byte
{
    /// <summary>No finite verb.</summary>
    None,

    Indicative,

    Conditional,
}

/// <summary>What a unit of meaning is.</summary>
internal enum UnitKind : byte
{
    /// <summary>A noun, adjective, adverb, or a word that is not known.</summary>
    Word,

    Verb,

    Name,

    Number,
}

/// <summary>The moods that words around a unit put it in, and the quantities they give it.</summary>
[Flags]
internal enum UnitMarks : ushort
{
    None = 0,
    Must = 1 << 0,
    Can = 1 << 1,
    Want = 1 << 2,
    Maybe = 1 << 3,
    Conditional = 1 << 4,
    All = 1 << 5,
    Most = 1 << 6,
    Half = 1 << 7,
    Some = 1 << 8,
    Many = 1 << 9,
    Few = 1 << 10,
    More = 1 << 11,
    Less = 1 << 12,
    AtLeast = 1 << 13,
    AtMost = 1 << 14,
    Only = 1 << 15,

    Modal = Must | Can | Want | Maybe,
    Quantity = All | Most | Half | Some | Many | Few | More | Less | AtLeast | AtMost | Only,
}

/// <summary>A word, name or figure that carries content: what similarity is counted in.</summary>
internal struct StatementUnit
{
    /// <summary>The stem, hashed.</summary>
    public ulong Stem;

    /// <summary>The set of synonyms it belongs to, or its stem.</summary>
    public ulong Concept;

    /// <summary>The concepts that say the opposite, or null.</summary>
    public HashSet<ulong>? Opposites;

    /// <summary>For a name: what else it is known by, such as the state behind a people; else 0.</summary>
    public ulong Alternate;

    /// <summary>Whether it names a seat of power, whose state is its alternate: a mayor of the capital is no president of the country.</summary>
    public bool IsSeat;

    /// <summary>For a name: its first word, hashed, by which alone it may be called; for others the stem.</summary>
    public ulong Head;

    /// <summary>The stem as text, for likeness beyond equality.</summary>
    public string Text;

    public float Weight;

    public UnitKind Kind;

    public UnitMarks Marks;

    /// <summary>Whether an odd number of negations covers it.</summary>
    public bool Negated;

    /// <summary>Whether it says in what a figure counts, or how often: « trois semaines », « par jour ».</summary>
    public bool IsMeasure;

    /// <summary>Its words.</summary>
    public int FirstWord;

    public int EndWord;

    /// <summary>The preposition that governs it, hashed, or 0.</summary>
    public ulong Governor;

    /// <summary>Of a verb: the units of who does it and of whom it is done to, or -1.</summary>
    public int Agent;

    public int Patient;
}

/// <summary>The units from the first up to the end that one negation covers.</summary>
/// <param name="Word">The word that negates.</param>
/// <param name="FirstUnit">The first unit.</param>
/// <param name="EndUnit">The unit after the last.</param>
/// <param name="IsWord">Whether a word of its own meaning turns it round (« refuser »), which other words can stand for.</param>
internal readonly record struct NegationScope(int Word, int FirstUnit, int EndUnit, bool IsWord);
