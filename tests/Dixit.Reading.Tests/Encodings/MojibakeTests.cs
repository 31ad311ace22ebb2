// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Tests.Encodings;

public sealed class MojibakeTests
{
    [Theory]
    [InlineData("Il a dÃ©clarÃ© que tout va bien.")]
    [InlineData("Lâ€™affaire nâ€™est pas close.")]
    [InlineData("Â«\u00A0Non\u00A0Â», dit-elle.")]
    [InlineData("PrÃ¨s de lâ€™eau")]
    public void IsIn_Utf8ReadAsWindows1252_IsSeen(string text) => Assert.True(Mojibake.IsIn(text));

    [Theory]
    [InlineData("Il a déclaré que tout va bien, là-bas à l’âge bâtisseur : « Ça ira ! »")]
    [InlineData("Le mot « dÃ©jà » est un accident.")]
    [InlineData("São Paulo, JOÃO, ÂGE, Âpre, Ã")]
    [InlineData("")]
    public void IsIn_SoundText_IsNot(string text) => Assert.False(Mojibake.IsIn(text));

    [Fact]
    public void Read_MojibakeInAFile_IsNotedAndLeftAlone()
    {
        const string text = "Le maire a dÃ©clarÃ© sa dÃ©mission.";
        var document = Reads.DocumentOf(Reads.Text(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, document.Text);
        Assert.Equal([Mojibake.Note], document.Notes);
    }
}
