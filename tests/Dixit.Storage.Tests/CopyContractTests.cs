// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>How every ledger must tell copies of one text from reports of one matter.</summary>
public abstract class CopyContractTests : ContractTests
{
    private static readonly DateOnly _day = new(2024, 10, 8);
    private static readonly string _wire = Prose(1, 30);

    /// <summary>Makes the ledger of the usual name believe that its copies were found by older rules, or never.</summary>
    protected abstract void ForgetCopies();

    [Fact]
    public void Copies_InWhateverOrderTheyAreRead_AreOfTheEarliest()
    {
        Analysis[] articles =
        [
            Make("agence/1", _wire, _day),
            Make("cadran/1", _wire + "\n\n" + Prose(2, 5), _day),
            Make("echo/1", string.Join(' ', _wire.Split(' ')[..150]), _day.AddDays(1)),
            Make("gazette/1", "À Montbrisel. " + _wire.Replace("barrage", "ouvrage", StringComparison.Ordinal), _day.AddDays(-1)),
            Make("radio/1", Prose(3, 30), _day),
        ];
        string? expected = null;
        var number = 0;
        // Each of the five first, and last, among them.
        foreach (var order in Orders([0, 1, 2, 3, 4]).Where((_, index) => index % 5 == 0))
        {
            using var ledger = Open($"order{number++}");
            Add(ledger, [.. order.Select(index => articles[index])]);
            var found = string.Join(", ", articles.Select(article => article.Document.Id).Select(id => ledger.FindDocument(id)!.CopyOf is { } copy ? $"{id} of {copy.Document} {copy.Share:0.000}" : $"{id} original"));
            expected ??= found;
            Assert.Equal(expected, found);
        }

        Assert.Equal(24, number);
        Assert.Matches("^agence/1 of gazette/1 0.[89].., cadran/1 of agence/1 0.[78].., echo/1 of gazette/1 0.[89].., gazette/1 original, radio/1 original$", expected);
    }

    [Fact]
    public void Copies_OfAnOriginal_AreListedWithTheirShare()
    {
        using var ledger = Open();
        Add(ledger, Make("a", _wire, _day), Make("b", _wire, _day), Make("c", _wire + "\n\n" + Prose(2, 6), _day));

        var copies = ledger.FindDocument("a")!.Copies;

        Assert.Equal(["b", "c"], copies.Select(copy => copy.Document));
        Assert.Equal((1, "b"), (copies[0].Share, copies[0].Outlet));
        Assert.InRange(copies[1].Share, 0.75, 0.9);
        Assert.Empty(ledger.FindDocument("b")!.Copies);
    }

    [Fact]
    public void Copies_WithOtherMarksAndCase_AreWhole()
    {
        using var ledger = Open();
        Add(ledger, Make("a", _wire, _day), Make("b", _wire.ToUpperInvariant().Replace(". ", " !\n\n", StringComparison.Ordinal), _day));

        Assert.Equal(1, ledger.FindDocument("b")!.CopyOf!.Share);
    }

    [Fact]
    public void Reports_ThatShareQuotationsAlone_AreNoCopies()
    {
        using var ledger = Open();
        var quotation = Prose(4, 10);
        Add(ledger, Make("a", Prose(5, 6) + " " + quotation + " " + Prose(6, 4), _day), Make("b", Prose(7, 8) + " " + quotation, _day));

        Assert.Null(ledger.FindDocument("a")!.CopyOf);
        Assert.Null(ledger.FindDocument("b")!.CopyOf);
    }

    [Fact]
    public void Reports_OnOneSite_AreNoCopiesForItsFurniture()
    {
        using var ledger = Open();
        var bar = Prose(8, 40);
        Add(ledger, Make("a", Prose(9, 6) + "\n" + bar, _day, bar), Make("b", Prose(10, 6) + "\n" + bar, _day, bar));

        Assert.Null(ledger.FindDocument("b")!.CopyOf);
    }

