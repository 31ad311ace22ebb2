// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using Dixit.Documents;

namespace Dixit.Reading;

/// <summary>One step of a run: a document, or the problem that stands in its place.</summary>
public sealed class ReadResult
{
    private ReadResult(Document? document, ReadProblem? problem, string path, int? line)
    {
        Document = document;
        Problem = problem;
        Path = path;
        Line = line;
    }

    /// <summary>Whether there is a document rather than a problem.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Document is not null;

    /// <summary>The document, or null where there is a problem.</summary>
    public Document? Document { get; }

    /// <summary>The problem, or null where there is a document. What did no harm stands in <see cref="Document.Notes"/> instead.</summary>
    public ReadProblem? Problem { get; }

    /// <summary>The input that it comes from.</summary>
    public string Path { get; }

    /// <summary>The line of the input where its record starts, from 1, or null where the whole input is the document.</summary>
    public int? Line { get; }

    /// <summary>The bytes that the document was read from, where they were asked for; else null. Of a record in a file of many they are the record's: the line or element of JSON, the row of
    /// a table below its header, the markup of an item, as UTF-8 where the file is in UTF-16 or UTF-32.</summary>
    public ReadOnlyMemory<byte>? Original { get; private init; }

    /// <summary>The same with the bytes of its record, if they are asked for, it is a document and there are any.</summary>
    /// <param name="options">What the user asked for.</param>
    /// <param name="bytes">Copies the bytes.</param>
    internal ReadResult FromRecord(DocumentReaderOptions options, Func<byte[]?> bytes) => options.KeepsOriginals && Succeeded && bytes() is { } own ? From(own) : this;

    /// <summary>The same with the bytes that it was read from, unless it has others.</summary>
    internal ReadResult From(ReadOnlyMemory<byte> bytes) => Original is null ? new(Document, Problem, Path, Line) { Link = Link, Original = bytes } : this;

    /// <summary>The address of the whole article, where it is an item of a feed; else null.</summary>
    internal string? Link { get; private init; }

    /// <summary>The same with the address of the whole article.</summary>
    internal ReadResult LinkedTo(string? link) => new(Document, Problem, Path, Line) { Link = link, Original = Original };

    /// <summary>A document that was read.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The input that it comes from.</param>
    /// <param name="line">The line where its record starts, or null for a whole input.</param>
    public static ReadResult Of(Document document, string path, int? line = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(path);
        return new(document, null, path, line);
    }

    /// <summary>A document that could not be read.</summary>
    public static ReadResult Of(ReadProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new(null, problem, problem.Path, problem.Line);
    }
}
