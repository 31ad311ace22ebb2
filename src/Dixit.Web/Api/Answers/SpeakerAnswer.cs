// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;

namespace Dixit.Web.Api;

/// <summary>The speakers that a name fits.</summary>
internal sealed record SpeakersAnswer(IReadOnlyList<SpeakerAnswer> Speakers);

/// <summary>Somebody who speaks in the ledger.</summary>
internal sealed record SpeakerAnswer
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? Gender { get; init; }

    public string? Wikidata { get; init; }

    public required IReadOnlyList<SpeakerName> Names { get; init; }

    public required IReadOnlyList<SpeakerRole> Roles { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public required IReadOnlyList<string> FormerIds { get; init; }

    public required long Documents { get; init; }

    public required long Statements { get; init; }
}

/// <summary>What a speaker said over time.</summary>
internal sealed record TimelineAnswer(SpeakerNameAnswer Speaker, int Turns, IReadOnlyList<TopicAnswer> Topics);

/// <summary>Statements on one topic; no words where they share nothing with others.</summary>
internal sealed record TopicAnswer(IReadOnlyList<string> Words, IReadOnlyList<TimelineStatementAnswer> Statements);

/// <summary>A statement on a line of time.</summary>
internal sealed record TimelineStatementAnswer
{
    public required string Id { get; init; }

    public DateOnly? Date { get; init; }

    public required string Act { get; init; }

    public required string Type { get; init; }

    public required string Wording { get; init; }

    public required int Documents { get; init; }

    public required int Outlets { get; init; }

    public TurnAnswer? Turn { get; init; }
}

/// <summary>How a statement goes against an earlier one: act, negation or number.</summary>
internal sealed record TurnAnswer(string Kind, TurnFromAnswer From);

/// <summary>What was said before a turn.</summary>
internal sealed record TurnFromAnswer(string Id, DateOnly? Date, string Act, string Wording);
