// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Reading.Encodings;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Writing;

/// <summary>Reads back what <see cref="ExtractionWriter"/> wrote, also where others wrote it. Fields that it does not know are passed over.</summary>
/// <remarks>The contract does not carry everything: quoted spans, mentions and the rules behind speakers and furniture are not
/// restored, and an analysis' confidence has two decimals. What is restored is written again as the same bytes.</remarks>
public static class ExtractionReader
{
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = JsonText.Options.MaxDepth };

    /// <summary>Reads a line for each document.</summary>
    /// <param name="stream">UTF-8; read as results are asked for, and left open.</param>
    /// <param name="name">How to call it in problems.</param>
    /// <param name="maxLineBytes">The most bytes that a line may take.</param>
    /// <exception cref="IOException">The stream fails.</exception>
    public static IEnumerable<ExtractionResult> Read(Stream stream, string name, int maxLineBytes = 512 * 1024 * 1024)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLineBytes, 1);
        return ReadLines(stream, name, maxLineBytes);
    }

    private static IEnumerable<ExtractionResult> ReadLines(Stream stream, string name, int maxLineBytes)
    {
        var lines = new ByteLines(stream, maxLineBytes);
        while (lines.TryReadNext())
        {
            if (lines.IsTooLong)
                yield return new(null, ReadProblems.ReportTooLarge(name, maxLineBytes, lines.Number));
            else if (!lines.Line.Span.Trim(" \t\r"u8).IsEmpty)
                yield return ReadLine(lines.Line, name, lines.Number);
        }
    }

    private static ExtractionResult ReadLine(ReadOnlyMemory<byte> line, string name, int number)
    {
        if (ByteOrderMark.Find(line.Span) is { IsUtf8: true } mark)
            line = line[mark.Length..];
        try
        {
            using var json = JsonDocument.Parse(line, _options);
            if (json.RootElement.ValueKind == JsonValueKind.Object && !(json.RootElement.TryGetProperty("text", out var text) && text.ValueKind != JsonValueKind.Null))
                return new(null, ReadProblems.ReportNoTextInResult(name, number));
            return new(ExtractionParser.Parse(json.RootElement), null);
        }
        catch (JsonException exception)
        {
            var before = line.Span[..(int)Math.Min(exception.BytePositionInLine ?? 0, line.Length)];
            return new(null, ReadProblems.ReportBrokenJson(name, JsonText.Explain(exception), number, TextPosition.ColumnOf(before)));
        }
        catch (InvalidDataException exception)
        {
            return new(null, ReadProblems.ReportBrokenExtraction(name, exception.Message, number));
        }
    }
}
