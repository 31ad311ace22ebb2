// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Writing;
using Dixit.Statements;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests;

/// <summary>What every ledger must make of what was read: speakers and statements across documents, and answers.</summary>
public abstract class StatementContractTests : ContractTests
{
    [Fact]
    public void SameStatement_OfTwoOutlets_IsOneWithAllReports()
    {
        using var ledger = Open();
        Add(ledger, Affair());

        var found = Assert.Single(ledger.Find(new StatementQuery { Words = "vidé" }).Statements).Statement;

        Assert.Equal("Hélène Vaudrel", found.Speaker!.Name);
        Assert.Equal((3, 3, new DateOnly(2024, 10, 8), new DateOnly(2024, 10, 9)), (found.Documents, found.Outlets, found.First, found.Last));
        Assert.Equal(["Interdépêches", "Le Cadran", "La Gazette"], found.Reports.Select(report => report.Outlet));
        Assert.Equal("Le lac du barrage ne sera pas vidé cet automne", found.Text);
        var report = found.Reports[0];
        var text = ledger.FindDocument(report.Document)!.Analysis.Document.Text;
        Assert.Equal(report.Wording, text.Substring(report.Span.Start, report.Span.Length));
        Assert.Equal(report.Span.Start - 1, report.CodePoints.Start);
    }

    [Fact]
    public void Statements_WhateverTheOrderOfTheDocuments_AreTheSame()
    {
        var orders = new[] { Affair(), [.. Affair().Reverse()], [.. Affair().OrderBy(article => article.Document.Text.Length)] };
        var exports = orders.Select((order, index) =>
        {
            using var ledger = Open($"order-{index}");
            Add(ledger, order);
            return Export(ledger);
        }).ToList();

        Assert.Equal(exports[0], exports[1]);
        Assert.Equal(exports[0], exports[2]);
        Assert.Contains("\"statement\":\"s-", exports[0]);
    }

    [Fact]
    public void LikeWords_ToldMonthsApart_AreOneOnlyWhileARepeatStandsBetween()
    {
        const string spring = "Le port accueillera les bateaux neufs après les vacances";
        const string summer = "Le port recevra les pétroliers après les vacances";
        static Analysis Told(string id, string words, int month, int day) =>
            new Article(id, $"« {words} », a dit Hélène Vaudrel.") { Outlet = id, Published = new DateOnly(2024, month, day) }.Says(Article.Minister, words).Build();
        Analysis[] articles = [Told("mars", spring, 3, 1), Told("juin", summer, 6, 1), Told("mai", spring, 5, 20)];
        using var apart = Open("apart");
        Add(apart, articles[0], articles[1]);
        Assert.Equal(2, apart.Describe().Statements);
        var before = Export(apart);

        var exports = new[] { (int[])[0, 1, 2], [2, 1, 0], [1, 2, 0] }.Select((order, index) =>
        {
            using var ledger = Open($"order-{index}");
            foreach (var article in order)
                Add(ledger, articles[article]);
            Assert.Equal(1, ledger.Describe().Statements);
            return Export(ledger);
        }).ToList();
        Assert.Equal(exports[0], exports[1]);
        Assert.Equal(exports[0], exports[2]);

        using var again = Open("order-0");
        using (var writer = Write(again))
        {
            Assert.True(writer.RemoveDocument("mai"));
            writer.Commit();
        }

        Assert.Equal(before, Export(again));
        Add(again, Told("mai", spring, 5, 20));
        Assert.Equal(2, again.Describe().Statements); // what was removed is left out
        Assert.Empty(again.FindDamage());

        Add(apart, articles[2]);
        Assert.Equal(exports[0], Export(apart));
        Add(apart, Told("mai", spring, 3, 2)); // the day was wrong
        Assert.Equal(2, apart.Describe().Statements);
    }

