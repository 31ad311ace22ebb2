// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Formats;

/// <summary>All forms of input, and the choice among them.</summary>
internal static class FormatReaders
{
    private static readonly PlainTextReader _text = new();
    private static readonly RecordFileReader _json = new();
    private static readonly RecordLinesReader _jsonLines = new();

    // In the order in which they are asked whether they recognise something; plain text would take all.
    private static readonly FormatReader[] _all = [_jsonLines, _json, _text];

    /// <summary>The endings of all forms, each once.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. _all.SelectMany(reader => reader.Endings).Order(StringComparer.Ordinal)];

    /// <summary>The reader for a form that the user names.</summary>
    public static FormatReader For(InputFormat format) => format switch
    {
        InputFormat.Text => _text,
        InputFormat.Json => _json,
        InputFormat.JsonLines => _jsonLines,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };

    /// <summary>The reader for a file: by its ending where one knows it, else by how it starts.</summary>
    public static FormatReader Choose(string path, ReadOnlySpan<byte> head)
    {
        var ending = Path.GetExtension(path);
        foreach (var reader in _all)
        {
            if (reader.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
                return reader;
        }

        foreach (var reader in _all)
        {
            if (reader.Recognises(head))
                return reader;
        }

        return _text;
    }

    /// <summary>Why no reader should be given the input, or null where one should.</summary>
    public static ReadProblem? Refuse(string path, ReadOnlySpan<byte> head)
    {
        if (BinaryContent.NameByStart(head) is { } kind)
            return ReadProblems.ReportBinary(path, kind);
        return ForeignFormats.Name(path, head) is { } format ? ReadProblems.ReportUnsupportedFormat(path, format) : null;
    }
}