    [Fact]
    public void Texts_WithoutWords_AreNoCopies()
    {
        using var ledger = Open();
        Add(ledger, Make("a", "—", _day), Make("b", "—", _day));

        Assert.Null(ledger.FindDocument("b")!.CopyOf);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Copies_AreLookedForWithinTwoWeeks(int days, bool isCopy)
    {
        // Wherever the days fall among the periods by which keys are kept.
        for (var start = 0; start < 40; start += 3)
        {
            using var ledger = Open($"from{start}");
            Add(ledger, Make("b", _wire + " Fin.", _day.AddDays(start + days)), Make("a", _wire, _day.AddDays(start)));

            Assert.Equal(isCopy, ledger.FindDocument("b")!.CopyOf is not null);
        }
    }

    [Fact]
    public void Texts_ThatAreTheSame_AreCopiesAtAnyTime()
    {
        using var ledger = Open();
        Add(ledger, Make("c", _wire, null), Make("b", _wire, _day.AddDays(700)), Make("a", _wire, _day));

        Assert.Equal("a", ledger.FindDocument("b")!.CopyOf!.Document);
        Assert.Equal("a", ledger.FindDocument("c")!.CopyOf!.Document);
    }

    [Fact]
    public void Documents_WithoutADay_AreHeldAgainstEachOther()
    {
        using var ledger = Open();
        Add(ledger, Make("b", _wire + " Fin.", null), Make("a", _wire, null));

        Assert.Equal("a", ledger.FindDocument("b")!.CopyOf!.Document);
    }

    [Fact]
    public void Documents_WithoutADay_AreCopiesOfTheEarliestThatHasOne()
    {
        foreach (var order in Orders([0, 1, 2, 3]))
        {
            using var ledger = Open($"undated{string.Concat(order)}");
            Analysis[] documents = [Make("a", _wire + " Une fin.", null), Make("b", _wire, _day.AddDays(400)), Make("c", _wire + " Encore une autre fin.", _day), Make("d", Prose(77, 12), null)];
            foreach (var index in order)
                Add(ledger, documents[index]);

            Assert.Equal("c", ledger.FindDocument("a")!.CopyOf!.Document);
            Assert.Null(ledger.FindDocument("b")!.CopyOf);
            Assert.Null(ledger.FindDocument("c")!.CopyOf);
            Assert.Null(ledger.FindDocument("d")!.CopyOf);
            Assert.Equal(["a"], ledger.FindDocument("c")!.Copies.Select(copy => copy.Document));
        }
    }

    [Fact]
    public void Documents_OfWhichTheDayBecomesKnown_AreHeldAgainstThoseOfTheirTime()
    {
        using var ledger = Open();
        Add(ledger, Make("a", _wire, _day), Make("b", _wire + " Une fin.", null));
        Assert.Equal("a", ledger.FindDocument("b")!.CopyOf!.Document);
        Add(ledger, Make("b", _wire + " Une fin.", _day.AddDays(90)));
        Assert.Null(ledger.FindDocument("b")!.CopyOf);
        Add(ledger, Make("b", _wire + " Une fin.", _day.AddDays(-3)));
        Assert.Equal("b", ledger.FindDocument("a")!.CopyOf!.Document);
    }

    [Fact]
    public void Removal_OfAnOriginal_LeavesACopyWithoutADayToTheNext()
    {
        using var ledger = Open();
        Add(ledger, Make("a", _wire, _day), Make("b", _wire + " Une fin.", _day.AddDays(200)), Make("c", _wire + " Fin.", null));
        Assert.Equal("a", ledger.FindDocument("c")!.CopyOf!.Document);
        using (var writer = Write(ledger))
        {
            Assert.True(writer.RemoveDocument("a"));
            writer.Commit();
        }

        Assert.Equal("b", ledger.FindDocument("c")!.CopyOf!.Document);
    }

    [Fact]
    public void Removal_OfAnOriginal_MakesTheNextOneTheOriginal()
    {
        using var ledger = Open();
        Add(ledger, Make("a", _wire, _day), Make("b", _wire + " Fin.", _day), Make("c", _wire, _day));
        using (var writer = Write(ledger))
        {
            Assert.True(writer.RemoveDocument("a"));
            writer.Commit();
        }

        Assert.Null(ledger.FindDocument("b")!.CopyOf);
        Assert.Equal("b", ledger.FindDocument("c")!.CopyOf!.Document);
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Versions_ThatAreRewritten_AreNoCopiesAnyMore()
    {
        using var ledger = Open();
        Add(ledger, Make("a", _wire, _day), Make("b", _wire, _day), Make("c", _wire, _day));

        Add(ledger, Make("b", Prose(11, 20), _day));
        Assert.Null(ledger.FindDocument("b")!.CopyOf);
        Assert.Null(ledger.FindDocument("b", 1)!.CopyOf);

        Add(ledger, Make("a", Prose(12, 20), _day));
        Assert.Null(ledger.FindDocument("c")!.CopyOf);

        Add(ledger, Make("b", _wire, _day));
        Assert.Equal("b", ledger.FindDocument("c")!.CopyOf!.Document);
    }

    [Fact]
    public void Days_ThatAreCorrected_DecideAnewWhoWasFirst()
    {
        using var ledger = Open();
        Add(ledger, Make("a", _wire, _day), Make("b", _wire, _day.AddDays(1)));

        Add(ledger, Make("a", _wire, _day.AddDays(2)));

        Assert.Null(ledger.FindDocument("b")!.CopyOf);
        Assert.Equal("b", ledger.FindDocument("a")!.CopyOf!.Document);
    }

    [Fact]
    public void Reading_Again_ChangesNothing()
    {
        using var ledger = Open();
        Analysis[] articles = [Make("a", _wire, _day), Make("b", _wire + " Fin.", _day)];
        Add(ledger, articles);
        var before = ledger.FindDocument("b")!.CopyOf;
        using (var writer = Write(ledger))
        {
            Assert.All(articles, article => Assert.Equal(AddOutcome.Unchanged, writer.Add(article)));
            writer.Commit();
        }

        Assert.Equal(before, ledger.FindDocument("b")!.CopyOf);
        Assert.Single(ledger.FindDocument("a")!.Copies);
    }

    [Fact]
    public void Ledger_WhoseCopiesWereFoundByOlderRules_FindsThemAnew()
    {
        using (var ledger = Open())
            Add(ledger, Make("a", _wire, _day), Make("b", _wire + " Fin.", _day));
        ForgetCopies();
        using var opened = Open();
        Assert.Null(opened.FindDocument("b")!.CopyOf);

        Add(opened, Make("c", Prose(3, 8), _day));

        Assert.Equal("a", opened.FindDocument("b")!.CopyOf!.Document);
    }

    [Fact]
    public void Questions_WithoutCopies_CountOneTextOnce()
    {
        using var ledger = Open();
        const string Words = "Nous ne viderons pas le lac";
        Add(ledger, [.. Enumerable.Range(0, 20).Select(n => new Article($"journal-{n:00}", $"{_wire} « {Words} », a déclaré Hélène Vaudrel. {Prose(20 + n, n % 3)}") { Outlet = $"Journal {n}", Published = _day.AddDays(n == 7 ? -1 : 0) }.Says(Article.Minister, Words).Build())]);

        Assert.Equal((20, 20, 19), (ledger.Count().Total.Quotes, ledger.Count().OutletCount, ledger.Count().Copies));
        var once = ledger.Count(new StatementQuery { WithoutCopies = true });
        Assert.Equal((1, 1, 0), (once.Total.Quotes, once.OutletCount, once.Copies));
        Assert.Equal("Journal 7", once.Outlets.Single().Name);

        Assert.Equal(20, ledger.Find(new StatementQuery { Words = "lac" }).Statements.Single().Statement.Reports.Count);
        Assert.Equal("journal-07", ledger.Find(new StatementQuery { Words = "lac", WithoutCopies = true }).Statements.Single().Statement.Reports.Single().Document);
        Assert.Equal(1, ledger.Facets(new StatementQuery { Words = "lac", WithoutCopies = true }).Counted);
        Assert.Equal("journal-07", Assert.Single(ledger.Export(new StatementQuery { WithoutCopies = true })).Analysis.Document.Id);
    }

    private static Analysis Make(string id, string text, DateOnly? published, params string[] furniture) => new Article(id, text) { Outlet = id, Published = published, Furniture = furniture }.Build();

    // Sentences that mean nothing, other ones for each seed.
    private static string Prose(int seed, int sentences)
    {
        string[] words = ["le", "barrage", "de", "la", "vallée", "reste", "fermé", "jusqu'au", "printemps", "selon", "des", "habitants", "que", "rien", "ne", "rassure", "depuis", "les", "crues", "et", "une", "commission", "doit", "rendre", "son", "avis", "avant", "décembre"];
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, sentences).Select(_ => string.Join(' ', Enumerable.Range(0, 10).Select(_ => words[random.Next(words.Length)])) + "."));
    }

    private static IEnumerable<int[]> Orders(int[] items)
    {
        if (items.Length < 2)
            return [items];
        return items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
    }
}
