// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql;

/// <summary>What a content must fit to be found by the index.</summary>
internal sealed record ContentMatch
{
    /// <summary>Words of the wording, or null.</summary>
    public WordQuery? Words { get; init; }

    /// <summary>Whether other texts may be found too that have the telling words of a phrase near one another, which is much quicker where the rest are everywhere.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Words that are all in the wording or all in the heading, or null.</summary>
    public WordQuery? About { get; init; }

    /// <summary>Facets; of each of these sets the content must have one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Facets { get; init; } = [];

    /// <summary>The rows of the traits of which the content must have one, or null for any.</summary>
    public IReadOnlyList<long>? Traits { get; init; }

    /// <summary>The first day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether the index has anything to look for: days alone are nothing.</summary>
    public bool IsTelling => Words is not null || About is not null || Facets.Count > 0;

    /// <summary>The same, between two days.</summary>
    public ContentMatch Between(DateOnly? from, DateOnly? to) => this with { From = Later(From, from), To = Earlier(To, to) };

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}

/// <summary>What a content is found by.</summary>
/// <param name="Stems">The stems of its wording, in their order.</param>
/// <param name="Folded">Its words without case and accents.</param>
/// <param name="Heading">Stems and words of the heading above it.</param>
/// <param name="Facets">Its facets (<see cref="Facet"/>).</param>
internal sealed record IndexedContent(IReadOnlyList<string> Stems, string Folded, IReadOnlyList<string> Heading, IReadOnlyList<string> Facets);

/// <summary>A content that was found.</summary>
/// <param name="Content">Its row.</param>
/// <param name="Statement">The row of its statement.</param>
/// <param name="Wording">The row of its wording.</param>
/// <param name="Day">Its day, or null.</param>
/// <param name="Score">How well the words fit, the smaller the better; 0 where this was not asked.</param>
internal readonly record struct ContentHit(long Content, long Statement, long Wording, DateOnly? Day, double Score);

/// <summary>A content with what is counted of it.</summary>
/// <param name="Hit">The content.</param>
/// <param name="Trait">The row of its trait, or 0.</param>
/// <param name="Speaker">The row of its speaker, or 0.</param>
/// <param name="Reports">How many documents report its statement.</param>
/// <param name="StatementId">The id of its statement; null where it was not asked for.</param>
internal readonly record struct ContentFacts(ContentHit Hit, int Trait, int Reports, long Speaker, string? StatementId);

/// <summary>A wording that shares keys with a text.</summary>
/// <param name="Number">Its row.</param>
/// <param name="Shared">How many.</param>
internal readonly record struct LinkedWording(long Number, int Shared);
