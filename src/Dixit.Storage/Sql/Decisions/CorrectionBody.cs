// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Storage.Sql.Decisions;

/// <summary>A span as JSON keeps it, in UTF-16 units.</summary>
internal readonly record struct SpanRow(int Start, int End)
{
    public static SpanRow? Of(TextSpan? span) => span is { } known ? new SpanRow(known.Start, known.End) : null;

    public TextSpan Shift(int by) => new(Start + by, End + by);
}

/// <summary>A speaker of a document as JSON keeps it.</summary>
internal sealed record SpeakerRow(string Name, SpeakerKind Kind, string? Role, Gender Gender, IReadOnlyList<string> Aliases)
{
    public static SpeakerRow Of(Speaker speaker) => new(speaker.Name, speaker.Kind, speaker.Role, speaker.Gender, speaker.Aliases);

    public Speaker ToSpeaker() => new(Name, Kind) { Role = Role, Gender = Gender, Aliases = Aliases };
}

/// <summary>An attribution as JSON keeps it.</summary>
internal sealed record AttributionRow(
    int Id, int? Parent, QuotationKind Kind, IReadOnlyList<SpanRow> Content, SpanRow? Cue, SpanRow? Source, SpeakerRow? Speaker, IReadOnlyList<string> Via,
    string? Addressee, string? Occasion, string? Place, DateOnly? SaidFrom, DateOnly? SaidTo, SpeechAct Act, double Confidence, string Rule, string? SpeakerRule)
{
    public static AttributionRow Of(Attribution attribution) => new(
        attribution.Id, attribution.Parent, attribution.Kind, [.. attribution.Content.Select(span => new SpanRow(span.Start, span.End))], SpanRow.Of(attribution.Cue), SpanRow.Of(attribution.Source),
        attribution.Speaker is { } speaker ? SpeakerRow.Of(speaker) : null, attribution.Via, attribution.Addressee, attribution.Occasion, attribution.Place,
        attribution.Said?.From, attribution.Said?.To, attribution.Act, attribution.Evidence.Confidence, attribution.Evidence.Rule, attribution.Evidence.SpeakerRule);

    /// <summary>The spans of the content.</summary>
    public SpanList Spans(int shift) => SpanList.Of(Content.Select(span => span.Shift(shift)));

    public Attribution ToAttribution() => new()
    {
        Id = Id,
        Parent = Parent,
        Kind = Kind,
        Content = Spans(0),
        Cue = Cue?.Shift(0),
        Source = Source?.Shift(0),
        Speaker = Speaker?.ToSpeaker(),
        Via = Via,
        Addressee = Addressee,
        Occasion = Occasion,
        Place = Place,
        Said = SaidFrom is { } from && SaidTo is { } to ? new DateRange(from, to) : null,
        Act = Act,
        Evidence = new Evidence(Rule, Confidence, SpeakerRule),
    };
}

/// <summary>What the engine found in a version that was corrected.</summary>
internal sealed record UncorrectedRow(IReadOnlyList<SpeakerRow> Speakers, IReadOnlyList<AttributionRow> Attributions);

/// <summary>What a correction says, beside its document. Which members are there depends on its kind.</summary>
internal sealed record CorrectionBody
{
    /// <summary>The attribution as it was: its place, and what to go back to should the engine not find it again.</summary>
    public AttributionRow? Attribution { get; init; }

    /// <summary>The text from the beginning to the end of its content.</summary>
    public string? Words { get; init; }

    /// <summary>What was asked for, as it was worded.</summary>
    public string? Asked { get; init; }

    /// <summary>Whoever it is instead.</summary>
    public SpeakerRow? Speaker { get; init; }

    /// <summary>Where the content stands instead; empty where it stayed.</summary>
    public IReadOnlyList<SpanRow> Content { get; init; } = [];

    /// <summary>Where the cue stands instead, empty for nowhere.</summary>
    public SpanRow? Cue { get; init; }

    /// <summary>Where the source stands instead, empty for nowhere.</summary>
    public SpanRow? Source { get; init; }

    /// <summary>The words of the content, one text for each span.</summary>
    public IReadOnlyList<string> ContentWords { get; init; } = [];

    /// <summary>The words of the cue.</summary>
    public string? CueWords { get; init; }

    /// <summary>The words of the source.</summary>
    public string? SourceWords { get; init; }

    /// <summary>Of reports, the numbers of their attributions.</summary>
    public IReadOnlyList<int> Attributions { get; init; } = [];

    /// <summary>The ids of the speakers or statements it is about.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The documents that are told apart.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>The names that are told apart.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>A name that was given.</summary>
    public string? Name { get; init; }

    /// <summary>What a speaker is who was not known before.</summary>
    public SpeakerKind? New { get; init; }
}

/// <summary>What people decided and what it changed, as JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CorrectionBody))]
[JsonSerializable(typeof(UncorrectedRow))]
internal sealed partial class DecisionJson : JsonSerializerContext;
