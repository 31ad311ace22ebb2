// SPDX-License-Identifier: Apache-2.0
using Dixit.Quotations;
using Dixit.Statements;
using Xunit;

namespace Dixit.Tests.Statements;

public sealed class ClaimCheckerTests
{
    private const string Dahl = "p-dahl";
    private const string Orlenko = "p-orlenko";
    private const string Lormel = "p-lormel";

    private static readonly ClaimChecker Checker = new(Reading.Reader);

    private static readonly Archive Record = new(
        Said(Dahl, "gazette-1", "2031-03-02", "La Ligue du Nord n’enverra pas de bateaux à Valmer"),
        Said(Dahl, "gazette-1", "2031-03-02", "Nous allons renforcer nos patrouilles dans le détroit du Sund", 1),
        Said(Dahl, "gazette-1", "2031-03-02", "Toute fermeture du détroit changerait complètement la nature de la crise et aurait des conséquences considérables", 2),
        Said(Dahl, "courrier-7", "2031-03-03", "Il y a un nouveau sentiment d’urgence"),
        Said(Dahl, "courrier-7", "2031-03-03", "Nous enverrons des vivres aux îles si le parlement norvégien donne son accord", 1),
        Said(Dahl, "courrier-7", "2031-03-03", "Trois ports du Sund seront fermés cet hiver", 2),
        Said(Dahl, "courrier-7", "2031-03-03", "Plus de 3,6 millions de personnes ont déjà quitté les îles", 3),
        Said(Dahl, "courrier-9", "2031-03-05", "Tous les alliés de la Ligue sont d’accord"),
        Said(Dahl, "courrier-9", "2031-03-05", "Le convoi pourrait partir d’Oslo jeudi", 1),
        Said(Dahl, "courrier-9", "2031-03-05", "Nous ne céderons pas", 2),
        Said(Dahl, "courrier-9", "2031-03-05", "Nous restons prêts à négocier avec la Suède", 3),
        Said(Dahl, "revue-2", "2031-04-10", "elle demanderait au parlement un budget de 250 millions d’euros pour la marine", kind: QuotationKind.Indirect),
        Said(Orlenko, "gazette-4", "2031-03-04", "La Norvège a attaqué notre flotte dans le détroit"),
        Said(Orlenko, "gazette-4", "2031-03-04", "Nos marins n’ont jamais quitté les eaux internationales", 1),
        Said(Orlenko, "gazette-4", "2031-03-04", "Nous exigeons le retrait immédiat des patrouilles norvégiennes", 2),
        Said(Orlenko, "gazette-5", "2031-03-06", "Les négociations doivent reprendre sans condition"),
        Said(Lormel, "echo-1", "2031-02-01", "La pêche au hareng restera interdite jusqu’au printemps"),
        Said(Lormel, "echo-1", "2031-02-01", "Les pêcheurs du Sund seront indemnisés avant l’été", 1),
        Said(Lormel, "echo-1", "2031-02-01", "La criée de Valmer a perdu la moitié de ses acheteurs", 2),
        Said(Lormel, "echo-2", "2031-02-03", "C’est une catastrophe pour notre ville"));

    [Theory]
    [InlineData(Dahl, "La Ligue du Nord n’enverra pas de bateaux à Valmer")]
    [InlineData(Dahl, "LA LIGUE DU NORD N'ENVERRA PAS DE BATEAUX A VALMER !")]
    [InlineData(Dahl, "« Il y a un nouveau sentiment d’urgence. »")]
    [InlineData(Dahl, "nous allons renforcer nos patrouilles")]
    [InlineData(Dahl, "Nous allons […] renforcer nos patrouilles")]
    [InlineData(Dahl, "Toute fermeture du détroit […] aurait des conséquences considérables")]
    [InlineData(Dahl, "Toute fermeture du détroit… aurait des conséquences considérables")]
    [InlineData(Dahl, "3 ports du Sund seront fermés cet hiver")]
    [InlineData(Dahl, "Plus de 3 600 000 personnes ont déjà quitté les îles")]
    [InlineData(Dahl, "Nous ne céderons pas. Nous restons prêts à négocier avec la Suède.")]
    [InlineData(Dahl, "Nous ne céderons pas, nous restons prêts à négocier")]
    [InlineData(Orlenko, "le retrait immédiat des patrouilles norvégiennes")]
    [InlineData(Lormel, "C’est une catastrophe pour notre ville")]
    [InlineData(null, "C’est une catastrophe pour notre ville")]
    [InlineData(null, "Nous exigeons le retrait immédiat des patrouilles norvégiennes")]
    public void Check_TheWordsOnRecord_IsVerbatim(string? speaker, string claim)
    {
        Expect(ClaimVerdict.Verbatim, speaker, claim);
    }

