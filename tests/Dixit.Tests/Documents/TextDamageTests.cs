// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Languages;
using Xunit;

namespace Dixit.Tests.Documents;

public sealed class TextDamageTests
{
    private static readonly LanguageIdentifier _identifier = new();

    private static List<string> Find(string text) => TextDamage.Find(text, "fr", _identifier);

    [Theory]
    [InlineData("La digue tiendra, a promis la ministre. « Nous serons là », a-t-elle ajouté.")]
    [InlineData("« Nous serons là.\n« Et nous y resterons », a-t-elle ajouté.")]
    [InlineData("La liste des communes touchées :\n- Morvane\n- Chanteloup")]
    [InlineData("Ana Costa")]
    [InlineData("“We will,” she said, “go.”")]
    [InlineData("Il n'a pas répondu…")]
    public void Find_WholeText_HasNoNotes(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("Ces dernières XNUMX heures, la rivière a monté de XNUMX mètres.", "damage: 2 numbers lost by a translator (XNUMX)")]
    [InlineData("La rivi\uFFFDre monte.", "damage: 1 character lost")]
    [InlineData("« La digue tiendra, a promis la ministre.", "damage: 1 quotation mark without the other half")]
    [InlineData("Nous intensifions ». NOUS. Mais la rivière monte.", "damage: 1 quotation mark without the other half")]
    [InlineData("La ministre a promis que la digue, celle de Morvane,", "damage: the text ends inside a sentence")]
    [InlineData("La digue tiendra, a promis la ministre. [...]", "damage: the text ends inside a sentence")]
    public void Find_DamagedText_SaysHow(string text, string note) => Assert.Equal([note], Find(text));

    [Fact]
    public void Find_ParagraphInAnotherLanguage_IsTold() =>
        Assert.Equal(
            ["damage: several languages: English (1 of 2 paragraphs)"],
            Find("La ministre a promis que la digue serait relevée avant l'hiver, mais les habitants de la vallée ne la croient pas.\nThe minister promised that the dyke would be raised before winter, but the people of the valley do not believe her."));
}
