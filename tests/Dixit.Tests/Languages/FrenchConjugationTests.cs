// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Languages.French;
using Xunit;
using static Dixit.Languages.VerbMorph;

namespace Dixit.Tests.Languages;

public sealed class FrenchConjugationTests
{
    private static readonly FrenchConjugation Conjugation = new(LanguageFiles.Lines("Conjugations.txt"));

    // The present in six persons, then future, simple past, imperfect and subjunctive in the third person, present and past participle.
    [Theory]
    [InlineData("affirmer", "affirme affirmes affirme affirmons affirmez affirment", "affirmera affirma affirmait affirme affirmant affirmé")]
    [InlineData("juger", "juge juges juge jugeons jugez jugent", "jugera jugea jugeait juge jugeant jugé")]
    [InlineData("annoncer", "annonce annonces annonce annonçons annoncez annoncent", "annoncera annonça annonçait annonce annonçant annoncé")]
    [InlineData("appeler", "appelle appelles appelle appelons appelez appellent", "appellera appela appelait appelle appelant appelé")]
    [InlineData("rejeter", "rejette rejettes rejette rejetons rejetez rejettent", "rejettera rejeta rejetait rejette rejetant rejeté")]
    [InlineData("marteler", "martèle martèles martèle martelons martelez martèlent", "martèlera martela martelait martèle martelant martelé")]
    [InlineData("interpeller", "interpelle interpelles interpelle interpellons interpellez interpellent", "interpellera interpella interpellait interpelle interpellant interpellé")]
    [InlineData("relever", "relève relèves relève relevons relevez relèvent", "relèvera releva relevait relève relevant relevé")]
    [InlineData("suggérer", "suggère suggères suggère suggérons suggérez suggèrent", "suggérera suggéra suggérait suggère suggérant suggéré")]
    [InlineData("alléguer", "allègue allègues allègue alléguons alléguez allèguent", "alléguera allégua alléguait allègue alléguant allégué")]
    [InlineData("célébrer", "célèbre célèbres célèbre célébrons célébrez célèbrent", "célébrera célébra célébrait célèbre célébrant célébré")]
    [InlineData("protéger", "protège protèges protège protégeons protégez protègent", "protégera protégea protégeait protège protégeant protégé")]
    [InlineData("créer", "crée crées crée créons créez créent", "créera créa créait crée créant créé")]
    [InlineData("interviewer", "interviewe interviewes interviewe interviewons interviewez interviewent", "interviewera interviewa interviewait interviewe interviewant interviewé")]
    [InlineData("annexer", "annexe annexes annexe annexons annexez annexent", "annexera annexa annexait annexe annexant annexé")]
    [InlineData("appuyer", "appuie appuies appuie appuyons appuyez appuient", "appuiera appuya appuyait appuie appuyant appuyé")]
    [InlineData("renvoyer", "renvoie renvoies renvoie renvoyons renvoyez renvoient", "renverra renvoya renvoyait renvoie renvoyant renvoyé")]
    [InlineData("aller", "vais vas va allons allez vont", "ira alla allait aille allant allé")]
    [InlineData("avertir", "avertis avertis avertit avertissons avertissez avertissent", "avertira avertit avertissait avertisse avertissant averti")]
    [InlineData("haïr", "hais hais hait haïssons haïssez haïssent", "haïra haït haïssait haïsse haïssant haï")]
    [InlineData("répartir", "répartis répartis répartit répartissons répartissez répartissent", "répartira répartit répartissait répartisse répartissant réparti")]
    [InlineData("repartir", "repars repars repart repartons repartez repartent", "repartira repartit repartait reparte repartant reparti")]
    [InlineData("démentir", "démens démens dément démentons démentez démentent", "démentira démentit démentait démente démentant démenti")]
    [InlineData("pressentir", "pressens pressens pressent pressentons pressentez pressentent", "pressentira pressentit pressentait pressente pressentant pressenti")]
    [InlineData("maintenir", "maintiens maintiens maintient maintenons maintenez maintiennent", "maintiendra maintint maintenait maintienne maintenant maintenu")]
    [InlineData("prévenir", "préviens préviens prévient prévenons prévenez préviennent", "préviendra prévint prévenait prévienne prévenant prévenu")]
    [InlineData("découvrir", "découvre découvres découvre découvrons découvrez découvrent", "découvrira découvrit découvrait découvre découvrant découvert")]
    [InlineData("offrir", "offre offres offre offrons offrez offrent", "offrira offrit offrait offre offrant offert")]
    [InlineData("recourir", "recours recours recourt recourons recourez recourent", "recourra recourut recourait recoure recourant recouru")]
    [InlineData("mourir", "meurs meurs meurt mourons mourez meurent", "mourra mourut mourait meure mourant mort")]
    [InlineData("requérir", "requiers requiers requiert requérons requérez requièrent", "requerra requit requérait requière requérant requis")]
    [InlineData("accueillir", "accueille accueilles accueille accueillons accueillez accueillent", "accueillera accueillit accueillait accueille accueillant accueilli")]
    [InlineData("devoir", "dois dois doit devons devez doivent", "devra dut devait doive devant dû")]
    [InlineData("pouvoir", "peux peux peut pouvons pouvez peuvent", "pourra put pouvait puisse pouvant pu")]
    [InlineData("vouloir", "veux veux veut voulons voulez veulent", "voudra voulut voulait veuille voulant voulu")]
    [InlineData("savoir", "sais sais sait savons savez savent", "saura sut savait sache sachant su")]
    [InlineData("prévoir", "prévois prévois prévoit prévoyons prévoyez prévoient", "prévoira prévit prévoyait prévoie prévoyant prévu")]
    [InlineData("revoir", "revois revois revoit revoyons revoyez revoient", "reverra revit revoyait revoie revoyant revu")]
    [InlineData("recevoir", "reçois reçois reçoit recevons recevez reçoivent", "recevra reçut recevait reçoive recevant reçu")]
    [InlineData("émouvoir", "émeus émeus émeut émouvons émouvez émeuvent", "émouvra émut émouvait émeuve émouvant ému")]
    [InlineData("répondre", "réponds réponds répond répondons répondez répondent", "répondra répondit répondait réponde répondant répondu")]
    [InlineData("interrompre", "interromps interromps interrompt interrompons interrompez interrompent", "interrompra interrompit interrompait interrompe interrompant interrompu")]
    [InlineData("reprendre", "reprends reprends reprend reprenons reprenez reprennent", "reprendra reprit reprenait reprenne reprenant repris")]
    [InlineData("promettre", "promets promets promet promettons promettez promettent", "promettra promit promettait promette promettant promis")]
    [InlineData("dire", "dis dis dit disons dites disent", "dira dit disait dise disant dit")]
    [InlineData("redire", "redis redis redit redisons redites redisent", "redira redit redisait redise redisant redit")]
    [InlineData("contredire", "contredis contredis contredit contredisons contredisez contredisent", "contredira contredit contredisait contredise contredisant contredit")]
    [InlineData("prédire", "prédis prédis prédit prédisons prédisez prédisent", "prédira prédit prédisait prédise prédisant prédit")]
    [InlineData("maudire", "maudis maudis maudit maudissons maudissez maudissent", "maudira maudit maudissait maudisse maudissant maudit")]
    [InlineData("lire", "lis lis lit lisons lisez lisent", "lira lut lisait lise lisant lu")]
    [InlineData("décrire", "décris décris décrit décrivons décrivez décrivent", "décrira décrivit décrivait décrive décrivant décrit")]
    [InlineData("sourire", "souris souris sourit sourions souriez sourient", "sourira sourit souriait sourie souriant souri")]
    [InlineData("faire", "fais fais fait faisons faites font", "fera fit faisait fasse faisant fait")]
    [InlineData("croire", "crois crois croit croyons croyez croient", "croira crut croyait croie croyant cru")]
    [InlineData("boire", "bois bois boit buvons buvez boivent", "boira but buvait boive buvant bu")]
    [InlineData("naître", "nais nais naît naissons naissez naissent", "naîtra naquit naissait naisse naissant né")]
    [InlineData("reconnaître", "reconnais reconnais reconnaît reconnaissons reconnaissez reconnaissent", "reconnaîtra reconnut reconnaissait reconnaisse reconnaissant reconnu")]
    [InlineData("poursuivre", "poursuis poursuis poursuit poursuivons poursuivez poursuivent", "poursuivra poursuivit poursuivait poursuive poursuivant poursuivi")]
    [InlineData("vivre", "vis vis vit vivons vivez vivent", "vivra vécut vivait vive vivant vécu")]
    [InlineData("plaindre", "plains plains plaint plaignons plaignez plaignent", "plaindra plaignit plaignait plaigne plaignant plaint")]
    [InlineData("enjoindre", "enjoins enjoins enjoint enjoignons enjoignez enjoignent", "enjoindra enjoignit enjoignait enjoigne enjoignant enjoint")]
    [InlineData("convaincre", "convaincs convaincs convainc convainquons convainquez convainquent", "convaincra convainquit convainquait convainque convainquant convaincu")]
    [InlineData("conclure", "conclus conclus conclut concluons concluez concluent", "conclura conclut concluait conclue concluant conclu")]
    [InlineData("taire", "tais tais tait taisons taisez taisent", "taira tut taisait taise taisant tu")]
    [InlineData("suffire", "suffis suffis suffit suffisons suffisez suffisent", "suffira suffit suffisait suffise suffisant suffi")]
    [InlineData("réduire", "réduis réduis réduit réduisons réduisez réduisent", "réduira réduisit réduisait réduise réduisant réduit")]
    [InlineData("résoudre", "résous résous résout résolvons résolvez résolvent", "résoudra résolut résolvait résolve résolvant résolu")]
    [InlineData("extraire", "extrais extrais extrait extrayons extrayez extraient", "extraira - extrayait extraie extrayant extrait")]
    [InlineData("battre", "bats bats bat battons battez battent", "battra battit battait batte battant battu")]
    [InlineData("avoir", "ai as a avons avez ont", "aura eut avait ait ayant eu")]
    [InlineData("être", "suis es est sommes êtes sont", "sera fut était soit étant été")]
    [InlineData("falloir", "- - faut - - -", "faudra fallut fallait faille - fallu")]
    public void Conjugate_AnyVerb_GivesItsForms(string infinitive, string present, string others)
    {
        var forms = Conjugate(infinitive);
        VerbMorph[] persons = [FirstSingular, SecondSingular, ThirdSingular, FirstPlural, SecondPlural, ThirdPlural];
        var wanted = present.Split(' ').Select((form, person) => (form, Present | persons[person])).Concat(others.Split(' ').Zip(
        [
            Future | ThirdSingular, SimplePast | ThirdSingular, Imperfect | ThirdSingular, VerbMorph.Subjunctive | ThirdSingular, PresentParticiple, PastParticiple,
        ]));
        foreach (var (form, morph) in wanted)
        {
            if (form != "-")
                Assert.Equal(morph, forms.GetValueOrDefault(form) & morph);
        }

        Assert.True((forms[infinitive] & Infinitive) != 0);
    }

