// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;
using Dixit.Reading.Writing;
using Xunit;

namespace Dixit.Reading.Tests.Writing;

public sealed class JsonLineTests
{
    private static ReadOnlySpan<byte> A => "\"a\":"u8;
    private static ReadOnlySpan<byte> B => "\"b\":"u8;

    [Fact]
    public void Values_NestedAndSideBySide_HaveCommasBetweenAndNowhereElse()
    {
        var line = new JsonLine();
        line.StartObject();
        line.StartArray(A);
        line.String("un");
        line.StartObject();
        line.EndObject();
        line.StartObject();
        line.Number(A, -12);
        line.Null(B);
        line.EndObject();
        line.EndArray();
        line.StartObject(B);
        line.String(A, (string?)null);
        line.String(B, JsonEncodedText.Encode("b"));
        line.EndObject();
        line.StartArray(A);
        line.EndArray();
        line.EndObject();
        line.EndLine();
        Assert.Equal("{\"a\":[\"un\",{},{\"a\":-12,\"b\":null}],\"b\":{\"a\":null,\"b\":\"b\"},\"a\":[]}\n", Encoding.UTF8.GetString(line.Written));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(9_999)]
    [InlineData(10_000)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Number_Whole_IsWrittenInFull(int number)
    {
        var line = new JsonLine();
        line.StartObject();
        line.Number(A, number);
        line.EndObject();
        Assert.Equal($"{{\"a\":{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}}}", Encoding.UTF8.GetString(line.Written));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.9)]
    [InlineData(0.97)]
    [InlineData(1.0)]
    [InlineData(1.0 / 3)]
    [InlineData(1e-7)]
    [InlineData(123456789.125)]
    public void Number_WithFraction_IsWrittenAsTheFrameworkDoes(double number)
    {
        var line = new JsonLine();
        line.StartObject();
        line.Number(A, number);
        line.EndObject();
        Assert.Equal($"{{\"a\":{JsonSerializer.Serialize(number)}}}", Encoding.UTF8.GetString(line.Written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<a href='x'>&amp; + \\ / \"</a>")]
    [InlineData("« déjà » 😀\u00A0\u202F!")]
    public void String_AnyCharacters_AreReadBackAsTheyWere(string text) => Assert.Equal(text, ReadBack(text));

    [Fact]
    public void String_ControlCharactersAndSeparators_AreReadBackAsTheyWereAndStandOnOneLine()
    {
        // Not the data of a theory: what names a test cannot hold them.
        var text = string.Concat(Enumerable.Range(0, 0xA1).Select(c => (char)c)) + "\u2028\u2029";
        Assert.Equal(text, ReadBack(text));
        var line = new JsonLine();
        line.String(text);
        Assert.DoesNotContain(Encoding.UTF8.GetString(line.Written), c => char.IsControl(c) || c is '\u2028' or '\u2029');
    }

    [Fact]
    public void String_LoneSurrogates_BecomeReplacementCharacters()
    {
        Assert.Equal("x\uFFFD", ReadBack("x\uD83D"));
        Assert.Equal("\uFFFD\uFFFDx", ReadBack("\uDE00\uD83Dx"));
    }

    private static string? ReadBack(string text)
    {
        var line = new JsonLine();
        line.StartObject();
        line.String(A, text);
        line.EndObject();
        return JsonDocument.Parse(line.Written.ToArray()).RootElement.GetProperty("a").GetString();
    }

    [Fact]
    public void String_LongerThanTheBuffer_IsWhole()
    {
        var line = new JsonLine();
        var text = string.Concat(Enumerable.Repeat("« é \"😀\" » ", 30_000));
        line.String(text);
        line.String("b");
        Assert.Equal(text, JsonDocument.Parse($"[{Encoding.UTF8.GetString(line.Written)}]").RootElement[0].GetString());
    }

    [Fact]
    public void Clear_AfterAValue_BeginsWithoutItAndWithoutAComma()
    {
        var line = new JsonLine();
        line.String(new string('é', 100_000));
        line.Clear();
        line.String("« à l'\"aube\" »\t\u2028");
        Assert.Equal("\"« à l'\\\"aube\\\" »\\t\\u2028\"", Encoding.UTF8.GetString(line.Written));
    }
}
