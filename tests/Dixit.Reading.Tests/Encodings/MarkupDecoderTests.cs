// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Reading.Tests.Support;

namespace Dixit.Reading.Tests.Encodings;

public sealed class MarkupDecoderTests
{
    private static readonly string _text = string.Join("\n\n", PageText.Sentences);

    private static string Html(string head) => $"<html><head>{head}</head><body>{PageText.Paragraphs}</body></html>";

    private static byte[] In(string encoding, string head) => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(Html(head));

    [Theory]
    [InlineData("<meta charset=\"windows-1252\">", null)]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", null)]
    [InlineData("", "text/html; charset=windows-1252")]
    [InlineData("", null)]
    [InlineData("<meta charset=utf-8>", null)]
    public void Decode_Windows1252_IsReadByWhatIsSaidOrByItsBytes(string head, string? contentType) =>
        Assert.Equal(_text, Reads.DocumentOf(PageText.Result(In("windows-1252", head), contentType)).Text);

    [Theory]
    [InlineData("<meta charset=windows-1252>", null)]
    [InlineData("", "text/html; charset=iso-8859-1")]
    public void Decode_Utf8ThatIsCalledOtherwise_IsUtf8(string head, string? contentType) =>
        Assert.Equal(_text, Reads.DocumentOf(PageText.Result(Encoding.UTF8.GetBytes(Html(head)), contentType)).Text);

    [Fact]
    public void Decode_CyrillicInItsOwnEncoding_IsRead()
    {
        const string sentence = "Плотину поднимут на два метра до зимы, пообещала министр вод Одиль Варен в четверг, выступая перед жителями долины.";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!.GetBytes($"<html><head><meta charset='windows-1251'></head><body><p>{sentence}</p></body></html>");
        Assert.Equal(sentence, Reads.DocumentOf(PageText.Result(bytes)).Text);
    }

    [Fact]
    public void Decode_DamagedUtf8_IsReadWithANote()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Html("")), .. "<p>Une fin ab\xEEm\xE9e"u8[..12], 0xE9, .. "</p>"u8];
        var document = Reads.DocumentOf(PageText.Result(bytes));
        Assert.StartsWith(_text, document.Text);
        Assert.Contains(document.Notes, note => note.Contains("damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_MojibakeInAPage_IsRepairedWithANote()
    {
        var broken = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!.GetString(Encoding.UTF8.GetBytes(Html("<title>La digue relevée à l’été</title>")));
        var document = Reads.DocumentOf(PageText.Result(Encoding.UTF8.GetBytes(broken)));
        Assert.Equal(_text, document.Text);
        Assert.Equal("La digue relevée à l’été", document.Title);
        Assert.Contains(document.Notes, note => note.StartsWith("repaired: UTF-8 read as windows-1252", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_BinaryData_IsAProblem() =>
        Assert.Equal(ReadProblems.Binary, Reads.ProblemOf(PageText.Result([.. "<html>"u8, 0, 1, 2, 3, 0, 0, 5, 0])).Code);
}
