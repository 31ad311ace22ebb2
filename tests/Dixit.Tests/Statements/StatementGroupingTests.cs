// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;
using Xunit;
using static Dixit.Tests.Statements.Reading;

namespace Dixit.Tests.Statements;

public sealed class StatementGroupingTests
{
    // Several statements of one speaker, in several wordings, with near misses between them.
    private static readonly string[] Wordings =
    [
        "La Ligue n’enverra pas de bateaux à Valmer",
        "La Ligue n’enverra aucun bateau à Valmer",
        "Il n’est pas question d’envoyer des bateaux de la Ligue à Valmer",
        "La Ligue enverra des bateaux à Valmer",
        "La Ligue va envoyer des bateaux à Valmer dès lundi",
        "Trois ports seront fermés cet hiver",
        "Quatre ports seront fermés cet hiver",
        "Trois ports du Sund seront fermés cet hiver, et les pêcheurs seront indemnisés",
        "Les pêcheurs seront indemnisés",
        "Les pêcheurs ne seront pas indemnisés",
        "Nous devons rouvrir le détroit",
        "Nous pouvons rouvrir le détroit",
        "Il faut rouvrir le détroit aux pétroliers norvégiens",
        "Il faut rouvrir le détroit aux pétroliers suédois",
        "Toute fermeture du détroit changerait complètement la nature de la crise",
        "Toute fermeture du détroit changerait fondamentalement le caractère de la crise, et aurait des conséquences graves",
        "Et nous aussi",
    ];

    // Alike, but no more than that.
    private const string AfterSummer = "Le port accueillera les bateaux neufs après les vacances";
    private const string AfterSummerToo = "Le port recevra les pétroliers après les vacances";

    [Fact]
    public void Group_TheSameOtherwise_IsOneStatement()
    {
        var groups = StatementGrouping.Group([Content("a", Wordings[0], "2031-03-02"), Content("b", Wordings[1], "2031-03-01"), Content("c", Wordings[3], "2031-03-01")]);

        Assert.Equal([["b", "a"], ["c"]], groups.Select(group => group.Contents.Select(content => content.Document).ToArray()));
        Assert.Equal(groups[0].Earliest.EvidenceId, groups[0].Id);
        Assert.Equal(2, groups[0].Variants.Count);
    }

    [Fact]
    public void Group_InAnyOrder_IsTheSame()
    {
        var contents = Contents();
        var expected = Describe(StatementGrouping.Group(contents));
        Assert.InRange(expected.Count, 5, contents.Count - 5);

        for (var seed = 1; seed <= 40; seed++)
            Assert.Equal(expected, Describe(StatementGrouping.Group(Shuffled(contents, seed))));
    }