    [Fact]
    public void Statements_HoweverTheDocumentsWereBatched_AreTheSame()
    {
        var exports = new[] { 1, 2, 100 }.Select(size =>
        {
            using var ledger = Open($"batch-{size}");
            using (var writer = ledger.OpenWriter(new WriterOptions { BatchDocuments = size }, TestContext.Current.CancellationToken))
            {
                foreach (var article in Affair())
                    writer.Add(article);
                writer.Commit();
            }

            return Export(ledger);
        }).ToList();

        Assert.Single(exports.Distinct());
    }

    [Theory]
    [InlineData("la digue de Montbrisel sera rebâtie", new[] { "exact" })]
    [InlineData("digue de Montbrisel", new[] { "exact", "other-words", "turned" })]
    [InlineData("Montbrisel rebâtie", new string[0])]
    [InlineData("de la", new[] { "turned" })]
    [InlineData("la digue de Montbrisel", new[] { "exact", "turned" })]
    [InlineData("digue, de 3,5 mètres, sera", new[] { "number" })]
    [InlineData("Montbrisel sera rebâtie », dit « la digue", new string[0])]
    public void Phrase_WhateverStandsBetweenItsWords_IsFoundAsItIs(string phrase, string[] found)
    {
        using var ledger = Open();
        Add(
            ledger,
            Said("exact", "Anne Morel", "la digue de Montbrisel sera rebâtie"),
            Said("other-words", "Paul Duval", "cette digue de Montbrisel est rebâtie"),
            Said("turned", "Rita Sorel", "à Montbrisel on parle sans cesse de la digue de Montbrisel"),
            Said("number", "Jean Carnot", "une digue de 3,5 mètres sera dressée"),
            Said("apart", "Léa Fabre", "la digue neuve de Montbrisel sera bientôt rebâtie"));

        foreach (var order in Enum.GetValues<StatementOrder>())
        {
            var query = new StatementQuery { Words = $"\"{phrase}\"", Order = order };
            Assert.Equal(found.Order(StringComparer.Ordinal), ledger.Find(query).Statements.Select(each => each.Statement.Reports[0].Document).Order(StringComparer.Ordinal));
            Assert.Equal(found.Length, ledger.Facets(query).Counted);
        }

        static Analysis Said(string id, string name, string words) => new Article(id, $"« {words} », dit {name}.").Says(new Speaker(name, SpeakerKind.Person), words).Build();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void Statements_OfALongAffair_AreTheSameInBatchesOfAnySize(int size)
    {
        var articles = Chronicle().ToList();
        using var whole = Open("whole");
        Add(whole, [.. articles]);
        using var ledger = Open($"batch-{size}");
        using (var writer = ledger.OpenWriter(new WriterOptions { BatchDocuments = size }, TestContext.Current.CancellationToken))
        {
            foreach (var article in articles)
                writer.Add(article);
            writer.Commit();
        }

        Assert.Equal(Export(whole), Export(ledger));
        Assert.Equal(2, ledger.Describe().Speakers);
        Assert.InRange(ledger.Describe().Statements, 40, 100); // of the 390 that were told
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Statements_OfALongAffair_WhileDocumentsComeGoAndChange_AreThoseOfWhatIsLeft()
    {
        List<Analysis> articles = [.. Chronicle(), .. OneSentence()];
        List<Analysis> later = [.. Chronicle(daysLater: 3), .. OneSentence(daysLater: 3)];
        using var ledger = Open("changing");
        using (var writer = ledger.OpenWriter(new WriterOptions { BatchDocuments = 7 }, TestContext.Current.CancellationToken))
        {
            for (var i = 0; i < articles.Count; i++)
            {
                writer.Add(articles[i]);
                if (i % 9 == 8)
                    Assert.True(writer.RemoveDocument(articles[i - 4].Document.Id));
                if (i % 13 == 12)
                    Assert.Equal(AddOutcome.Refreshed, writer.Add(later[i - 1]));
            }

            writer.Commit();
        }

        var left = articles.Select((article, i) => i % 13 == 11 ? later[i] : article).Where((_, i) => i % 9 != 4 || i + 4 >= articles.Count);
        using var fresh = Open("fresh");
        Add(fresh, [.. left]);
        Assert.Equal(Export(fresh), Export(ledger));
        Assert.Equal(
            fresh.Find(new StatementQuery { Limit = 200 }).Statements.Select(Describe).Order(StringComparer.Ordinal),
            ledger.Find(new StatementQuery { Limit = 200 }).Statements.Select(Describe).Order(StringComparer.Ordinal));
        Assert.Empty(ledger.FindDamage());

        static string Describe(FoundStatement found) => $"{found.Statement.Id} {found.Statement.Documents} {found.Statement.First} {found.Statement.Last} {found.Statement.Outlets} {found.Statement.Text}";
    }

    [Fact]
    public void Statements_OfSomebodyWhoTurnsOutToBeAnother_GoOverAsTheyAre()
    {
        using var ledger = Open();
        using var writer = ledger.OpenWriter(new WriterOptions { BatchDocuments = 7 }, TestContext.Current.CancellationToken);
        foreach (var article in Chronicle().Concat(OneSentence()))
            writer.Add(article);
        writer.Commit();
        var before = Whose();

        // The same writer, which has at hand what it wrote.
        var merge = writer.Correct(new SpeakerMerge("Lucien Bressac", ["Hélène Vaudrel"]));
        Assert.Equal(merge.Speaker, Assert.Single(Whose().Values.Distinct()));
        Assert.Equal(Whose().Count, Assert.Single(ledger.Speakers()).Statements);
        Assert.Empty(ledger.FindDamage());

        Assert.True(writer.Undo(merge.Number));
        Assert.Equal(before, Whose());
        Assert.Empty(ledger.FindDamage());

        SortedDictionary<string, string> Whose() => new(ledger.Find(new StatementQuery { Limit = 200 }).Statements.ToDictionary(found => found.Statement.Id, found => found.Statement.Speaker!.Id), StringComparer.Ordinal);
    }

    /// <summary>One sentence with something else added each time, so that many wordings hang together, and half of them again.</summary>
    private static IEnumerable<Analysis> OneSentence(int daysLater = 0)
    {
        string[] tails =
        [
            "avec l'aide de la région", "sans nouvel impôt local", "malgré le prix de l'acier", "sous la conduite des ingénieurs", "en dépit des recours", "grâce aux dons des riverains", "au pied de la colline",
            "devant le vieux lavoir", "avec des pierres du pays", "pour les enfants du canton", "face aux crues du printemps", "loin du chantier naval", "comme nos grands-parents", "par respect pour les noyés",
        ];
        for (var i = 0; i < tails.Length * 3; i++)
        {
            var words = $"Nous rebâtirons la longue digue de Montbrisel {tails[i % tails.Length]}";
            yield return new Article($"phrase-{i:00}", $"« {words} », a dit Hélène Vaudrel.") { Outlet = $"Journal {i % 5}", Published = new DateOnly(2024, 3, 1).AddDays((i / 4) + daysLater) }.Says(Article.Minister, words).Build();
        }
    }

    /// <summary>Two people who say the same again and again, sometimes cut, sometimes a little otherwise, over half a year; one of them is at times called by the surname alone.</summary>
    private static IEnumerable<Analysis> Chronicle(int daysLater = 0)
    {
        string[] works = ["la digue de Montbrisel", "le pont de Sarvane", "la gare de Lorcy", "le canal du Tamier", "la tour du vieux port"];
        string[] ends = ["avant la fin de l'hiver", "avec l'aide de la région", "sans nouvel impôt local", "malgré le prix de l'acier"];
        var surname = new Speaker("Vaudrel", SpeakerKind.Person) { Gender = Gender.Female };
        for (var i = 0; i < 130; i++)
        {
            var (work, end, other) = (works[i % 5], ends[i / 5 % 4], works[(i * 3) % 5]);
            var first = i % 3 == 0 ? $"Nous rebâtirons {work} {end}" : $"Nous rebâtirons {work} {end}, promis devant tous les élus du canton numéro {i % 11}";
            var second = i % 4 == 0 ? $"Les ingénieurs contrôlent {other}" : $"Les ingénieurs contrôlent chaque semaine {other} {end}";
            var third = $"Il faut fermer {other} pendant {(i % 6) + 2} jours";
            var named = i % 5 != 4;
            var name = named ? "Hélène Vaudrel" : "Vaudrel";
            yield return new Article($"chronique-{i:000}", $"« {first} », a dit {name}. « {second} », a dit {name}. « {third} », a dit Lucien Bressac.")
            {
                Outlet = $"Journal {i % 9}",
                Published = new DateOnly(2024, 1, 1).AddDays((i * 3 / 2) + daysLater),
            }.Says(named ? Article.Minister : surname, first).Says(named ? Article.Minister : surname, second).Says(Article.Mayor, third).Build();
        }
    }

    [Fact]
    public void StatementId_WhenEarlierEvidenceComes_LeadsToItsHeir()
    {
        using var ledger = Open();
        Add(ledger, Affair()[2]);
        var before = Assert.Single(ledger.Find(new StatementQuery { Words = "vidé" }).Statements).Statement.Id;
        Add(ledger, Affair()[0]);

        var heir = ledger.FindStatement(before)!;

        Assert.NotEqual(before, heir.Id);
        Assert.Equal("Interdépêches", heir.Reports[0].Outlet);
        Assert.Equal(heir.Id, ledger.FindStatement(heir.Id)!.Id);
        Assert.Null(ledger.FindStatement("s-000000000000"));
    }

    [Fact]
    public void RemoveDocument_ThatHeldWordingsTogether_DividesTheStatement()
    {
        using var ledger = Open();
        Add(ledger, Affair());
        using (var writer = Write(ledger))
        {
            Assert.True(writer.RemoveDocument("gazette"));
            Assert.True(writer.RemoveDocument("depeche"));
            writer.Commit();
        }

        Assert.Equal(["Le Cadran"], Assert.Single(ledger.Find(new StatementQuery { Words = "vidé" }).Statements).Statement.Reports.Select(report => report.Outlet));
        Assert.Empty(ledger.FindDamage());

        using var fresh = Open("fresh");
        Add(fresh, [.. Affair().Where(article => article.Document.Id is not ("gazette" or "depeche"))]);
        Assert.Equal(Export(fresh), Export(ledger));
    }

    [Fact]
    public void ChangedDocument_KeepsWhatItSaidAsEvidence()
    {
        using var ledger = Open();
        Add(ledger, Affair()[0]);
        Add(ledger, new Article("depeche", "« Tout est calme », a dit Hélène Vaudrel.") { Outlet = "Interdépêches" }.Says(Article.Minister, "Tout est calme").Build());

        var report = Assert.Single(Assert.Single(ledger.Find(new StatementQuery { Words = "vidé" }).Statements).Statement.Reports);

        Assert.False(report.IsCurrent);
        Assert.Equal(1, report.Version);
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Reanalysis_ByAnotherEngine_LeavesNoOldStatementAndKeepsIds()
    {
        Analysis[] articles = [.. Affair(), new Article("voisine", "« L'eau monte », dit une voisine.").Says(new Speaker("voisine", SpeakerKind.Person) { Gender = Gender.Female }, "L'eau monte").Build()];
        using var ledger = Open();
        Add(ledger, articles);
        var before = Export(ledger);
        using (var writer = ledger.OpenWriter(new WriterOptions { Engine = "99" }, TestContext.Current.CancellationToken))
        {
            foreach (var article in articles)
                Assert.Equal(AddOutcome.Refreshed, writer.Add(article));
            writer.Commit();
        }

        Assert.Equal(before, Export(ledger));
        Assert.Empty(ledger.FindDamage());
    }

    [Theory]
    [InlineData("ÉVACUER", null, null, "Il faut évacuer la vallée")]
    [InlineData("\"faut évacuer\"", null, null, "Il faut évacuer la vallée")]
    [InlineData("«évacuer faut»", null, null, null)]
    [InlineData("évacuer vallée", null, "Bressac", "Il faut évacuer la vallée")]
    [InlineData("évacuer", null, "Vaudrel", null)]
    [InlineData("évacuer", null, "personne", null)]
    [InlineData(null, "barrage", "Lucien Bressac", "Il faut évacuer la vallée")]
    [InlineData(null, "poissons", null, null)]
    public void Find_ByWordsSpeakerAndTopic_FindsWhatFits(string? words, string? about, string? by, string? expected)
    {
        using var ledger = Open();
        Add(ledger, Affair());

        var found = ledger.Find(new StatementQuery { Words = words, About = about, By = by }).Statements;

        Assert.Equal(expected is null ? [] : [expected], found.Select(statement => statement.Wording));
    }

    [Fact]
    public void Find_WithWords_MarksThemInTheWording()
    {
        using var ledger = Open();
        Add(ledger, Affair());

        var found = Assert.Single(ledger.Find(new StatementQuery { Words = "vallées évacuées" }).Statements);

        Assert.Equal(["évacuer", "vallée"], found.Highlights.Select(span => found.Wording.Substring(span.Start, span.Length)));
    }

    [Fact]
    public void Find_ByOutletDayFormAndAct_KeepsToReportsThatFitAll()
    {
        using var ledger = Open();
        Add(ledger, Affair());

        Assert.Equal(["La Gazette"], Reports(new StatementQuery { Words = "vidé", Outlet = "la gazette" }));
        Assert.Equal(["Interdépêches"], Reports(new StatementQuery { Words = "vidé", To = new DateOnly(2024, 10, 8) }));
        Assert.Equal(["Le Cadran", "La Gazette"], Reports(new StatementQuery { Words = "vidé", From = new DateOnly(2024, 10, 9) }));
        Assert.Equal(["La Gazette"], Reports(new StatementQuery { Words = "vidé", Kind = QuotationKind.Indirect }));
        Assert.Empty(Reports(new StatementQuery { Words = "vidé", Kind = QuotationKind.Indirect, To = new DateOnly(2024, 10, 8) }));
        Assert.Equal(["Le Cadran"], Reports(new StatementQuery { Act = SpeechAct.Demand }));

        IEnumerable<string?> Reports(StatementQuery query) => ledger.Find(query).Statements.SelectMany(found => found.Statement.Reports).Select(report => report.Outlet);
    }

    [Fact]
    public void Find_InPages_GivesEachStatementOnce()
    {
        using var ledger = Open();
        Add(ledger, [.. Enumerable.Range(1, 7).Select(number => new Article($"n/{number}", $"« Le village {number} compte {number * 3} maisons », dit Lucien Bressac.") { Published = new DateOnly(2024, 1, number) }.Says(Article.Mayor, $"Le village {number} compte {number * 3} maisons").Build())]);
        var query = new StatementQuery { Words = "village", Order = StatementOrder.Oldest, Limit = 3 };

        var first = ledger.Find(query);
        var second = ledger.Find(query with { Cursor = first.Next });
        var third = ledger.Find(query with { Cursor = second.Next });

        Assert.Equal(Enumerable.Range(1, 7), first.Statements.Concat(second.Statements).Concat(third.Statements).Select(found => found.Statement.First!.Value.Day));
        Assert.Null(third.Next);
        Assert.Equal(LedgerProblems.WrongCursor, Assert.Throws<LedgerException>(() => ledger.Find(query with { Cursor = "nonsense" })).Code);
        Assert.Equal(LedgerProblems.NoWords, Assert.Throws<LedgerException>(() => ledger.Find(new StatementQuery { Words = "!?" })).Code);
    }

    [Theory]
    [InlineData("Le lac du barrage ne sera pas vidé cet automne", "Hélène Vaudrel", ClaimVerdict.Verbatim)]
    [InlineData("Le lac du barrage sera vidé cet automne", "Hélène Vaudrel", ClaimVerdict.Altered)]
    [InlineData("Il faut évacuer la vallée", "Hélène Vaudrel", ClaimVerdict.Misattributed)]
    [InlineData("Il faut évacuer la vallée", null, ClaimVerdict.Verbatim)]
    [InlineData("Les impôts locaux augmenteront de moitié", "Hélène Vaudrel", ClaimVerdict.NotFound)]
    public void Check_OfAClaim_GivesTheVerdict(string claim, string? by, ClaimVerdict expected)
    {
        using var ledger = Open();
        Add(ledger, Affair());

        Assert.Equal(expected, ledger.Check(claim, by).Verdict);
    }

    [Fact]
    public void Check_ByADay_CountsOnlyWhatWasSaidByThen()
    {
        using var ledger = Open();
        Add(ledger, Affair());

        Assert.Equal(ClaimVerdict.NotFound, ledger.Check("Il faut évacuer la vallée", "Bressac", new DateOnly(2024, 10, 7)).Verdict);
        Assert.Equal(ClaimVerdict.Verbatim, ledger.Check("Il faut évacuer la vallée", "Bressac", new DateOnly(2024, 10, 9)).Verdict);
    }

    [Fact]
    public void Speakers_OfOneName_AreOneWithTheirRolesAndDays()
    {
        using var ledger = Open();
        Add(ledger, Affair());

        var minister = Assert.Single(ledger.Speakers("vaudrel"));

        Assert.Equal(("Hélène Vaudrel", Gender.Female, 3), (minister.Reference.Name, minister.Gender, minister.Documents));
        Assert.Equal([new SpeakerRole("ministre de l'Énergie", new DateOnly(2024, 10, 8), new DateOnly(2024, 10, 9), 3)], minister.Roles);
        Assert.Equal(minister.Reference.Id, Assert.Single(ledger.Speakers(minister.Reference.Id)).Reference.Id);
        Assert.Empty(ledger.Speakers("p-000000000000"));
    }

    [Fact]
    public void Speaker_OfABareSurnameAndNothingElse_StaysAlone()
    {
        using var ledger = Open();
        Add(ledger, Affair());
        Add(ledger, new Article("seul", "« Je pars », dit Bressac.").Says(new Speaker("Bressac", SpeakerKind.Person), "Je pars").Build());

        var alone = Assert.Single(ledger.Speakers("Bressac"));
        Assert.Equal(("Bressac", 1), (alone.Reference.Name, alone.Statements));
        Assert.NotEqual(alone.Reference.Id, Assert.Single(ledger.Speakers("Lucien Bressac")).Reference.Id);
    }

    [Fact]
    public void SpeakerOfARole_OnceADocumentNamesItsHolder_IsThatPerson()
    {
        var role = new Speaker("maire de Montbrisel", SpeakerKind.Person) { Gender = Gender.Male };
        using var ledger = Open();
        Add(ledger, new Article("role", "« L'eau monte », dit le maire de Montbrisel.").Says(role, "L'eau monte").Build());
        var before = Assert.Single(ledger.Find(new StatementQuery { Words = "eau" }).Statements).Statement.Speaker!;
        Assert.Equal("maire de Montbrisel", before.Name);

        Add(ledger, Affair());

        var after = Assert.Single(ledger.Find(new StatementQuery { Words = "eau" }).Statements).Statement.Speaker!;
        Assert.Equal("Lucien Bressac", after.Name);
        Assert.Equal(after.Id, Assert.Single(ledger.Speakers(before.Id)).Reference.Id);
        Assert.Single(ledger.Find(new StatementQuery { Words = "eau", By = "Lucien Bressac" }).Statements);
        Assert.Equal(ClaimVerdict.Verbatim, ledger.Check("L'eau monte", "Lucien Bressac").Verdict);
        Assert.Empty(ledger.FindDamage());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OfficeBesideItsHolder_WhicheverDocumentTellsIt_IsHers(bool isToldFirst)
    {
        using var ledger = Open();
        var bare = new Article("cadran", "Hélène Vaudrel est venue. « Je reviendrai », a dit la ministre. « À bientôt », a lancé Hélène Vaudrel.") { Outlet = "Le Cadran", Published = new DateOnly(2024, 10, 9) }
            .Says(new Speaker("ministre", SpeakerKind.Person) { Gender = Gender.Female }, "Je reviendrai").Says(new Speaker("Hélène Vaudrel", SpeakerKind.Person) { Gender = Gender.Female }, "À bientôt").Build();
        var telling = new Article("depeche", "« Tout est calme », a dit Hélène Vaudrel.") { Outlet = "Interdépêches" }.Says(Article.Minister, "Tout est calme").Build();

        foreach (var article in isToldFirst ? new[] { telling, bare } : [bare, telling])
            Add(ledger, article);

        Assert.Equal(3, Assert.Single(ledger.Speakers()).Statements);
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void SpeakerNamedOtherwise_WithTheSameWords_IsThatPerson()
    {
        Analysis[] reports =
        [
            Report("depeche", "Ingrid Halvdal", "Les trois vannes du barrage seront remplacées avant la fin du mois de mars", 8),
            Report("gazette", "patronne de l'exploitant", "Les trois vannes du barrage vont être remplacées avant la fin du mois de mars", 9),
            Report("radio", "habitante", "Personne ne nous a prévenus de la fermeture du sentier des crêtes", 9),
            Report("revue", "patronne d'une scierie", "Les trois vannes du barrage seront remplacées avant la fin du mois de mars", 30),
        ];

        var exports = new List<string>();
        foreach (var (order, size) in new[] { (reports, 100), ([.. reports.Reverse()], 100), (reports, 1), (reports, 2) })
        {
            using var ledger = Open($"proof-{exports.Count}");
            foreach (var batch in order.Chunk(size)) // a writer each, as after a crash
                Add(ledger, batch);
            var found = ledger.Find(new StatementQuery { Words = "vannes" }).Statements;
            Assert.Equal([("Ingrid Halvdal", 2), ("patronne d'une scierie", 1)], found.Select(statement => (statement.Statement.Speaker!.Name, statement.Statement.Documents)).OrderByDescending(item => item.Item2));
            Assert.Equal(3, ledger.Speakers().Count);
            Assert.Empty(ledger.FindDamage());
            exports.Add(string.Join('\n', Export(ledger).Split('\n').Order(StringComparer.Ordinal)));
        }

        Assert.Single(exports.Distinct());

        static Analysis Report(string id, string name, string words, int day) =>
            new Article(id, $"« {words} », a dit {name}.") { Outlet = id, Published = new DateOnly(2024, 10, day) }
                .Says(new Speaker(name, SpeakerKind.Person) { Gender = Gender.Female }, words).Build();
    }

    [Theory]
    [InlineData(StatementOrder.Newest, null, null, "2024-03-05 2024-03-02 2023-11-20 2021-06-01 2002-02-02 ?")]
    [InlineData(StatementOrder.Oldest, null, null, "2002-02-02 2021-06-01 2023-11-20 2024-03-02 2024-03-05 ?")]
    [InlineData(StatementOrder.Newest, "2021-06-01", "2024-03-02", "2024-03-02 2023-11-20 2021-06-01")]
    [InlineData(StatementOrder.Oldest, "2021-06-02", null, "2023-11-20 2024-03-02 2024-03-05")]
    [InlineData(StatementOrder.Oldest, null, "2001-01-01", "")]
    public void Find_SortedByDay_GoesThroughTheYears(StatementOrder order, string? from, string? to, string expected)
    {
        using var ledger = Open();
        string[] days = ["2024-03-02", "2002-02-02", "?", "2024-03-05", "2021-06-01", "2023-11-20"];
        Add(ledger, [.. days.Select((day, i) => new Article($"d/{i}", $"« Le village {(i * 7) + 2} compte {(i * 31) + 3} maisons », dit Lucien Bressac.") { Published = DateOnly.TryParse(day, out var known) ? known : null }
            .Says(Article.Mayor, $"Le village {(i * 7) + 2} compte {(i * 31) + 3} maisons").Build())]);

        var found = ledger.Find(new StatementQuery { Words = "maison", Order = order, From = from is null ? null : DateOnly.Parse(from), To = to is null ? null : DateOnly.Parse(to) }).Statements;

        Assert.Equal(expected, string.Join(' ', found.Select(statement => statement.Statement.First?.ToString("yyyy-MM-dd") ?? "?")));
    }

    [Fact]
    public void Find_SortedByReports_GivesTheMostRepeatedFirst()
    {
        using var ledger = Open();
        Add(ledger, Affair());

        var found = ledger.Find(new StatementQuery { By = "Vaudrel", Words = "lac", Order = StatementOrder.MostReported }).Statements;

        Assert.Equal(3, found[0].Statement.Documents);
        Assert.Equal([3, 1], ledger.Find(new StatementQuery { Outlet = "le cadran", Order = StatementOrder.MostReported }).Statements.Select(statement => statement.Statement.Documents));
    }

    [Fact]
    public void Find_AboutWordsOfAHeading_FindsWhatStandsBelowIt()
    {
        using var ledger = Open();
        Add(ledger, Affair());

        Assert.Equal(["Il faut évacuer la vallée", "Le lac du barrage ne sera pas vidé"], Wordings("élus réclamaient"));
        Assert.Equal(["Il faut évacuer la vallée", "Le lac du barrage ne sera pas vidé"], Wordings("\"les élus\""));
        Assert.Equal(["le lac du barrage ne serait pas vidé cet automne"], Wordings("rassurer"));
        Assert.Empty(Wordings("rassurer élus"));

        IEnumerable<string> Wordings(string about) => ledger.Find(new StatementQuery { About = about }).Statements.Select(found => found.Wording).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void PrimaryDocument_ComesBeforeReportsOfIt()
    {
        using var ledger = Open();
        Add(ledger, Affair());
        var speech = PrimaryWords.Give(new Article("discours", "Mesdames, messieurs, merci. Le lac du barrage ne sera pas vidé cet automne.") { Outlet = null, Published = new DateOnly(2024, 10, 20) }.Build(), "Hélène Vaudrel", Statements());
        using (var writer = Write(ledger))
        {
            writer.Add(speech, new AddOptions { IsPrimary = true, PrimarySpeaker = "Hélène Vaudrel" });
            writer.Commit();
        }

        Assert.Equal("discours", Assert.Single(ledger.Find(new StatementQuery { Words = "vidé" }).Statements).Statement.Reports[0].Document);
        Assert.Equal("discours", ledger.Check("Le lac du barrage ne sera pas vidé cet automne", "Vaudrel").Worst!.Evidence[0].Record.Content.Document);
    }

    private static Analysis[] Affair() =>
    [
        new Article("depeche", "🙂 « Le lac du barrage ne sera pas vidé cet automne », a dit Hélène Vaudrel.") { Outlet = "Interdépêches", Published = new DateOnly(2024, 10, 8), Title = "Corvières : la ministre tranche" }
            .Says(Article.Minister, SpeechAct.Refuse, QuotationKind.Direct, "Le lac du barrage ne sera pas vidé cet automne").Build(),
        new Article("cadran", "« Le lac du barrage ne sera pas vidé », a dit la ministre Hélène Vaudrel. « Il faut évacuer la vallée », demande Lucien Bressac.") { Outlet = "Le Cadran", Published = new DateOnly(2024, 10, 9), Title = "Barrage : les élus réclament" }
            .Says(Article.Minister, SpeechAct.Refuse, QuotationKind.Direct, "Le lac du barrage ne sera pas vidé").Says(Article.Mayor, SpeechAct.Demand, QuotationKind.Direct, "Il faut évacuer la vallée").Build(),
        new Article("gazette", "Hélène Vaudrel a assuré que le lac du barrage ne serait pas vidé cet automne.") { Outlet = "La Gazette", Published = new DateOnly(2024, 10, 9), Title = "La ministre rassure" }
            .Says(Article.Minister, SpeechAct.Refuse, QuotationKind.Indirect, "le lac du barrage ne serait pas vidé cet automne").Build(),
    ];
}
