// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Languages;
using Dixit.Languages.French;
using Xunit;

namespace Dixit.Tests.Languages;

public sealed class FrenchCuesTests
{
    private const CueFrames Clauses = CueFrames.That | CueFrames.Whether | CueFrames.Infinitive | CueFrames.OfInfinitive | CueFrames.ToInfinitive
        | CueFrames.ForInfinitive | CueFrames.QuotedObject | CueFrames.Predicate | CueFrames.EventObject | CueFrames.Quote;

    private static readonly Lexicon Lexicon = BuildLexicon();

    [Fact]
    public void Cues_EveryLine_ReadsAsListed()
    {
        Assert.Equal(LanguageFiles.Lines("Cues.txt").Count(), FrenchVerbs.Cues.Count);
        Assert.True(FrenchVerbs.Cues.Count >= 450);
        Assert.All(FrenchVerbs.Cues, verb => Assert.True(verb.Reports(Clauses), verb.Lemma));
    }

    [Fact]
    public void Cues_Together_HaveEachVerbOnce()
    {
        var infinitives = FrenchVerbs.Cues.Select(verb => verb.Lemma).Concat(LanguageFiles.Lines("Verbs.txt").Select(line => line.Split(' ')[0]));
        Assert.Empty(infinitives.GroupBy(infinitive => infinitive, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    // « manner » and « person » narrow other constructions; a manner verb takes no clause.
    [Fact]
    public void Cues_MannerVerb_ReportsBesideAQuotation() =>
        Assert.All(FrenchVerbs.Cues.Where(verb => verb.Reports(CueFrames.Manner)), verb => Assert.True(verb.Reports(CueFrames.Quote), verb.Lemma));

    [Fact]
    public void CuePhrases_EveryHead_IsAVerbOfTheLexicon()
    {
        Assert.Equal(LanguageFiles.Lines("CuePhrases.txt").Count(), FrenchVerbs.CuePhrases.Count);
        Assert.All(FrenchVerbs.CuePhrases, phrase =>
        {
            Assert.Equal(phrase.Head, Lexicon.Find(phrase.Head).Verb?.Lemma);
            Assert.True(phrase.Reflexive || phrase.Words.Length > 0, phrase.Verb.Lemma);
            Assert.True(phrase.Verb.Reports(Clauses) || phrase.Verb.Frames == CueFrames.None, phrase.Verb.Lemma);
        });
        Assert.Equal(FrenchVerbs.CuePhrases.Count, FrenchVerbs.CuePhrases.Select(phrase => phrase.Verb.Lemma).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("faire savoir", "faire", false, "savoir")]
    [InlineData("tirer la sonnette d'alarme", "tirer", false, "la|sonnette|d'|alarme")]
    [InlineData("faire part de", "faire", false, "part|de,d',du,des")]
    [InlineData("se demander", "demander", true, "")]
    [InlineData("s'opposer", "opposer", true, "")]
    [InlineData("se dire favorable*", "dire", true, "favorable,favorables")]
    [InlineData("être persuadé*", "être", false, "persuadé,persuadée,persuadés,persuadées")]
    [InlineData("rendre public/publique", "rendre", false, "public,publique")]
    [InlineData("dire sa crainte", "dire", false, "son,sa,ses,leur,leurs,mon,ma,mes,notre,nos,votre,vos|crainte")]
    public void CuePhrase_Read_SplitsHeadAndWords(string text, string head, bool reflexive, string words)
    {
        var phrase = CuePhrase.Read(text, new VerbEntry(text, CueFrames.That, SpeechAct.Assert));
        Assert.Equal(head, phrase.Head);
        Assert.Equal(reflexive, phrase.Reflexive);
        Assert.Equal(words, string.Join('|', phrase.Words.Select(forms => string.Join(',', forms))));
    }

    // A phrase without frames is there to say that a cue reports nothing in it.
    [Fact]
    public void CuePhrases_WithoutFrames_HaveACueForHead()
    {
        var cues = FrenchVerbs.Cues.Select(verb => verb.Lemma).ToHashSet();
        Assert.All(FrenchVerbs.CuePhrases.Where(phrase => phrase.Verb.Frames == CueFrames.None), phrase => Assert.Contains(phrase.Head, cues));
    }

    [Theory]
    [InlineData("demander", "whether", SpeechAct.Ask)]
    [InlineData("demander", "quote", SpeechAct.Ask)]
    [InlineData("demander", "of-inf", SpeechAct.Demand)]
    [InlineData("dire", "that", SpeechAct.Assert)]
    [InlineData("dire", "of-inf", SpeechAct.Demand)]
    [InlineData("jurer", "of-inf", SpeechAct.Commit)]
    [InlineData("plaider", "for-inf", SpeechAct.Demand)]
    [InlineData("promettre", "of-inf", SpeechAct.Commit)]
    [InlineData("refuser", "of-inf", SpeechAct.Refuse)]
    [InlineData("exhorter", "to-inf", SpeechAct.Demand)]
    [InlineData("avertir", "that", SpeechAct.Warn)]
    [InlineData("démentir", "inf", SpeechAct.Deny)]
    [InlineData("accuser", "of-inf", SpeechAct.Accuse)]
    [InlineData("prédire", "that", SpeechAct.Predict)]
    [InlineData("saluer", "object", SpeechAct.Praise)]
    [InlineData("déplorer", "that", SpeechAct.Regret)]
    public void ActOf_VerbInConstruction_IsItsAct(string infinitive, string construction, SpeechAct act)
    {
        var frame = CueLine.Frames(construction);
        var verb = FrenchVerbs.Cues.Single(verb => verb.Lemma == infinitive);
        Assert.True(verb.Reports(frame));
        Assert.Equal(act, FrenchVerbs.ActOf(verb, frame));
    }

    [Theory]
    [InlineData("traite", "traiter")]   // not traire
    [InlineData("prédit", "prédire")]
    [InlineData("Affirmaient", "affirmer")]
    [InlineData("sommes", "être")]      // not sommer, though that reports
    [InlineData("suis", "être")]        // not suivre
    [InlineData("mise", "mettre")]      // not miser
    [InlineData("vit", "vivre")]        // not voir
    public void Lexicon_FormOfTwoVerbs_KeepsTheRightOne(string form, string infinitive) =>
        Assert.Equal(infinitive, Lexicon.Find(form).Verb?.Lemma);

    [Fact]
    public void Lexicon_CueAfterOrdinaryVerb_TakesTheFormAlone()
    {
        var builder = new Lexicon.Builder();
        builder.AddVerb("traite", new VerbEntry("traire", CueFrames.None, SpeechAct.Assert), VerbMorph.PastParticiple);
        builder.AddVerb("traite", new VerbEntry("traiter", CueFrames.Predicate, SpeechAct.Accuse), VerbMorph.Present);
        builder.AddVerb("traite", new VerbEntry("traire", CueFrames.None, SpeechAct.Assert), VerbMorph.PastParticiple);
        var lexeme = builder.Build().Find("traite");
        Assert.Equal("traiter", lexeme.Verb?.Lemma);
        Assert.Equal(VerbMorph.Present, lexeme.Morph);
    }

    [Theory]
    [InlineData("maintenant")]
    [InlineData("devant")]
    [InlineData("puis")]
    [InlineData("plus")]
    [InlineData("président")]
    [InlineData("important")]
    [InlineData("contre")]
    public void Lexicon_WordThatLooksLikeAVerb_IsNone(string word) => Assert.Null(Lexicon.Find(word).Verb);

    [Theory]
    [InlineData("ont", "Auxiliary")]
    [InlineData("étaient", "Auxiliary")]
    [InlineData("devrait", "Modal")]
    [InlineData("faudra", "Modal")]
    [InlineData("déclarait", "Cue")]
    public void Lexicon_VerbForm_HasItsClasses(string form, string name)
    {
        var classes = Enum.Parse<WordClass>(name) | WordClass.Verb;
        Assert.Equal(classes, Lexicon.Find(form).Classes & classes);
    }

    [Fact]
    public void DroppedForms_Each_IsAFormOfAListedVerb()
    {
        var conjugation = new FrenchConjugation(LanguageFiles.Lines("Conjugations.txt"));
        var infinitives = FrenchVerbs.Cues.Select(verb => verb.Lemma).Concat(LanguageFiles.Lines("Verbs.txt").Select(line => line.Split(' ')[0])).ToHashSet();
        foreach (var words in LanguageFiles.Lines("DroppedForms.txt").Select(line => line.Split(' ')))
        {
            Assert.Contains(words[0], infinitives);
            var forms = new List<VerbForm>();
            conjugation.Conjugate(words[0], forms);
            Assert.Superset(words[1..].ToHashSet(), forms.Select(form => form.Form).ToHashSet());
        }
    }

    [Fact]
    public void CueNouns_OfOneWord_AreInTheLexiconWithTheirAct()
    {
        Assert.True(FrenchVerbs.CueNouns.Count > 150);
        foreach (var noun in FrenchVerbs.CueNouns.Values.SelectMany(nouns => nouns).Where(noun => !noun.Form.Contains(' ')))
        {
            var lexeme = Lexicon.Find(noun.Form);
            Assert.True(lexeme.Is(WordClass.CueNoun), noun.Form);
            Assert.Equal((int)noun.Act, lexeme.Value);
        }
    }

    [Theory]
    [InlineData("mise", "mise en garde", false)]
    [InlineData("mises", "mises en garde", true)]
    [InlineData("cri", "cri d' alarme", false)]
    [InlineData("promesses", "promesses", true)]
    [InlineData("excuses", "excuses", true)]
    public void CueNouns_ByFirstWord_HaveTheirForm(string first, string form, bool plural) =>
        Assert.Equal(plural, FrenchVerbs.CueNouns[first].Single(noun => noun.Form == form).Plural);

    [Theory]
    [InlineData("quote tha")]
    [InlineData("quote quote")]
    [InlineData("none quote")]
    public void Frames_UnknownOrTwice_Throws(string column) => Assert.Throws<FormatException>(() => CueLine.Frames(column));

    [Theory]
    [InlineData("clamer | quote")]
    [InlineData("clamer | quote | shout")]
    [InlineData("clamer | | assert")]
    [InlineData("clamer | quote | assert that=")]
    public void CueTable_BrokenLine_Throws(string line) => Assert.Throws<FormatException>(() => new CueTable([line], []));

    private static Lexicon BuildLexicon()
    {
        var builder = new Lexicon.Builder();
        FrenchVerbs.AddTo(builder);
        return builder.Build();
    }
}
