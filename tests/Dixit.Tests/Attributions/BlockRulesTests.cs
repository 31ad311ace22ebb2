// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;
using Xunit;

namespace Dixit.Tests.Attributions;

/// <summary>What is made of words that a page sets apart. Texts without blocks are those of the specs.</summary>
public sealed class BlockRulesTests
{
    private static readonly Pipeline _pipeline = new PipelineBuilder().Build();

    private static IReadOnlyList<Attribution> Attribute(string text, Func<string, TextBlock[]> blocks, DateOnly? published = null) =>
        _pipeline.Analyse(new Document("x", text) { Language = "fr", Published = published, Blocks = blocks(text) }).Attributions;

    private static TextSpan Span(string text, string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    private static string WordsOf(string text, Attribution attribution) => string.Join(" | ", attribution.Content.Select(span => text[span.Start..span.End]));

    private const string Signed = "La digue inquiète la vallée.\n\nLa digue tiendra cent ans. Nous y veillerons.\n\nOdile Varenne, ministre des Eaux\n\nLe chantier commence lundi.";

    [Fact]
    public void Apply_SignedQuotationWithoutMarks_IsDirectSpeechOfItsSource()
    {
        var attribution = Assert.Single(Attribute(Signed, text => [new(Span(text, "La digue tiendra cent ans. Nous y veillerons.\n\nOdile Varenne, ministre des Eaux"), BlockKind.Quote) { Words = Span(text, "La digue tiendra cent ans. Nous y veillerons."), Source = Span(text, "Odile Varenne, ministre des Eaux") }]));

        Assert.Equal("La digue tiendra cent ans. | Nous y veillerons.", WordsOf(Signed, attribution));
        Assert.Equal(("Odile Varenne", "fr/direct/set-apart", QuotationKind.Direct), (attribution.Speaker?.Name, attribution.Evidence.Rule, attribution.Kind));
        Assert.Null(attribution.Cue);
        Assert.Null(attribution.Said);
    }

    [Fact]
    public void Apply_TheSameTextWithoutBlocks_FindsNothing() => Assert.Empty(Attribute(Signed, _ => []));

    [Fact]
    public void Apply_QuotationThatNobodySigns_IsLeftAlone() =>
        Assert.Empty(Attribute(Signed, text => [new(Span(text, "La digue tiendra cent ans. Nous y veillerons."), BlockKind.Quote)]));

    [Fact]
    public void Apply_SourceThatNamesNobody_LeavesTheSpeakerUnknown()
    {
        const string text = "La digue inquiète.\n\nLa digue tiendra cent ans.\n\ntout en bas de page\n\nLe chantier commence.";
        var attribution = Assert.Single(Attribute(text, _ => [new(Span(text, "La digue tiendra cent ans.\n\ntout en bas de page"), BlockKind.Quote) { Words = Span(text, "La digue tiendra cent ans."), Source = Span(text, "tout en bas de page") }]));
        Assert.Null(attribution.Speaker);
    }

    [Fact]
    public void Apply_QuotationBelowACueAndAColon_IsTheSpeakersOfTheCue()
    {
        const string text = "Devant les élus, la ministre Odile Varenne a déclaré :\n\nLa digue tiendra cent ans.\n\nNous y veillerons.\n\nLe chantier commence lundi.";
        var attribution = Assert.Single(Attribute(text, _ => [new(Span(text, "La digue tiendra cent ans.\n\nNous y veillerons."), BlockKind.Quote)]));
        Assert.Equal("La digue tiendra cent ans. | Nous y veillerons.", WordsOf(text, attribution));
        Assert.Equal(("Odile Varenne", "a déclaré", QuotationKind.Direct), (attribution.Speaker?.Name, text[attribution.Cue!.Value.Start..attribution.Cue.Value.End], attribution.Kind));
    }

    [Fact]
    public void Apply_QuotationBelowACueThatIsSignedToo_IsReportedOnce()
    {
        const string text = "La ministre Odile Varenne a déclaré :\n\nLa digue tiendra cent ans.\n\nOdile Varenne\n\nLe chantier commence lundi.";
        Assert.Single(Attribute(text, _ => [new(Span(text, "La digue tiendra cent ans.\n\nOdile Varenne"), BlockKind.Quote) { Words = Span(text, "La digue tiendra cent ans."), Source = new TextSpan(text.LastIndexOf("Odile", StringComparison.Ordinal), text.LastIndexOf("Odile", StringComparison.Ordinal) + 13) }]));
    }

    [Fact]
    public void Apply_Message_IsItsAuthorsOnTheDayThatItNames()
    {
        const string text = "La digue inquiète.\n\nLa digue sera relevée de 2 mètres, je m'y engage.\n\n— Odile Varenne (@ovarenne) 3 mars 2024\n\nLe chantier commence.";
        var attribution = Assert.Single(Attribute(text, _ => [new(Span(text, "La digue sera relevée de 2 mètres, je m'y engage.\n\n— Odile Varenne (@ovarenne) 3 mars 2024"), BlockKind.Post)
        {
            Words = Span(text, "La digue sera relevée de 2 mètres, je m'y engage."), Source = Span(text, "Odile Varenne"), At = new Moment(new DateOnly(2024, 3, 3)),
        }], new DateOnly(2024, 3, 12)));
        Assert.Equal(("Odile Varenne", "fr/direct/post"), (attribution.Speaker?.Name, attribution.Evidence.Rule));
        Assert.Equal(new DateRange(new DateOnly(2024, 3, 3), new DateOnly(2024, 3, 3)), attribution.Said);
    }

    [Fact]
    public void Apply_MessageOfTwoWords_SaysNothing()
    {
        const string text = "La digue inquiète.\n\nQuelle digue\n\n— Odile Varenne (@ovarenne)\n\nLe chantier commence.";
        Assert.Empty(Attribute(text, _ => [new(Span(text, "Quelle digue\n\n— Odile Varenne (@ovarenne)"), BlockKind.Post) { Words = Span(text, "Quelle digue"), Source = Span(text, "Odile Varenne") }]));
    }

    [Fact]
    public void Apply_SumAtTheHeadOfAParagraph_KeepsItsSign()
    {
        const string text = "La digue inquiète.\n\n$4,000 pour une digue, quelle honte.\n\nOdile Varenne";
        var attribution = Assert.Single(Attribute(text, _ => [new(Span(text, "$4,000 pour une digue, quelle honte.\n\nOdile Varenne"), BlockKind.Quote) { Words = Span(text, "$4,000 pour une digue, quelle honte."), Source = Span(text, "Odile Varenne") }]));
        Assert.Equal("$4,000 pour une digue, quelle honte.", WordsOf(text, attribution));
    }

    [Fact]
    public void Find_WeekdayInAnEntryOfALiveReport_CountsFromTheEntrysOwnDay()
    {
        const string text = "La digue en direct.\n\nLa ministre Odile Varenne a déclaré mardi que la digue tiendrait.\n\nLe maire Bastien Lormeau a déclaré mardi que la route serait fermée.";
        var attributions = Attribute(
            text,
            _ => [new(Span(text, "La ministre Odile Varenne a déclaré mardi que la digue tiendrait."), BlockKind.Entry) { At = new Moment(new DateOnly(2024, 3, 6), new TimeOnly(9, 0)) }],
            new DateOnly(2024, 3, 14));
        Assert.Equal([new DateOnly(2024, 3, 5), new DateOnly(2024, 3, 12)], attributions.Select(attribution => attribution.Said!.Value.From));
    }

    [Fact]
    public void Previous_QuotationBehindACaption_DoesNotGoOnWithWhoSpeaksInIt()
    {
        const string text = "« La route est sûre », a dit Bastien Lormeau.\n\n« Nous tiendrons la digue tout l'hiver. »\n\nLe chantier commence lundi.";
        Assert.Contains(Attribute(text, _ => []), attribution => attribution.Evidence.Rule == "fr/direct/continued-paragraph");
        Assert.DoesNotContain(
            Attribute(text, _ => [new(Span(text, "« La route est sûre », a dit Bastien Lormeau."), BlockKind.Caption)]),
            attribution => attribution.Evidence.Rule == "fr/direct/continued-paragraph");
    }
}