    [Theory]
    [InlineData("admettre", "admis", "admise", "admis", "admises")]
    [InlineData("accuser", "accusé", "accusée", "accusés", "accusées")]
    [InlineData("devoir", "dû", "due", "dus", "dues")]
    [InlineData("absoudre", "absous", "absoute", "absous", "absoutes")]
    [InlineData("craindre", "craint", "crainte", "craints", "craintes")]
    public void Conjugate_PastParticiple_AgreesInFourWays(string infinitive, string masculine, string feminine, string masculines, string feminines)
    {
        var forms = Conjugate(infinitive);
        Assert.Equal(PastParticiple, forms[masculine] & PastParticiple);
        Assert.Equal(PastParticiple | Feminine, forms[feminine] & (PastParticiple | Feminine | Plural));
        Assert.Equal(PastParticiple | Plural, forms[masculines] & (PastParticiple | Feminine | Plural));
        Assert.Equal(PastParticiple | Feminine | Plural, forms[feminines] & (PastParticiple | Feminine | Plural));
    }

    [Theory]
    [InlineData("céder", "cédera cèdera")]
    [InlineData("étinceler", "étincelle étincèle étincellera étincèlera")]
    [InlineData("connaître", "connaît connait connaîtra connaitra connaitre")]
    [InlineData("payer", "paie paye paiera payera")]
    [InlineData("asseoir", "assied assoit assiéra assoira")]
    public void Conjugate_VerbOfTwoSpellings_GivesBoth(string infinitive, string spellings) =>
        Assert.Superset(spellings.Split(' ').ToHashSet(), Conjugate(infinitive).Keys.ToHashSet());