    [Theory]
    [InlineData(Dahl, "La Ligue du Nord n’enverra aucun bateau à Valmer")]
    [InlineData(Dahl, "Nous allons renforcer les patrouilles dans le détroit du Sund")]
    [InlineData(Dahl, "Nous allons intensifier nos patrouilles dans le détroit du Sund")]
    [InlineData(Dahl, "Il existe un nouveau sentiment d’urgence")]
    [InlineData(Dahl, "Toute fermeture du détroit changerait fondamentalement le caractère de la crise")]
    [InlineData(Dahl, "Trois ports du Sund vont être fermés cet hiver")]
    [InlineData(Dahl, "Tous les partenaires de la Ligue sont d’accord")]
    [InlineData(Dahl, "Je demanderai au parlement un budget de 250 millions d’euros pour la marine")]
    [InlineData(Orlenko, "Nous exigeons le départ immédiat des patrouilles norvégiennes")]
    [InlineData(Orlenko, "Notre flotte a été attaquée par la Norvège dans le détroit")]
    [InlineData(Lormel, "La pêche au hareng demeurera interdite jusqu’au printemps")]
    [InlineData(Lormel, "Les pêcheurs du Sund recevront une indemnité avant l’été")]
    [InlineData(Lormel, "C’est un désastre pour notre ville")]
    [InlineData(null, "C’est un désastre pour notre ville")]
    public void Check_OtherWordsForIt_IsReworded(string? speaker, string claim)
    {
        Expect(ClaimVerdict.Reworded, speaker, claim);
    }

    [Theory]
    [InlineData(Dahl, "La Ligue du Nord enverra des bateaux à Valmer", Meanings.Negation)]
    [InlineData(Dahl, "Il n’y a aucun sentiment d’urgence", Meanings.Negation)]
    [InlineData(Dahl, "Nous céderons", Meanings.Negation)]
    [InlineData(Dahl, "Nous n’allons pas renforcer nos patrouilles dans le détroit du Sund", Meanings.Negation)]
    [InlineData(Dahl, "Nous allons réduire nos patrouilles dans le détroit du Sund", Meanings.Negation)]
    [InlineData(Dahl, "Quatre ports du Sund seront fermés cet hiver", Meanings.Number)]
    [InlineData(Dahl, "Plus de 36 millions de personnes ont déjà quitté les îles", Meanings.Number)]
    [InlineData(Dahl, "La Ligue du Nord n’enverra pas de bateaux à Bergen", Meanings.Name)]
    [InlineData(Dahl, "Nous restons prêts à négocier avec la Finlande", Meanings.Name)]
    [InlineData(Dahl, "Le convoi pourrait partir d’Oslo lundi", Meanings.Name)]
    [InlineData(Dahl, "Tous les alliés de la Norvège sont d’accord", Meanings.Name)]
    [InlineData(Dahl, "Le convoi doit partir d’Oslo jeudi", Meanings.Modal)]
    [InlineData(Dahl, "Le convoi partira d’Oslo jeudi", Meanings.Modal)]
    [InlineData(Dahl, "Certains alliés de la Ligue sont d’accord", Meanings.Quantifier)]
    [InlineData(Dahl, "Moins de 3,6 millions de personnes ont déjà quitté les îles", Meanings.Quantifier)]
    [InlineData(Orlenko, "Notre flotte a attaqué la Norvège dans le détroit", Meanings.Roles)]
    [InlineData(Orlenko, "Les négociations doivent reprendre sous condition", Meanings.Negation)]
    [InlineData(Orlenko, "Nos marins ont quitté les eaux internationales", Meanings.Negation)]
    [InlineData(Lormel, "Les pêcheurs du Sund ne seront pas indemnisés avant l’été", Meanings.Negation)]
    [InlineData(Lormel, "La pêche au hareng restera autorisée jusqu’au printemps", Meanings.Negation)]
    [InlineData(Dahl, "Il y a un nouveau sentiment d’urgence. La Ligue du Nord enverra des bateaux à Valmer.", Meanings.Negation)]
    public void Check_AMeaningChanged_IsAltered(string speaker, string claim, Meanings meaning)
    {
        var worst = Expect(ClaimVerdict.Altered, speaker, claim);

        var evidence = worst.Evidence[0];
        Assert.True(evidence.Meanings.HasFlag(meaning) || StatementComparer.Compare(evidence.Wording, Reading.Text(claim)).Conflicts.HasFlag(meaning), $"{evidence.Meanings}");
    }

