// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Tests.Support;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

public sealed class OtherFindingsTests
{
    [Fact]
    public void With_OfNothing_LosesNothing()
    {
        var full = Full();

        var copy = full.With();

        Assert.NotSame(full, copy);
        Assert.All(InitProperties.OfFull(full, new Analysis { Document = new Document("a", "b") }), property => Assert.Equal(property.GetValue(full), property.GetValue(copy)));
    }

    [Fact]
    public void With_OfFindings_HasThemInsteadAndLeavesTheFirstAsItWas()
    {
        var full = Full();

        var copy = full.With([], [Article.Minister], [new Mention(new TextSpan(0, 1), 0, "name")]);

        Assert.Empty(copy.Attributions);
        Assert.Equal([Article.Minister], copy.Speakers);
        Assert.Equal([new Mention(new TextSpan(0, 1), 0, "name")], copy.Mentions);
        Assert.Single(full.Attributions);
    }

    private static Analysis Full()
    {
        var plain = new Article("a", "« Le barrage tiendra », assure Lucien Bressac. Lire aussi") { Notes = ["truncated"], Furniture = ["Lire aussi"] }.Says(Article.Mayor, "Le barrage tiendra").Build();
        var quoted = new QuotedSpan(new TextSpan(0, 22), new TextSpan(2, 20), 0, null);
        return new Analysis
        {
            Document = plain.Document,
            Language = plain.Language,
            Published = plain.Published,
            Notes = plain.Notes,
            Furniture = plain.Furniture,
            QuotedSpans = [quoted],
            Unreported = [new UnreportedQuotation(quoted, "scare-quote")],
            Attributions = plain.Attributions,
            Speakers = plain.Speakers,
            Mentions = plain.Mentions,
        };
    }
}
