// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>The parts that single words play in the rules, where a class of words is too wide. The names are those of the sections of <c>Grammar.txt</c>.</summary>
[Flags]
internal enum GrammarWord : uint
{
    None = 0,

    /// <summary>The subject of a relative clause: « qui », « who ».</summary>
    Who = 1 << 0,

    /// <summary>Before who does it, in the passive: « par », « by ».</summary>
    By = 1 << 1,

    /// <summary>« pour », « for ».</summary>
    For = 1 << 2,

    /// <summary>Before a predicate: « comme », « as ».</summary>
    As = 1 << 3,

    /// <summary>Opens a question: « si », « whether ».</summary>
    If = 1 << 4,

    /// <summary>Joins the members of a list: « et », « and ».</summary>
    And = 1 << 5,

    /// <summary>The other joiners of lists: « ou », « or ».</summary>
    Or = 1 << 6,

    /// <summary>Pronouns that name nobody: « on », « cela », « it », « there ».</summary>
    Nobody = 1 << 7,

    /// <summary>« après », « after ».</summary>
    After = 1 << 8,

    /// <summary>« avant », « before ».</summary>
    Before = 1 << 9,

    /// <summary>What is not part of an office: « ancien », « former ».</summary>
    Former = 1 << 10,

    /// <summary>A quantity that stands for people without a noun: « another said », « said one, an engineer ».</summary>
    Alone = 1 << 11,

    /// <summary>Before a figure that is not exact: « about four in ten ».</summary>
    About = 1 << 12,

    /// <summary>A part of people that speaks as they do: « une partie de l'opposition », « la majorité des élus ».</summary>
    Share = 1 << 13,

    /// <summary>A body that is named by its place, if at all: « le chef de la police Paul Sorel » has a name of his own.</summary>
    Nameless = 1 << 14,

    /// <summary>A pronoun for persons alone: « she ».</summary>
    OfPerson = 1 << 15,

    /// <summary>A pronoun for all but persons: « it ».</summary>
    OfThing = 1 << 16,
}
