// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Archives;
using Dixit.Reading.Encodings;
using Dixit.Reading.Feeds;
using Dixit.Reading.Mail;
using Dixit.Reading.Office;
using Dixit.Reading.Pages;
using Dixit.Reading.Tables;
using Dixit.Reading.Warc;

namespace Dixit.Reading.Formats;

/// <summary>All forms of input, and the choice among them.</summary>
internal static class FormatReaders
{
    private const string Compressed = ".gz";

    private static readonly PageReader _page = new();
    private static readonly PlainTextReader _text = new();
    private static readonly RecordFileReader _json = new();
    private static readonly RecordLinesReader _jsonLines = new();

    // In the order in which they are asked whether they recognise something; plain text would take all.
    private static readonly FormatReader[] _all =
    [
        new GzipReader(), new ZipReader(), new TarFileReader(), new WarcReader(), _page, new XmlNewsReader(), new MailReader(),
        new MarkdownReader(), _jsonLines, _json, new TableReader(), _text,
    ];

    /// <summary>The endings of all forms that are read from folders, each once.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. _all.SelectMany(reader => reader.Endings).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The reader for a form that the user names, or null where it is to be told from the bytes.</summary>
    public static FormatReader? For(InputFormat format) => format switch
    {
        InputFormat.Text => _text,
        InputFormat.Json => _json,
        InputFormat.JsonLines => _jsonLines,
        InputFormat.Unknown => null,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };

    /// <summary>Whether the input starts as a page does. It is one whatever it is called: its markup would pass for prose.</summary>
    public static bool IsPage(ReadOnlySpan<byte> head) => _page.IsCertain(head);

    /// <summary>Whether a file of this name is read from a folder or an archive without being named. It may be compressed.</summary>
    public static bool HasKnownEnding(string name)
    {
        if (name.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase))
            name = name[..^Compressed.Length];
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The reader for a file: by what leaves no doubt in how it starts, else by its ending where one knows it, else by what it looks like.</summary>
    public static FormatReader Choose(string name, ReadOnlySpan<byte> head)
    {
        if (FindCertain(head) is { } certain)
            return certain;
        var ending = Path.GetExtension(name);
        foreach (var reader in _all)
        {
            if (reader.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase) || reader.NamedEndings.Contains(ending, StringComparer.OrdinalIgnoreCase))
                return reader;
        }

        foreach (var reader in _all)
        {
            if (reader.Recognises(head))
                return reader;
        }

        return _text;
    }

    /// <summary>The reader of which the first bytes leave no doubt, or null.</summary>
    public static FormatReader? FindCertain(ReadOnlySpan<byte> head)
    {
        foreach (var reader in _all)
        {
            if (reader.IsCertain(head))
                return reader;
        }

        return null;
    }

    /// <summary>Why no reader should be given the input, or null where one should.</summary>
    /// <param name="path">How to call it.</param>
    /// <param name="name">The name whose ending may tell the form.</param>
    /// <param name="head">Its first bytes.</param>
    public static ReadProblem? Refuse(string path, string name, ReadOnlySpan<byte> head)
    {
        if (BinaryContent.IsPdf(head))
            return ReadProblems.ReportPdf(path);
        if (BinaryContent.NameByStart(head) is { } kind)
            return ReadProblems.ReportBinary(path, kind);
        return ForeignFormats.Name(name, head) is { } format ? ReadProblems.ReportUnsupportedFormat(path, format) : null;
    }
}
