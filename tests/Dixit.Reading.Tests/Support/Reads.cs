// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;

namespace Dixit.Reading.Tests.Support;

/// <summary>Short ways to read something in a test.</summary>
internal static class Reads
{
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static List<ReadResult> Paths(params string[] paths) => [.. new DocumentReader().Read(paths, Cancellation)];

    public static List<ReadResult> Lines(string lines, DocumentReaderOptions? options = null) => Lines(Encoding.UTF8.GetBytes(lines), options);

    public static List<ReadResult> Lines(byte[] lines, DocumentReaderOptions? options = null) =>
        [.. new DocumentReader(options).ReadStream(new MemoryStream(lines), InputFormat.JsonLines, "flux", Cancellation)];

    public static List<ReadResult> Json(string json) =>
        [.. new DocumentReader().ReadStream(new MemoryStream(Encoding.UTF8.GetBytes(json)), InputFormat.Json, "flux", Cancellation)];

    public static ReadResult Text(byte[] bytes, DocumentReaderOptions? options = null) =>
        Assert.Single(new DocumentReader(options).ReadStream(new MemoryStream(bytes), InputFormat.Text, "flux", Cancellation));

    /// <summary>Reads bytes as a file of that name.</summary>
    public static List<ReadResult> File(string name, byte[] bytes, DocumentReaderOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        return [.. new DocumentReader(options).Read([folder.Write(name, bytes)], Cancellation)];
    }

    /// <summary>Reads a text as a file of that name.</summary>
    public static List<ReadResult> File(string name, string text, DocumentReaderOptions? options = null) => File(name, Encoding.UTF8.GetBytes(text), options);

    /// <summary>Reads bytes that come through a pipe, told by their content.</summary>
    public static List<ReadResult> Stream(Stream stream, DocumentReaderOptions? options = null) =>
        [.. new DocumentReader(options).ReadStream(stream, InputFormat.Unknown, "flux", Cancellation)];

    public static Document DocumentOf(ReadResult result)
    {
        Assert.True(result.Succeeded, result.Problem?.ToString());
        return result.Document;
    }

    public static ReadProblem ProblemOf(ReadResult result)
    {
        Assert.False(result.Succeeded, "There is a document, though a problem was expected.");
        return result.Problem;
    }
}