    [Theory]
    [InlineData("appeler", "appele appellons appèle")]
    [InlineData("acheter", "achette achete")]
    [InlineData("démentir", "démentissent")]
    [InlineData("asservir", "assers asservons")]
    [InlineData("falloir", "fallons fallais")]
    [InlineData("commencer", "commencait commencons")]
    [InlineData("extraire", "extrayit extrayèrent")]
    public void Conjugate_AnyVerb_GivesNoSuchForm(string infinitive, string mistakes)
    {
        var forms = Conjugate(infinitive);
        foreach (var mistake in mistakes.Split(' '))
            Assert.DoesNotContain(mistake, forms.Keys);
    }

    [Theory]
    [InlineData("prétendre", "prétendîmes", "SimplePast, FirstPlural")]
    [InlineData("tenir", "tinrent", "SimplePast, ThirdPlural")]
    [InlineData("tenir", "tînmes", "SimplePast, FirstPlural")]
    [InlineData("conclure", "conclurent", "SimplePast, ThirdPlural")]
    [InlineData("ouvrir", "ouvre", "Imperative, Present, FirstSingular")]
    [InlineData("être", "soyons", "Imperative, Subjunctive, FirstPlural")]
    [InlineData("être", "fût", "Subjunctive, ThirdSingular")]
    [InlineData("rire", "riions", "Imperfect, Subjunctive, FirstPlural")]
    [InlineData("acquérir", "acquerraient", "Conditional, ThirdPlural")]
    [InlineData("finir", "finit", "Present, SimplePast, ThirdSingular")]
    public void Conjugate_RarerForm_HasItsFlags(string infinitive, string form, string flags)
    {
        var morph = Enum.Parse<VerbMorph>(flags);
        Assert.Equal(morph, Conjugate(infinitive).GetValueOrDefault(form) & morph);
    }

    [Theory]
    [InlineData("bonjour")]
    [InlineData("er")]
    public void Conjugate_NoInfinitive_Throws(string word) =>
        Assert.Throws<ArgumentException>(() => Conjugation.Conjugate(word, []));

    [Theory]
    [InlineData("uire | uis uis uit | uir | uisis | uit")]
    [InlineData("uire | uis uis uit uisons uisez uisent | uir | uisis")]
    [InlineData("uire | uis uis uit uisons uisez uisent | uir | uisis | uit | perf=ui")]
    public void New_BrokenModel_Throws(string line) =>
        Assert.Throws<FormatException>(() => new FrenchConjugation([line]));

    private static Dictionary<string, VerbMorph> Conjugate(string infinitive)
    {
        var list = new List<VerbForm>();
        Conjugation.Conjugate(infinitive, list);
        return list.GroupBy(form => form.Form, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Aggregate(VerbMorph.None, (morph, form) => morph | form.Morph), StringComparer.Ordinal);
    }
}
