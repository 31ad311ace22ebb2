// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Reading.Tests.Writing;

/// <summary>Analyses built by hand.</summary>
internal static class Samples
{
    private const string Text = "🙂 « Non ! », a dit l’élue Ana Costa.\nPartagez";

    /// <summary>Has a value in every field, and an emoji before all spans so that both ways of counting differ.</summary>
    public static Analysis Full => new()
    {
        Document = new Document("a1", Text)
        {
            Uri = "https://gazette.example/a1",
            Title = "Un accord",
            Outlet = "La Gazette",
        },
        Language = "fr",
        Published = new DateOnly(2024, 5, 17),
        Notes = ["read as windows-1252"],
        Furniture = [new Furniture(Span("Partagez"), "share-bar", "test")],
        Attributions =
        [
            new Attribution
            {
                Id = 1,
                Kind = QuotationKind.Direct,
                Content = SpanList.Of(Span("Non !")),
                Cue = Span("a dit"),
                Source = Span("l’élue Ana Costa."),
                Speaker = new Speaker("Ana Costa", SpeakerKind.Person) { Role = "élue", Gender = Gender.Female, Aliases = ["Mme Costa"] },
                Via = ["Reuters"],
                Addressee = "la presse",
                Occasion = "le conseil",
                Place = "Brest",
                Said = new DateRange(new DateOnly(2024, 5, 16), new DateOnly(2024, 5, 17)),
                Act = SpeechAct.Refuse,
                Evidence = new Evidence("fr/direct/cue-after", 0.9712),
            },
        ],
    };

    /// <summary>The same text with hours and with blocks, one in the other.</summary>
    public static Analysis SetApart => new()
    {
        Document = new Document("a1", Text)
        {
            Published = new DateOnly(2024, 5, 17),
            Modified = new DateOnly(2024, 5, 18),
            PublishedAt = new Moment(new DateOnly(2024, 5, 17), new TimeOnly(8, 5), TimeSpan.FromHours(2)),
            ModifiedAt = new Moment(new DateOnly(2024, 5, 18), new TimeOnly(9, 30, 15)),
            Blocks =
            [
                new TextBlock(Span("« Non ! », a dit l’élue Ana Costa."), BlockKind.Entry) { At = new Moment(new DateOnly(2024, 5, 17), new TimeOnly(7, 0), TimeSpan.Zero) },
                new TextBlock(Span("« Non ! », a dit l’élue Ana Costa."), BlockKind.Quote) { Words = Span("« Non ! »"), Source = Span("Ana Costa"), Uri = "https://gazette.example/source" },
                new TextBlock(Span("Partagez"), BlockKind.Caption),
            ],
        },
        Language = "fr",
        Published = new DateOnly(2024, 5, 17),
    };

    public static Attribution Attribution(int id, TextSpan content) => new()
    {
        Id = id,
        Kind = QuotationKind.Direct,
        Content = SpanList.Of(content),
        Evidence = new Evidence("test", 0.5),
    };

    /// <summary>Letters, marks, emoji, combining characters and, at times, halves of pairs.</summary>
    public static string RandomText(Random random, int length)
    {
        string[] pieces = ["a", "é", "«", "»", "\u00A0", "’", "\n", "\"", "\\", "🙂", "👩‍🚒", "e\u0301", "\uD83D", "\uDE42", "漢", "\u2028", "\0"];
        var text = new StringBuilder();
        while (text.Length < length)
            text.Append(pieces[random.Next(pieces.Length)]);
        return text.ToString();
    }

    /// <summary>A span that cuts no pair in two, as no finding does.</summary>
    public static TextSpan RandomSpan(Random random, string text)
    {
        var a = Boundary(text, random.Next(text.Length + 1));
        var b = Boundary(text, random.Next(text.Length + 1));
        return new TextSpan(Math.Min(a, b), Math.Max(a, b));
    }

    private static int Boundary(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) && char.IsHighSurrogate(text[offset - 1]) ? offset - 1 : offset;

    private static TextSpan Span(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
