// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>What a word does in a statement; the names are those of the sections of a language's <c>Statements.txt</c>.</summary>
internal enum StatementWordKind : byte
{
    None,

    /// <summary>« ne »: a negation if another word joins it.</summary>
    Opener,

    /// <summary>A negation together with an opener only (« plus », « jamais »).</summary>
    Second,

    /// <summary>A negation, with an opener or without.</summary>
    Negator,

    /// <summary>A verb that an opener negates by itself (« il ne peut »).</summary>
    Bare,

    /// <summary>Negates the phrase behind it (« sans »).</summary>
    Without,

    /// <summary>Turns round what depends on it (« refuser »).</summary>
    Refusing,

    Only,
    All,
    Most,
    Half,
    Some,
    Many,
    Few,
    More,
    Less,
    AtLeast,
    AtMost,

    /// <summary>« sauf »: takes something out.</summary>
    Excepting,

    Must,
    Can,
    Want,
    Maybe,

    /// <summary>Limits or opposes what stands beside it (« si », « mais », « sauf »).</summary>
    Restricting,

    /// <summary>Too common to tell statements apart.</summary>
    Light,

    /// <summary>« environ »: the figure need not be exact.</summary>
    Nearly,

    /// <summary>In what a figure counts.</summary>
    Measure,

    /// <summary>The auxiliary of the passive.</summary>
    Passive,

    /// <summary>Stands before who does it, in the passive.</summary>
    Agent,

    /// <summary>A preposition that may be an article.</summary>
    Partitive,

    /// <summary>« pour cent » after a number.</summary>
    Percent,

    /// <summary>« je », « nous »: no section, the lexicon tells.</summary>
    FirstPerson,

    SecondPerson,

    /// <summary>« il », « elles »; not « on » nor « cela ».</summary>
    ThirdPerson,
}