    [Fact]
    public void Group_AChain_NeverJoinsWhatTheGuardsKeepApart()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            foreach (var group in StatementGrouping.Group(Shuffled(Contents(), seed)))
            {
                foreach (var one in group.Variants)
                {
                    foreach (var other in group.Variants)
                        Assert.Equal(Meanings.None, StatementComparer.Compare(one.Text, other.Text).Conflicts);
                }
            }
        }
    }

    [Fact]
    public void Remove_AContent_LeavesWhatTheOthersGive()
    {
        var contents = Contents();
        foreach (var gone in contents.Where((_, i) => i % 5 == 0))
        {
            var grouping = new StatementGrouping();
            foreach (var content in contents)
                grouping.Add(content);
            _ = grouping.Groups;

            Assert.True(grouping.Remove(gone));
            Assert.Equal(Describe(StatementGrouping.Group(contents.Where(content => content != gone))), Describe(grouping.Groups));
        }
    }

    [Fact]
    public void EvidenceId_OfALaterFirstReport_LeadsToTheHeir()
    {
        var grouping = new StatementGrouping();
        var late = Content("late", Wordings[0], "2031-05-01");
        grouping.Add(late);
        var former = Assert.Single(grouping.Groups).Id;

        grouping.Add(Content("early", Wordings[1], "2031-04-01"));

        var heir = Assert.Single(grouping.Groups);
        Assert.NotEqual(former, heir.Id);
        Assert.Contains(former, heir.Contents.Select(content => content.EvidenceId));
        Assert.Same(heir, grouping.Find(late));
    }

    [Fact]
    public void Add_TheSameContentTwice_ChangesNothing()
    {
        var grouping = new StatementGrouping();
        grouping.Add(Content("a", Wordings[0]));
        grouping.Add(Content("a", Wordings[0]));

        Assert.Single(Assert.Single(grouping.Groups).Contents);
    }

    [Fact]
    public void Group_TwoSentencesOfOneDocument_AreTwoUnlessMuchAlike()
    {
        const string first = "Les patrouilles seront renforcées dans le détroit avant la fin du mois";
        const string second = "Les patrouilles du détroit recevront des bateaux neufs le mois prochain";
        const string elsewhere = "Les patrouilles dans le détroit vont être renforcées d’ici à la fin du mois";
        Assert.True(StatementComparer.Compare(Text(first), Text(elsewhere)).AreOne);

        var groups = StatementGrouping.Group([Content("a", first), Content("a", second, start: 100), Content("b", elsewhere)]);
        var repeated = StatementGrouping.Group([Content("a", first), Content("a", first + ", a-t-il dit", start: 200)]);

        Assert.Equal([["a", "b"], ["a"]], groups.Select(group => group.Contents.Select(content => content.Document).ToArray()));
        Assert.Single(repeated);
    }

    [Fact]
    public void Group_AMuchRepeatedSentence_IsComparedOnce()
    {
        var grouping = new StatementGrouping();
        for (var i = 0; i < 1000; i++)
        {
            grouping.Add(Content($"a{i}", Wordings[0], $"2031-01-{(i % 28) + 1:00}"));
            grouping.Add(Content($"b{i}", Wordings[1], $"2031-02-{(i % 28) + 1:00}"));
        }

        Assert.Equal(2000, Assert.Single(grouping.Groups).Contents.Count);
        Assert.InRange(grouping.Comparisons, 1, 4);
    }

    [Fact]
    public void Group_TwiceAsManyStatements_TakesLittleMoreThanTwiceTheComparisons()
    {
        var counts = new[] { 1000, 2000, 4000 }.Select(count =>
        {
            var grouping = new StatementGrouping();
            foreach (var content in Archive(count))
                grouping.Add(content);
            Assert.InRange(grouping.Groups.Count, count / 4, count);
            return grouping.Comparisons;
        }).ToArray();

        // Each with each would be half a million, two and eight million: four times as many at every step. Here it is less than one a
        // statement; what is beyond twice as many are the keys that two statements share by chance.
        Assert.True(counts[0] is > 0 and < 1000 && counts[1] < 2000 && counts[2] < 4000, string.Join(' ', counts));
        Assert.True(counts[1] < counts[0] * 3 && counts[2] < counts[1] * 3, string.Join(' ', counts));
    }

    [Fact]
    public void Group_DocumentsInAnyOrderAndTakenOutAgain_IsWhatTheOthersGive()
    {
        var contents = Archive(120);
        var documents = contents.GroupBy(content => content.Document).Select(group => group.ToList()).ToList();
        for (var seed = 1; seed <= 8; seed++)
        {
            var random = new Random(seed);
            var shuffled = documents.ToArray();
            random.Shuffle(shuffled);
            var gone = shuffled[..(shuffled.Length / 4)].SelectMany(document => document).ToList();
            var grouping = new StatementGrouping();
            foreach (var document in shuffled)
            {
                foreach (var content in document)
                    grouping.Add(content);
                if (random.Next(4) == 0)
                    _ = grouping.Groups; // grouped on the way, or not
            }

            Assert.Equal(Describe(StatementGrouping.Group(contents)), Describe(grouping.Groups));

            foreach (var content in gone)
                Assert.True(grouping.Remove(content));
            Assert.Equal(Describe(StatementGrouping.Group(contents.Except(gone))), Describe(grouping.Groups));
        }
    }

    [Fact]
    public void Set_ToOtherContentsAgainAndAgain_IsWhatTheyGive()
    {
        List<StatementContent> all = [.. Archive(150), .. Contents()];
        var grouping = new StatementGrouping();
        var random = new Random(3);
        for (var round = 0; round < 30; round++)
        {
            // Some come, some go, some are told on another day.
            var most = random.Next(1, 5);
            var some = Shuffled(all, round).Where(_ => random.Next(most) == 0).Select(content => random.Next(10) > 0 ? content : content with { Date = new DateOnly(2031, random.Next(1, 13), 1) }).ToList();

            grouping.Set(some);

            Assert.Equal(Describe(StatementGrouping.Group(some.Order())), Describe(grouping.Groups));
            Assert.Equal(some.Select(content => content.Text.Signature).Distinct().Count(), grouping.Wordings);
        }
    }

    [Fact]
    public void Set_ToOneMore_ComparesNothingAgain()
    {
        var contents = Contents();
        var grouping = new StatementGrouping();
        grouping.Set(contents.Skip(1));
        var before = (grouping.Groups.Count, grouping.Comparisons);
        grouping.Set(contents.Skip(1));
        Assert.Equal(before, (grouping.Groups.Count, grouping.Comparisons));

        grouping.Set(contents);
        _ = grouping.Groups;
        Assert.InRange(grouping.Comparisons - before.Comparisons, 0, contents.Count / 2);
    }

    [Fact]
    public void Set_WithTheSameWordsElsewhere_KeepsTheGroupsThatDidNotChange()
    {
        var contents = Contents();
        var grouping = new StatementGrouping();
        grouping.Set(contents);
        var before = grouping.Groups;

        grouping.Set([.. contents, Content("elsewhere", "Le ballet du dimanche est annulé faute de danseurs", "2031-03-09")]);

        Assert.Equal(before.Count + 1, grouping.Groups.Count);
        Assert.Equal(before.Count, grouping.Groups.Intersect(before).Count());
    }

    [Theory]
    [InlineData("2031-03-01", "2031-03-31", 1)]
    [InlineData("2031-03-01", "2031-04-01", 2)]
    [InlineData("2031-03-01", null, 1)]
    [InlineData("2032-03-01", "2031-03-01", 2)]
    public void Group_OtherWords_AreOneOnlyWhenToldInOneMonth(string one, string? other, int statements)
    {
        Assert.InRange(StatementComparer.Compare(Text(AfterSummer), Text(AfterSummerToo)).Similarity, 0.3, 0.8);

        Assert.Equal(statements, StatementGrouping.Group([Content("a", AfterSummer, one), Content("b", AfterSummerToo, other)]).Count);
    }

    [Theory]
    [InlineData("La Ligue n’enverra pas de bateaux à Valmer !")]
    [InlineData("« Je le répète : la Ligue n’enverra pas de bateaux à Valmer, et il n’en a jamais été question »")]
    public void Group_TheSameWordsYearsLater_AreOne(string again) =>
        Assert.Single(StatementGrouping.Group([Content("a", Wordings[0], "2031-03-01"), Content("b", again, "2037-11-01")]));

    [Fact]
    public void Group_ARepeatBetweenTwoTimes_LinksBothWhileItIsThere()
    {
        var grouping = new StatementGrouping();
        grouping.Add(Content("a", AfterSummer, "2031-03-01"));
        grouping.Add(Content("b", AfterSummerToo, "2031-06-01"));
        Assert.Equal(2, grouping.Groups.Count);

        var repeat = Content("c", AfterSummer, "2031-05-20");
        grouping.Add(repeat);
        Assert.Single(grouping.Groups);

        grouping.Remove(repeat);
        Assert.Equal(2, grouping.Groups.Count);
    }

    [Fact]
    public void Fullest_IsTheWordingThatSaysMost()
    {
        var groups = StatementGrouping.Group([Content("a", Wordings[14], "2031-01-01"), Content("b", Wordings[15], "2031-01-02")]);

        Assert.Equal(Wordings[15], Assert.Single(groups).Fullest.Text);
        Assert.Equal("a", groups[0].Earliest.Document);
    }

    [Fact]
    public void EvidenceId_IsTheSameInEveryRun()
    {
        Assert.Equal(StatementId.Of("gazette-1", 42, "et nous aussi"), Content("gazette-1", "Et nous aussi !", start: 42).EvidenceId);
        Assert.Matches("^s-[0-9a-hj-km-np-tv-z]{12}$", StatementId.Of("gazette-1", 42, "et nous aussi"));
        Assert.NotEqual(StatementId.Of("gazette-1", 42, "et nous aussi"), StatementId.Of("gazette-1", 43, "et nous aussi"));
    }

    private static List<StatementContent> Contents()
    {
        var contents = new List<StatementContent>();
        for (var i = 0; i < Wordings.Length; i++)
        {
            contents.Add(Content($"gazette-{i}", Wordings[i], $"2031-03-{(i * 7 % 28) + 1:00}", i));
            contents.Add(Content($"courrier-{i}", Wordings[i].ToUpperInvariant(), i % 3 == 0 ? null : $"2031-02-{(i * 5 % 28) + 1:00}", i));
        }

        return contents;
    }

    // Sentences of some 3,500 words that nobody knows, as many as a speaker uses, each told by several documents, some of them with a word changed.
    private static List<StatementContent> Archive(int count)
    {
        var random = new Random(7);
        string[] starts = ["br", "cl", "dr", "f", "gr", "l", "m", "pl", "r", "str", "t", "v"], middles = ["ab", "ed", "il", "on", "ur", "am"], ends = ["ane", "ique", "oste", "ume", "elle", "ard", "ine", "ote"];
        string Word() => starts[random.Next(starts.Length)] + middles[random.Next(middles.Length)] + middles[random.Next(middles.Length)] + ends[random.Next(ends.Length)];
        var contents = new List<StatementContent>(count);
        while (contents.Count < count)
        {
            var words = Enumerable.Range(0, random.Next(5, 11)).Select(_ => Word()).ToArray();
            for (var told = random.Next(1, 4); told > 0 && contents.Count < count; told--)
            {
                if (random.Next(2) == 0)
                    words[random.Next(words.Length)] = Word();
                var negated = random.Next(12) == 0 ? "Nous ne voulons pas" : "Nous voulons";
                contents.Add(Content($"d{contents.Count / 3}", $"{negated} {string.Join(' ', words)}", $"2031-{random.Next(1, 13):00}-{random.Next(1, 29):00}", contents.Count * 100));
            }
        }

        return contents;
    }

    private static List<StatementContent> Shuffled(List<StatementContent> contents, int seed)
    {
        var shuffled = contents.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }

    private static List<string> Describe(IEnumerable<StatementGroup> groups) =>
        [.. groups.Select(group => $"{group.Id}: {string.Join(", ", group.Contents.Select(content => content.Document))}; {group.Fullest.Folded}").Order(StringComparer.Ordinal)];
}
