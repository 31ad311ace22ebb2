// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Tests.Support;

namespace Dixit.Reading.Tests;

public sealed class OtherFactsTests
{
    private static Document Full => new("phare/1", "Le pont tiendra.")
    {
        Uri = "https://phare.example/1",
        Title = "Le pont",
        Outlet = "Le Phare",
        Published = new DateOnly(2024, 3, 3),
        Language = "fr",
        DeclaredLanguage = "fr-FR",
        Authors = ["Ana Costa"],
        Modified = new DateOnly(2024, 3, 4),
        PublishedAt = new Moment(new DateOnly(2024, 3, 3), new TimeOnly(8, 5), TimeSpan.FromHours(1)),
        ModifiedAt = new Moment(new DateOnly(2024, 3, 4), new TimeOnly(9, 5)),
        Blocks = [new TextBlock(new TextSpan(0, 16), BlockKind.Quote)],
        Notes = ["read as windows-1252"],
    };

    [Fact]
    public void With_OfNothing_LosesNothing()
    {
        var full = Full;

        var copy = full.With();

        Assert.NotSame(full, copy);
        Assert.Equal((full.Id, full.Text), (copy.Id, copy.Text));
        Assert.All(InitProperties.OfFull(full, new Document("a", "b")), property => Assert.Equal(property.GetValue(full), property.GetValue(copy)));
    }

    [Fact]
    public void With_OfAllThatCanBeOther_TakesEach()
    {
        var moment = new Moment(new DateOnly(2024, 5, 6), new TimeOnly(7, 8));

        var copy = Full.With("u", "t", "o", moment.Day, moment, "en", ["n"]);

        Assert.Equal(("u", "t", "o", moment.Day, moment, "en"), (copy.Uri, copy.Title, copy.Outlet, copy.Published, copy.PublishedAt!.Value, copy.Language));
        Assert.Equal(["n"], copy.Notes);
    }
}