    [Theory]
    [InlineData(Orlenko, "Nous allons renforcer nos patrouilles dans le détroit du Sund", false)]
    [InlineData(Orlenko, "Il y a un nouveau sentiment d’urgence", false)]
    [InlineData(Orlenko, "Tous les alliés de la Ligue sont d’accord", false)]
    [InlineData(Dahl, "Nous exigeons le retrait immédiat des patrouilles norvégiennes", false)]
    [InlineData(Dahl, "La pêche au hareng restera interdite jusqu’au printemps", false)]
    [InlineData(Dahl, "C’est une catastrophe pour notre ville", false)]
    [InlineData(Dahl, "Les négociations doivent reprendre sans condition", false)]
    [InlineData(Lormel, "Nos marins n’ont jamais quitté les eaux internationales", false)]
    [InlineData(Lormel, "Trois ports du Sund seront fermés cet hiver", false)]
    [InlineData(Lormel, "Quatre ports du Sund seront fermés cet hiver", true)]
    [InlineData("p-inconnu", "La Norvège a attaqué notre flotte dans le détroit", false)]
    public void Check_SomebodyElsesWords_IsMisattributed(string speaker, string claim, bool altered)
    {
        var worst = Expect(ClaimVerdict.Misattributed, speaker, claim);

        Assert.Equal(altered, worst.IsAltered);
        Assert.NotEqual(speaker, worst.Evidence[0].Record.Speaker);
    }

    [Theory]
    [InlineData(Dahl, "Le budget de la Ligue sera doublé d’ici 2040")]
    [InlineData(Dahl, "J’ai toujours aimé la musique")]
    [InlineData(Dahl, "Les écoles rouvriront lundi dans toute la région")]
    [InlineData(Dahl, "Nous avons gagné l’élection grâce aux jeunes")]
    [InlineData(Orlenko, "Le prix du blé a triplé depuis janvier")]
    [InlineData(Orlenko, "La culture est une priorité pour notre pays")]
    [InlineData(Orlenko, "Je démissionnerai si la loi est votée")]
    [InlineData(Lormel, "Le nouveau pont coûtera trop cher aux habitants")]
    [InlineData(Lormel, "Une usine de conserves ouvrira près de la gare")]
    [InlineData(null, "Les abeilles disparaissent de nos campagnes")]
    [InlineData("p-inconnu", "Les abeilles disparaissent de nos campagnes")]
    public void Check_NothingNear_IsNotFound(string? speaker, string claim)
    {
        Assert.Empty(Expect(ClaimVerdict.NotFound, speaker, claim).Evidence);
    }

    [Theory]
    [InlineData(Dahl, "Nous enverrons des vivres aux îles", true)]
    [InlineData(Dahl, "Nous enverrons des vivres aux îles si le parlement norvégien donne son accord", false)]
    [InlineData(Dahl, "Il y a un nouveau sentiment", false)]
    [InlineData(Lormel, "La pêche au hareng restera interdite", false)]
    public void Check_ACutQuotation_SaysWhetherTheRestMatters(string speaker, string claim, bool truncated)
    {
        var check = Checker.Check(new Claim(claim) { Speakers = [speaker] }, Record);

        Assert.Equal(ClaimVerdict.Verbatim, check.Verdict);
        Assert.Equal(truncated, check.IsTruncated);
    }

