// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Storage.Tests.Support;

/// <summary>An analysis made by hand: a text, and who says what in it.</summary>
internal sealed class Article(string id, string text)
{
    private readonly List<Attribution> _attributions = [];
    private readonly List<Speaker> _speakers = [];

    public string? Outlet { get; init; } = "Le Cadran";

    public DateOnly? Published { get; init; } = new DateOnly(2024, 10, 8);

    public string? Title { get; init; }

    public string Language { get; init; } = "fr";

    public string? Uri { get; init; }

    /// <summary>How sure it is that the words are reported at all.</summary>
    public double Confidence { get; init; } = 0.9;

    public string[] Authors { get; init; } = [];

    public DateOnly? Modified { get; init; }

    public Moment? PublishedAt { get; init; }

    public Moment? ModifiedAt { get; init; }

    public TextBlock[] Blocks { get; init; } = [];

    public string[] Notes { get; init; } = [];

    /// <summary>Lines of the text that belong to the site.</summary>
    public string[] Furniture { get; init; } = [];

    public static Speaker Minister { get; } = new("Hélène Vaudrel", SpeakerKind.Person) { Role = "ministre de l'Énergie", Gender = Gender.Female };

    public static Speaker Mayor { get; } = new("Lucien Bressac", SpeakerKind.Person) { Role = "maire de Montbrisel", Gender = Gender.Male };

    /// <summary>Somebody says words of the text, one span for each of the contents.</summary>
    public Article Says(Speaker? speaker, params string[] contents) => Says(speaker, SpeechAct.Assert, QuotationKind.Direct, contents);

    public Article Says(Speaker? speaker, SpeechAct act, QuotationKind kind, params string[] contents)
    {
        if (speaker is not null && !_speakers.Contains(speaker))
            _speakers.Add(speaker);
        _attributions.Add(new Attribution
        {
            Id = _attributions.Count + 1,
            Kind = kind,
            Content = SpanList.Of(contents.Select(Span)),
            Speaker = speaker,
            Act = act,
            Evidence = new Evidence("fr/direct/cue-after", Confidence, speaker is null ? null : "name"),
        });
        return this;
    }

    public Analysis Build() => new()
    {
        Document = new Document(id, text) { Outlet = Outlet, Published = Published, Title = Title, Uri = Uri, Language = Language, Authors = Authors, Modified = Modified, PublishedAt = PublishedAt, ModifiedAt = ModifiedAt, Blocks = Blocks, Notes = Notes },
        Language = Language,
        Published = Published,
        Notes = Notes,
        Furniture = [.. Furniture.Select(line => new Furniture(Span(line), "share", "test"))],
        Attributions = _attributions,
        Speakers = _speakers,
        Mentions = [.. _speakers.SelectMany((speaker, chain) => Places(speaker.Name).Select(span => new Mention(span, chain, "name"))).OrderBy(mention => mention.Span)],
    };

    private TextSpan Span(string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"« {words} » does not stand in the text.");
        return new TextSpan(start, start + words.Length);
    }

    private IEnumerable<TextSpan> Places(string words)
    {
        for (var start = text.IndexOf(words, StringComparison.Ordinal); start >= 0; start = text.IndexOf(words, start + 1, StringComparison.Ordinal))
            yield return new TextSpan(start, start + words.Length);
    }
}
