// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Languages;
using Xunit;

namespace Dixit.Tests.Languages;

public sealed class LanguageIdentifierTests
{
    private static readonly LanguageIdentifier _identifier = new();

    [Theory]
    [InlineData("fr", "La ministre a promis que la digue serait relevée avant l'hiver, mais les habitants de la vallée ne la croient pas.")]
    [InlineData("en", "The minister promised that the dyke would be raised before winter, but the people of the valley do not believe her.")]
    [InlineData("de", "Die Ministerin hat versprochen, dass der Deich vor dem Winter erhöht wird, aber die Menschen im Tal glauben ihr nicht.")]
    [InlineData("es", "La ministra prometió que el dique se levantará antes del invierno, pero los vecinos del valle no le creen.")]
    [InlineData("it", "La ministra ha promesso che la diga sarà rialzata prima dell'inverno, ma gli abitanti della valle non le credono.")]
    [InlineData("pt", "A ministra prometeu que o dique será elevado antes do inverno, mas os moradores do vale não acreditam nela.")]
    [InlineData("nl", "De minister heeft beloofd dat de dijk voor de winter wordt verhoogd, maar de bewoners van het dal geloven haar niet.")]
    [InlineData("sv", "Ministern lovade att vallen ska höjas före vintern, men de som bor i dalen tror inte på henne och det är inte första gången.")]
    [InlineData("da", "Ministeren lovede, at diget bliver forhøjet før vinteren, men dem, der bor i dalen, tror ikke på hende, siger hun nu.")]
    [InlineData("fi", "Ministeri lupasi, että pato korotetaan ennen talvea, mutta laakson asukkaat eivät usko häntä, ja se on jo toinen kerta kun niin käy.")]
    [InlineData("pl", "Minister obiecała, że wał zostanie podniesiony przed zimą, ale mieszkańcy doliny nie wierzą, bo to już nie jest pierwszy raz.")]
    [InlineData("cs", "Ministryně slíbila, že hráz bude zvýšena před zimou, ale lidé v údolí jí nevěří, protože to není poprvé, co se tak stalo.")]
    [InlineData("ro", "Ministra a promis că digul va fi înălțat înainte de iarnă, dar oamenii din vale nu o cred și spun că este prea târziu pentru ei.")]
    [InlineData("hu", "A miniszter megígérte, hogy a gátat még a tél előtt megemelik, de a völgy lakói nem hiszik el, mert ez már nem az első ígéret.")]
    [InlineData("tr", "Bakan setin kıştan önce yükseltileceğine söz verdi, ancak vadide yaşayanlar ona inanmıyor ve bu ilk kez olan bir şey değil.")]
    [InlineData("ru", "Министр пообещала, что плотину поднимут до зимы, но жители долины ей не верят, и это уже не в первый раз.")]
    [InlineData("uk", "Міністерка пообіцяла, що греблю піднімуть до зими, але мешканці долини їй не вірять, і це вже не вперше.")]
    [InlineData("el", "Η υπουργός υποσχέθηκε ότι το ανάχωμα θα υψωθεί πριν από τον χειμώνα, αλλά οι κάτοικοι δεν την πιστεύουν.")]
    [InlineData("ar", "وعدت الوزيرة بأن السد سوف يرتفع قبل الشتاء، لكن سكان الوادي لا يصدقون ذلك من بعد ما كان في العام الماضي.")]
    [InlineData("zh", "部长承诺在冬天之前加高堤坝，但山谷里的居民并不相信她的话。")]
    [InlineData("ja", "大臣は冬までに堤防を高くすると約束したが、谷の住民は信じていない。")]
    [InlineData("ko", "장관은 겨울 전에 제방을 높이겠다고 약속했지만 주민들은 믿지 않는다.")]
    public void Identify_OneSentence_IsItsLanguage(string code, string sentence) => Assert.Equal(code, _identifier.Identify(sentence));

    [Theory]
    [InlineData("")]
    [InlineData("12 345")]
    [InlineData("Morvane")]
    [InlineData("Odile Varenne, Bastien Lormeau, Élise Corvin, Ana Costa, Leo Marin")]
    [InlineData("« Oui »")]
    public void Identify_NamesOrTooFewWords_IsUnknown(string text) => Assert.Null(_identifier.Identify(text));

    [Theory]
    [InlineData("La ministre a promis que la digue serait relevée avant l'hiver, mais les habitants de la vallée ne la croient pas.", "fr", true)]
    [InlineData("The minister promised that the dyke would be raised before winter, but the people of the valley do not believe her.", "en", true)]
    [InlineData("The minister promised that the dyke would be raised before winter, but the people of the valley do not believe her.", "fr", false)]
    [InlineData("La ministra prometió que el dique se levantará antes del invierno, pero los vecinos del valle no le creen.", "fr", false)]
    [InlineData("Odile Varenne, Bastien Lormeau, Élise Corvin, Ana Costa, Leo Marin", "fr", false)]
    [InlineData("", "fr", false)]
    public void IsPlainly_Sentence_IsTrueOfItsLanguageAlone(string text, string code, bool plainly) => Assert.Equal(plainly, _identifier.IsPlainly(text, code));

    [Fact]
    public void Analyse_OtherLanguage_IsSetAsideByName()
    {
        var analysis = new PipelineBuilder().Build().Analyse(new Document("a", "La ministra prometió que el dique se levantará antes del invierno, pero los vecinos del valle no le creen."));
        Assert.Equal("es", analysis.Language);
        Assert.Equal(["set aside: the text is in Spanish (es), which is not read yet"], analysis.Notes);
        Assert.Empty(analysis.Attributions);
    }

    [Fact]
    public void Analyse_DeclaredLanguage_IsBelievedOnlyWhereTheTextDoesNotTell()
    {
        var pipeline = new PipelineBuilder().Build();
        const string french = "La ministre a promis que la digue serait relevée avant l'hiver, mais les habitants de la vallée ne la croient pas.";
        Assert.Equal("fr", pipeline.Analyse(new Document("a", french) { DeclaredLanguage = "en" }).Language);
        Assert.Equal("de", pipeline.Analyse(new Document("b", "Morvane Chanteloup Vaugris") { DeclaredLanguage = "de" }).Language);
        Assert.Equal("de", pipeline.Analyse(new Document("c", french) { Language = "de" }).Language);
    }
}
