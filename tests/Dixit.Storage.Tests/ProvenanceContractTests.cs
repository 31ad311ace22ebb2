// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>How every ledger must keep what a document brings beside its text: who wrote it, how good it is, the bytes it was read from.</summary>
public abstract class ProvenanceContractTests : ContractTests
{
    private const string Words = "Nous ne viderons pas le lac";
    private static readonly byte[] _page = Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat($"<p>{Words}</p>", 50_000)) + "</html>");

    [Fact]
    public void Authors_AndTheLastChange_AreKept()
    {
        using var ledger = Open();
        Add(ledger, new Article("a", Words) { Authors = ["Ana Costa", "Léo Marin"], Modified = new DateOnly(2024, 10, 9) }.Build(), new Article("b", "Rien.").Build());

        var document = ledger.FindDocument("a")!.Analysis.Document;
        Assert.Equal(["Ana Costa", "Léo Marin"], document.Authors);
        Assert.Equal(new DateOnly(2024, 10, 9), document.Modified);
        Assert.Empty(ledger.FindDocument("b")!.Analysis.Document.Authors);
        Assert.Null(ledger.FindDocument("b")!.Analysis.Document.Modified);
    }

    [Fact]
    public void Blocks_AndHours_AreKept()
    {
        TextBlock[] blocks =
        [
            new(new TextSpan(0, 27), BlockKind.Entry) { At = new Moment(new DateOnly(2024, 10, 8), new TimeOnly(14, 30), TimeSpan.FromHours(2)) },
            new(new TextSpan(0, 20), BlockKind.Post) { Words = new TextSpan(0, 12), Source = new TextSpan(13, 20), At = new Moment(new DateOnly(2024, 10, 7)), Uri = "https://reseau.exemple/1" },
            new(new TextSpan(21, 27), BlockKind.Caption),
        ];
        using var ledger = Open();
        var article = new Article("a", Words) { Blocks = blocks, PublishedAt = new Moment(new DateOnly(2024, 10, 8), new TimeOnly(8, 5), TimeSpan.Zero), ModifiedAt = new Moment(new DateOnly(2024, 10, 9), new TimeOnly(9, 0)) };
        Add(ledger, article.Build(), new Article("b", "Rien.").Build());

        var document = ledger.FindDocument("a")!.Analysis.Document;
        Assert.Equal(blocks, document.Blocks);
        Assert.Equal(("2024-10-08T08:05Z", "2024-10-09T09:00"), (document.PublishedAt.ToString(), document.ModifiedAt.ToString()));
        var other = ledger.FindDocument("b")!.Analysis.Document;
        Assert.Empty(other.Blocks);
        Assert.Null(other.PublishedAt);
    }

    [Fact]
    public void Blocks_WhenTheyBecomeKnown_RefreshTheDocument()
    {
        using var ledger = Open();
        Add(ledger, new Article("a", Words).Build());
        using var writer = Write(ledger);
        var known = new Article("a", Words) { Blocks = [new(new TextSpan(0, 27), BlockKind.Quote)] };
        Assert.Equal(AddOutcome.Refreshed, writer.Add(known.Build()));
        Assert.Equal(AddOutcome.Unchanged, writer.Add(known.Build()));
        Assert.Equal(AddOutcome.Refreshed, writer.Add(new Article("a", Words) { Blocks = [new(new TextSpan(0, 27), BlockKind.Post)] }.Build()));
        writer.Commit();
    }

    [Fact]
    public void Authors_WhenTheyBecomeKnown_RefreshTheDocument()
    {
        using var ledger = Open();
        Add(ledger, new Article("a", Words).Build());
        using (var writer = Write(ledger))
        {
            Assert.Equal(AddOutcome.Refreshed, writer.Add(new Article("a", Words) { Authors = ["Ana Costa"] }.Build()));
            Assert.Equal(AddOutcome.Unchanged, writer.Add(new Article("a", Words) { Authors = ["Ana Costa"] }.Build(), new AddOptions { Source = "elsewhere.html" }));
            Assert.Equal(AddOutcome.Refreshed, writer.Add(new Article("a", Words) { Authors = ["Ana Costa"], Modified = new DateOnly(2024, 10, 9) }.Build()));
            writer.Commit();
        }

        Assert.Equal(["Ana Costa"], ledger.FindDocument("a")!.Analysis.Document.Authors);
    }

    [Theory]
    [InlineData(null, "good, fair, poor")]
    [InlineData(TextQuality.Poor, "good, fair, poor")]
    [InlineData(TextQuality.Fair, "good, fair")]
    [InlineData(TextQuality.Good, "good")]
    public void Questions_ForAQuality_LeaveWorseTextsOut(TextQuality? least, string expected)
    {
        using var ledger = Open();
        Add(
            ledger,
            new Article("good", $"« {Words} », dit-elle.") { Notes = ["read as windows-1252"] }.Says(Article.Minister, Words).Build(),
            new Article("fair", $"« {Words}, dit-elle.") { Notes = ["damage: 1 quotation mark without the other half"] }.Says(Article.Minister, Words).Build(),
            new Article("poor", $"« {Words} », XNUMX fois.") { Notes = ["damage: 1 quotation mark without the other half", "damage: 1 number lost by a translator (XNUMX)"] }.Says(Article.Minister, Words).Build());
        var query = new StatementQuery { Words = "lac", MinQuality = least };
        var documents = expected.Split(", ");

        Assert.Equal(documents.Order(), ledger.Find(query).Statements.Single().Statement.Reports.Select(report => report.Document).Order());
        Assert.Equal(documents.Length, ledger.Count(query).Total.Quotes);
        Assert.Equal(documents.Length, ledger.Facets(query).Counted);
        Assert.Equal(documents.Order(), ledger.Export(query).Select(stored => stored.Analysis.Document.Id).Order());
    }

    [Fact]
    public void Originals_AreKeptPackedAndGivenBack()
    {
        using var ledger = Open();
        Add(ledger, new Article("a", Words).Build());
        var empty = ledger.Describe().Bytes;
        Keep(ledger, "a", _page);

        Assert.Equal(_page, ledger.FindOriginal("a"));
        Assert.Equal(_page, ledger.FindOriginal("a", 1));
        Assert.Null(ledger.FindOriginal("a", 2));
        Assert.Null(ledger.FindOriginal("b"));
        Assert.True(ledger.Describe().Bytes - empty < _page.Length / 2);
    }

    [Fact]
    public void Originals_OfEachVersion_AreItsOwn()
    {
        using var ledger = Open();
        Add(ledger, new Article("a", Words).Build());
        Keep(ledger, "a", _page);
        Keep(ledger, "a", "other bytes of the same text"u8.ToArray());
        Add(ledger, new Article("a", Words + " Fin.").Build());

        Assert.Equal(_page, ledger.FindOriginal("a", 1));
        Assert.Null(ledger.FindOriginal("a"));
        Keep(ledger, "a", []);
        Assert.Empty(ledger.FindOriginal("a")!);
    }

    [Fact]
    public void Originals_GoWithTheirDocument()
    {
        using var ledger = Open();
        Add(ledger, new Article("a", Words).Build());
        Keep(ledger, "a", _page);
        using (var writer = Write(ledger))
        {
            Assert.False(writer.KeepOriginal("nobody", PackedOriginal.Of(_page)));
            writer.RemoveDocument("a");
            writer.Commit();
        }

        Assert.Null(ledger.FindOriginal("a"));
        Assert.Equal(0, CountOriginals());
        Assert.Empty(ledger.FindDamage());
    }

    /// <summary>How many originals there are, of whatever.</summary>
    protected abstract int CountOriginals();

    private static void Keep(ILedger ledger, string id, byte[] bytes)
    {
        using var writer = Write(ledger);
        Assert.True(writer.KeepOriginal(id, PackedOriginal.Of(bytes)));
        writer.Commit();
    }
}