    [Fact]
    public void Check_ByADate_CountsOnlyWhatWasSaidByThen()
    {
        var claim = new Claim("Il y a un nouveau sentiment d’urgence") { Speakers = [Dahl] };

        Assert.Equal(ClaimVerdict.NotFound, Checker.Check(claim with { Date = new DateOnly(2031, 3, 2) }, Record).Verdict);
        Assert.Equal(ClaimVerdict.Verbatim, Checker.Check(claim with { Date = new DateOnly(2031, 3, 3) }, Record).Verdict);
    }

    [Fact]
    public void Check_APrimarySource_ComesFirst()
    {
        var archive = new Archive(
            Said(Dahl, "gazette-1", "2031-03-02", "Nous ne céderons pas"),
            Said(Dahl, "discours", "2031-03-05", "Nous ne céderons pas") with { IsPrimary = true });

        var check = Checker.Check(new Claim("Nous ne céderons pas") { Speakers = [Dahl] }, archive);

        Assert.Equal(["discours", "gazette-1"], check.Worst!.Evidence.Select(evidence => evidence.Record.Content.Document));
    }

    [Fact]
    public void Check_SeveralSentences_GetsTheWorstVerdict()
    {
        var check = Checker.Check(new Claim("Nous ne céderons pas. Les abeilles disparaissent de nos campagnes.") { Speakers = [Dahl] }, Record);

        Assert.Equal([ClaimVerdict.Verbatim, ClaimVerdict.NotFound], check.Sentences.Select(sentence => sentence.Verdict));
        Assert.Equal(ClaimVerdict.NotFound, check.Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" … ")]
    public void Check_NoWords_IsNotFound(string claim)
    {
        Assert.Equal(ClaimVerdict.NotFound, Checker.Check(new Claim(claim), Record).Verdict);
    }

    [Fact]
    public void Check_NotFound_NamesWhatIsNearest()
    {
        var worst = Expect(ClaimVerdict.NotFound, Dahl, "Les patrouilles dans le détroit coûtent trop cher aux armateurs");

        Assert.Contains(worst.Nearest, near => near.Wording.Text.Contains("patrouilles", StringComparison.Ordinal));
    }

    private static SentenceCheck Expect(ClaimVerdict verdict, string? speaker, string claim)
    {
        var check = Checker.Check(new Claim(claim) { Speakers = speaker is null ? null : [speaker] }, Record);

        Assert.True(check.Verdict == verdict, $"{check.Verdict}: " + string.Join("; ", check.Sentences.SelectMany(sentence => sentence.Evidence.Concat(sentence.Nearest)).Select(evidence => $"{evidence.Verdict} {evidence.Similarity:0.00} {evidence.Meanings} « {evidence.Wording} »")));
        return check.Worst!;
    }

    private static RecordedContent Said(string speaker, string document, string date, string text, int order = 0, QuotationKind kind = QuotationKind.Direct) =>
        new($"s-{document}-{order}", speaker, new StatementContent(document, order * 100, Reading.Text(text, kind)) { Date = DateOnly.Parse(date), Order = order });

    /// <summary>A record in memory that answers all that shares a key or, failing that, a stem.</summary>
    private sealed class Archive(params RecordedContent[] contents) : IStatementSource
    {
        public IEnumerable<RecordedContent> BySpeaker(string speaker, StatementText sentence, DateOnly? until) => ByText(sentence, until).Where(record => record.Speaker == speaker);

        public IEnumerable<RecordedContent> ByText(StatementText sentence, DateOnly? until) =>
            contents.Where(record => (until is null || record.Content.Date <= until) && (record.Content.Text.Keys.Intersect(sentence.Keys).Any() || record.Content.Text.Stems.Intersect(sentence.Stems).Any()));
    }
}
