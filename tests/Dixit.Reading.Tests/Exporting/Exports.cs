// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Reading.Exporting;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Tests.Exporting;

/// <summary>Analyses to export, and what comes of them.</summary>
internal static class Exports
{
    /// <summary>The whole output of a writer for some documents.</summary>
    public static string Write(Func<Stream, ExportWriter> open, params Analysis[] analyses)
    {
        using var stream = new MemoryStream();
        using (var writer = open(stream))
        {
            foreach (var analysis in analyses)
                writer.Write(analysis, Links.Instance);
            writer.Complete();
        }

        Assert.True(stream.CanWrite, "The stream is the caller's.");
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }

    /// <summary>A text in which words are said, each by an attribution of its own.</summary>
    public static Analysis Says(string text, QuotationKind kind, params string[] contents) => new()
    {
        Document = new Document("x", text),
        Language = "fr",
        Attributions = [.. contents.Select((words, index) => Attribute(text, index + 1, kind, words))],
    };

    public static Attribution Attribute(string text, int id, QuotationKind kind, params string[] contents) => new()
    {
        Id = id,
        Kind = kind,
        Content = SpanList.Of(contents.Select(words => Find(text, words))),
        Evidence = new Evidence("test", 0.5),
    };

    public static TextSpan Find(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"« {words} » does not stand in the text.");
        return new TextSpan(start, start + words.Length);
    }

    // The statements of an archive, as far as writers see them.
    private sealed class Links : ExtractionLinks
    {
        public static readonly Links Instance = new();

        public override string? SpeakerOf(Attribution attribution) => attribution.Speaker is null ? null : "p-" + attribution.Speaker.Name.Length;

        public override string? StatementOf(Attribution attribution, int content) => $"s-{attribution.Id}{content}";
    }
}
