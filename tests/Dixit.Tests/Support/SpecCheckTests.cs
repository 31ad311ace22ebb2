// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Xunit;

namespace Dixit.Tests.Support;

public sealed class SpecCheckTests
{
    private const string Markup = "« {content:Oui} », {cue:a-t-{source:elle} dit}.";

    // « Oui », a-t-elle dit.
    private static readonly Attribution Right = new()
    {
        Id = 1,
        Kind = QuotationKind.Direct,
        Content = SpanList.Of(new TextSpan(2, 5)),
        Cue = new TextSpan(9, 21),
        Source = new TextSpan(13, 17),
        Speaker = new Speaker("Ana Costa", SpeakerKind.Person),
        Evidence = new Evidence("fr/test", 1),
    };

    [Fact]
    public void Compare_SameSpans_FindsNoDifference()
    {
        Assert.Null(Compare(Markup, "", Right));
    }

    [Fact]
    public void Compare_AttributionMissing_ShowsBothTexts()
    {
        var difference = Compare(Markup, "");

        Assert.NotNull(difference);
        Assert.Contains("the attribution is not found", difference, StringComparison.Ordinal);
        Assert.Contains($"expected:  {Markup}", difference, StringComparison.Ordinal);
        Assert.Contains("predicted: « Oui », a-t-elle dit.", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_AttributionTooMany_SaysThatNothingIsReported()
    {
        Assert.Contains("nothing is reported in \"Oui\"", Compare("« Oui », a-t-elle dit.", "", Right), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OtherSpan_MarksTheTextAsPredicted()
    {
        var difference = Compare(Markup, "", Right with { Source = null, Content = SpanList.Of(new TextSpan(0, 7)) });

        Assert.Contains("the source of the attribution is none, not \"elle\"", difference, StringComparison.Ordinal);
        Assert.Contains("predicted: {content:« Oui »}, {cue:a-t-elle dit}.", difference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speaker: Ana Costa (person)", true)]
    [InlineData("speaker: Ana Costa (group)", false)]
    [InlineData("type: direct", true)]
    [InlineData("act: warn", false)]
    [InlineData("via: none", true)]
    [InlineData("via: Reuters", false)]
    [InlineData("said: 2024-03-05", false)]
    [InlineData("furniture: none", true)]
    [InlineData("furniture: share-bar: Oui", false)]
    [InlineData("unreported: scare-quote: Oui", false)]
    public void Compare_Statement_HoldsOrNot(string statement, bool holds)
    {
        Assert.Equal(holds, Compare(Markup, statement, Right) is null);
    }

    [Fact]
    public void Compare_QuotedMarked_ChecksTheQuotedSpans()
    {
        Assert.Contains("no quoted span is \"Oui\"", Compare("« {content:{quoted:Oui}} », {cue:a-t-{source:elle} dit}.", "", Right), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_MentionsOfTwoIdsInOneChain_AreTakenForOne()
    {
        var marked = MarkedUpText.Parse("{mention.1:Ana} et {mention.2:elle}");
        var analysis = new Analysis
        {
            Document = new Document("spec", marked.Text),
            Mentions = [new Mention(new TextSpan(0, 3), 0, "name"), new Mention(new TextSpan(7, 11), 0, "pronoun")],
        };

        var difference = SpecCheck.Compare(new SpecExample(null, "x", 1, false, marked, []), analysis);

        Assert.Contains("\"elle\" is taken for an earlier speaker", difference, StringComparison.Ordinal);
    }

    private static string? Compare(string markup, string statement, params Attribution[] predicted)
    {
        var expect = statement.Length == 0 ? "" : $"\n```expect\n{statement}\n```";
        var example = SpecFile.Parse("x", $"## x\n```dixit\n{markup}\n```{expect}").Examples.Single();
        return SpecCheck.Compare(example, new Analysis { Document = example.ToDocument(), Attributions = predicted });
    }
}
