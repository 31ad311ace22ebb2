// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using System.Text;
using System.Text.Json;
using Dixit.Reading.Formats;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Tests;

public sealed class DataFormatDocumentTests
{
    private static readonly string _document = File.ReadAllText(Path.Combine(FindRoot(), "docs", "data-format.md"));

    public static TheoryData<string> Codes => [.. typeof(ReadProblems).GetFields().Where(constant => constant.IsLiteral).Select(constant => (string)constant.GetValue(null)!)];

    // As they are written, each is a member without its value.
    public static TheoryData<string> Fields => [.. typeof(ExtractionFields).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(property => Encoding.UTF8.GetString(property.GetMethod!.CreateDelegate<Written>()()))
        .Select(written => JsonDocument.Parse($"{{{written}0}}").RootElement.EnumerateObject().Single().Name)];

    public static TheoryData<string> Endings => [.. FormatReaders.Endings];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Document_EveryCode_HasItsRow(string code) => Assert.Contains($"| {code} |", _document);

    [Fact]
    public void Codes_AreUnique() => Assert.Equal(Codes.Count, Codes.Select(row => row.Data).Distinct().Count());

    [Theory]
    [MemberData(nameof(Fields))]
    public void Document_EveryFieldOfTheOutput_IsNamed(string field) => Assert.Contains($"`{field}`", _document);

    [Theory]
    [MemberData(nameof(Endings))]
    public void Document_EveryEnding_HasItsRow(string ending) => Assert.Contains($"| `{ending}` |", _document);

    private delegate ReadOnlySpan<byte> Written();

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Dixit.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run below the repository.");
        return folder;
    }
}
