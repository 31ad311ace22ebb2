// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Tests.Encodings;

public sealed class TextDecoderTests
{
    private const string French = "« Nous l’avons déjà dit », a répété Mme Aubrac.\r\nLe cœur du projet coûte 3 € de plus…\n";

    // What French needs of each byte set: Latin-1 has neither « œ » nor « € » nor « ’ ».
    private const string Latin1French = "« Nous l'avons déjà dit », a répété Mme Aubrac à l'été.\n";
    private const string Latin9French = "Le cœur du projet coûte 3 € de plus, a déploré Mme Aubrac. Une œuvre, un vœu.\n";

    public static TheoryData<string, byte[], string?> MarkedTexts => new()
    {
        { "utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(French)], null },
        { "utf-16le", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(French)], "read as utf-16le" },
        { "utf-16be", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(French)], "read as utf-16be" },
        { "utf-32le", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(French)], "read as utf-32le" },
        { "utf-32be", [.. new UTF32Encoding(true, true).Preamble, .. new UTF32Encoding(true, true).GetBytes(French)], "read as utf-32be" },
    };

    [Theory]
    [MemberData(nameof(MarkedTexts))]
    public void Decode_ByteOrderMark_IsObeyedAndNotPartOfTheText(string name, byte[] bytes, string? note)
    {
        var decoded = TextDecoder.Decode(bytes);
        Assert.True(decoded.Text == French, name);
        Assert.Equal(note, decoded.Note);
    }

    [Fact]
    public void Decode_PlainUtf8_HasNoNote()
    {
        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes(French + "🙂"));
        Assert.Equal(French + "🙂", decoded.Text);
        Assert.Null(decoded.Note);
    }

    [Theory]
    [InlineData(false, "read as utf-16le")]
    [InlineData(true, "read as utf-16be")]
    public void Decode_Utf16WithoutMark_IsToldByItsZeros(bool isBigEndian, string note)
    {
        var decoded = TextDecoder.Decode(new UnicodeEncoding(isBigEndian, false).GetBytes(French));
        Assert.Equal(French, decoded.Text);
        Assert.Equal(note, decoded.Note);
    }

    [Fact]
    public void Decode_Windows1252_AllOfItsTable()
    {
        var table = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
        byte[] bytes = [.. Enumerable.Range(0x80, 32).Where(value => value is not (0x81 or 0x8D or 0x8F or 0x90 or 0x9D)).Select(value => (byte)value)];
        var decoded = TextDecoder.Decode([.. "Les signes sont : "u8, .. bytes]);
        Assert.Equal("Les signes sont : " + table, decoded.Text);
        Assert.Equal("read as windows-1252", decoded.Note);
    }

    [Fact]
    public void Decode_Windows1252News_KeepsLineEnds()
    {
        var decoded = TextDecoder.Decode(SingleBytes.Windows1252(French));
        Assert.Equal(French, decoded.Text);
        Assert.Equal("read as windows-1252", decoded.Note);
    }

    [Fact]
    public void Decode_Latin1_IsToldFromWindows1252ByTheBytesItDoesNotUse()
    {
        var decoded = TextDecoder.Decode(Encoding.Latin1.GetBytes(Latin1French));
        Assert.Equal(Latin1French, decoded.Text);
        Assert.Equal("read as iso-8859-1", decoded.Note);
    }

    [Fact]
    public void Decode_Latin9_IsToldByLettersWhereLatin1HasFractions()
    {
        var decoded = TextDecoder.Decode(SingleBytes.Latin9(Latin9French));
        Assert.Equal(Latin9French, decoded.Text);
        Assert.Equal("read as iso-8859-15", decoded.Note);
    }

    [Fact]
    public void Decode_Latin1WithFractions_IsNotTakenForLatin9()
    {
        const string text = "Il a fallu 2½ heures et ¼ de l'équipe, a-t-il déclaré.";
        var decoded = TextDecoder.Decode(Encoding.Latin1.GetBytes(text));
        Assert.Equal(text, decoded.Text);
        Assert.Equal("read as iso-8859-1", decoded.Note);
    }

    [Fact]
    public void Decode_OneAccentInAShortText_IsDecoded()
    {
        Assert.Equal("été", TextDecoder.Decode(Encoding.Latin1.GetBytes("été")).Text);
    }

    [Fact]
    public void Decode_DamagedUtf8_SaysWhere()
    {
        byte[] before = [.. "Élodie a été élue.\nL'"u8];
        var decoded = TextDecoder.Decode([.. before, 0xC3, .. " a voté à Étretat."u8]);
        Assert.Null(decoded.Text);
        Assert.Equal(before.Length, decoded.BadOffset);
        Assert.Contains("damaged UTF-8", decoded.Undecodable);
    }

    [Fact]
    public void Decode_CutOffUtf8_SaysWhere()
    {
        byte[] bytes = [.. "Élodie a été élue à Étretat, où elle a vot"u8, 0xC3];
        Assert.Equal(bytes.Length - 1, TextDecoder.Decode(bytes).BadOffset);
    }

    [Fact]
    public void Decode_InvalidAfterUtf8Mark_SaysWhere()
    {
        var decoded = TextDecoder.Decode([0xEF, 0xBB, 0xBF, (byte)'a', 0xE9, (byte)'b']);
        Assert.Equal(4, decoded.BadOffset);
    }

    [Fact]
    public void Decode_LoneSurrogateInUtf16_SaysWhere()
    {
        byte[] bytes = [0xFF, 0xFE, (byte)'a', 0, 0x3D, 0xD8, (byte)'b', 0];
        Assert.Equal(4, TextDecoder.Decode(bytes).BadOffset);
    }

    [Fact]
    public void Decode_HalfAUnitAtTheEndOfUtf16_Fails()
    {
        var decoded = TextDecoder.Decode([0xFF, 0xFE, (byte)'a', 0, (byte)'b']);
        Assert.Null(decoded.Text);
        Assert.Equal(4, decoded.BadOffset);
    }

    [Fact]
    public void Decode_ByteThatWindows1252Lacks_SaysWhere()
    {
        var decoded = TextDecoder.Decode([.. "tr"u8, 0x8F, .. "s bien"u8]);
        Assert.Null(decoded.Text);
        Assert.Equal(2, decoded.BadOffset);
    }

    [Fact]
    public void Decode_MostLettersOutsideAscii_IsNotGuessed()
    {
        // Windows-1251, « Президент сообщил о новых мерах »: as Windows-1252 it would be a row of accented capitals.
        byte[] cyrillic = [0xCF, 0xF0, 0xE5, 0xE7, 0xE8, 0xE4, 0xE5, 0xED, 0xF2, 0x20, 0xF1, 0xEE, 0xEE, 0xE1, 0xF9, 0xE8, 0xEB, 0x20,
            0xEE, 0x20, 0xED, 0xEE, 0xE2, 0xFB, 0xF5, 0x20, 0xEC, 0xE5, 0xF0, 0xE0, 0xF5];
        var decoded = TextDecoder.Decode(cyrillic);
        Assert.Null(decoded.Text);
        Assert.NotNull(decoded.Undecodable);
        Assert.Null(decoded.BadOffset);
    }

    public static TheoryData<byte[]> BinaryData => new()
    {
        new byte[] { (byte)'a', 0, (byte)'b', (byte)'c', (byte)'d' },
        new byte[] { 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0 },
        new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 },
        new byte[] { 1, 2, 3, 4, 5 },
        new byte[] { 0xEF, 0xBB, 0xBF, (byte)'a', 0, (byte)'b' },
        new byte[] { 0xFF, 0xFE, (byte)'a', 0, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(BinaryData))]
    public void Decode_BinaryData_IsNotText(byte[] bytes)
    {
        var decoded = TextDecoder.Decode(bytes);
        Assert.Null(decoded.Text);
        Assert.NotNull(decoded.Binary);
    }

    [Fact]
    public void Decode_FewControlCharacters_AreKept()
    {
        const string text = "Une dépêche ancienne garde parfois un signe \u0002 de sa transmission.";
        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text)).Text);
    }

    [Fact]
    public void Decode_Nothing_IsEmptyText()
    {
        Assert.Equal("", TextDecoder.Decode([]).Text);
    }

    [Fact]
    public void Decode_AnyBytes_NeverThrows()
    {
        var random = new Random(20240517);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(0, 40)];
            random.NextBytes(bytes);
            if (round % 3 == 0 && bytes.Length > 4)
                (new byte[][] { [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF] })[round % 5].AsSpan().CopyTo(bytes);
            var decoded = TextDecoder.Decode(bytes);
            Assert.Equal(1, new object?[] { decoded.Text, decoded.Binary, decoded.Undecodable }.Count(outcome => outcome is not null));
            Assert.True(decoded.BadOffset is null || (decoded.BadOffset >= 0 && decoded.BadOffset < bytes.Length));
        }
    }
}
