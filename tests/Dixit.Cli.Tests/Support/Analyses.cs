// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Cli.Tests.Support;

/// <summary>Analyses made by hand.</summary>
internal static class Analyses
{
    private const string Article = """
        Port-Brume : la maire refuse la fermeture du bac

        « Le bac ne fermera pas », a martelé mardi la maire de Port-Brume, Odile Kermarrec, citée par Ouest-Dépêches. « Nous irons devant le juge s'il le faut 🚢, et nous gagnerons », a-t-elle ajouté lors d'une réunion publique.
        Selon le préfet, « la sécurité des passagers » n'est plus assurée. Odile Kermarrec assure que le préfet lui a promis « un sursis ».
        Lire aussi : « Le bac en dix dates »
        Le fameux « bac de la honte » ne circule plus le dimanche, regrette-t-on.
        """;

    private static readonly Speaker _mayor = new("Odile Kermarrec", SpeakerKind.Person) { Role = "maire de Port-Brume", Gender = Gender.Female };
    private static readonly Speaker _prefect = new("préfet", SpeakerKind.Person) { Role = "préfet" };

    /// <summary>One of everything: direct, mixed, indirect, nested, an unknown speaker, furniture, quotations left alone, an emoji.</summary>
    public static Analysis OfFerry { get; } = MakeFerry();

    /// <summary>A document in which nothing is reported.</summary>
    public static Analysis OfNothing { get; } = new()
    {
        Document = new Document("carnet/vide", "Il a plu toute la journée.\n"),
        Notes = ["set aside: the language is not one that is read (de)"],
    };

    /// <summary>A document with the id and a text in which nothing is reported.</summary>
    public static Analysis Named(string id) => new() { Document = new Document(id, $"Rien dans {id}.") };

    /// <summary>Where the words stand in the text, which must have them.</summary>
    public static TextSpan Find(string text, string words, int from = 0)
    {
        var start = text.IndexOf(words, from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The text has no « {words} ».");
        return new TextSpan(start, start + words.Length);
    }

    private static Analysis MakeFerry()
    {
        var text = Article.ReplaceLineEndings("\n");
        TextSpan Span(string words) => Find(text, words);
        QuotedSpan Quoted(string outer) => new(Span(outer), new TextSpan(Span(outer).Start + 2, Span(outer).End - 2), 0, null);
        var said = new DateOnly(2024, 3, 5);
        var dateline = new DateRange(said, said);
        return new Analysis
        {
            Document = new Document("presse/bac", text) { Outlet = "Le Fanal", Published = new DateOnly(2024, 3, 6), Title = "Le bac de Port-Brume" },
            Language = "fr",
            Published = new DateOnly(2024, 3, 6),
            Furniture = [new Furniture(Span("Lire aussi : « Le bac en dix dates »"), "read-also", "fr/furniture/read-also")],
            QuotedSpans = [],
            Unreported =
            [
                new UnreportedQuotation(Quoted("« Le bac en dix dates »"), "furniture"),
                new UnreportedQuotation(Quoted("« bac de la honte »") with { Damage = "unclosed" }, "scare-quote"),
            ],
            Speakers = [_mayor, _prefect],
            Attributions =
            [
                new Attribution
                {
                    Id = 1,
                    Kind = QuotationKind.Direct,
                    Content = SpanList.Of(Span("Le bac ne fermera pas")),
                    Cue = Span("a martelé"),
                    Source = Span("la maire de Port-Brume, Odile Kermarrec"),
                    Speaker = _mayor,
                    Via = ["Ouest-Dépêches"],
                    Said = dateline,
                    Act = SpeechAct.Refuse,
                    Evidence = new Evidence("fr/direct/cue-after", 0.97, "apposition"),
                },
                new Attribution
                {
                    Id = 2,
                    Kind = QuotationKind.Direct,
                    Content = SpanList.Of(Span("Nous irons devant le juge s'il le faut 🚢, et nous gagnerons")),
                    Cue = Span("a-t-elle ajouté"),
                    Source = Find(text, "elle", Span("a-t-elle ajouté").Start),
                    Speaker = _mayor,
                    Occasion = "une réunion publique",
                    Place = "Port-Brume",
                    Addressee = "les habitants",
                    Act = SpeechAct.Commit,
                    Evidence = new Evidence("fr/direct/cue-after", 0.95, "pronoun"),
                },
                new Attribution
                {
                    Id = 3,
                    Kind = QuotationKind.Mixed,
                    Content = SpanList.Of(Span("« la sécurité des passagers » n'est plus assurée")),
                    Cue = Span("Selon"),
                    Source = Span("le préfet"),
                    Speaker = _prefect,
                    Act = SpeechAct.Warn,
                    Evidence = new Evidence("fr/mixed/selon-before", 0.9, "role"),
                },
                new Attribution
                {
                    Id = 4,
                    Kind = QuotationKind.Mixed,
                    Content = SpanList.Of(Span("le préfet lui a promis « un sursis »")),
                    Cue = Span("assure"),
                    Source = Find(text, "Odile Kermarrec", Span("assurée").End),
                    Speaker = _mayor,
                    Evidence = new Evidence("fr/indirect/que", 0.92, "name"),
                },
                new Attribution
                {
                    Id = 5,
                    Parent = 4,
                    Kind = QuotationKind.Direct,
                    Content = SpanList.Of(Span("un sursis")),
                    Cue = Span("a promis"),
                    Source = Find(text, "le préfet", Span("assure que").Start),
                    Speaker = _prefect,
                    Act = SpeechAct.Commit,
                    Evidence = new Evidence("fr/nested/object", 0.7, "role"),
                },
                new Attribution
                {
                    Id = 6,
                    Kind = QuotationKind.Indirect,
                    Content = SpanList.Of(Span("ne circule plus le dimanche")),
                    Cue = Span("regrette-t-on"),
                    Source = Find(text, "on", Span("regrette-t-on").End - 2),
                    Act = SpeechAct.Regret,
                    Evidence = new Evidence("fr/indirect/incise", 0.5),
                },
            ],
        };
    }
}
