// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;
using Dixit.Reading.Writing;
using Xunit;

namespace Dixit.Reading.Tests.Writing;

public sealed class JsonLineTests
{
    private static readonly JsonEncodedText A = JsonEncodedText.Encode("a");
    private static readonly JsonEncodedText B = JsonEncodedText.Encode("b");

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
        line.String(B, B);
        line.EndObject();
        line.StartArray(A);
        line.EndArray();
        line.EndObject();
        line.EndLine();
        Assert.Equal("{\"a\":[\"un\",{},{\"a\":-12,\"b\":null}],\"b\":{\"a\":null,\"b\":\"b\"},\"a\":[]}\n", Encoding.UTF8.GetString(line.Written));
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
