// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;
using Dixit.Reading;

namespace Dixit.Benchmarks;

/// <summary>The French samples, over and over, as separate documents of their real lengths.</summary>
/// <remarks>The English ones are left out: a document that is set aside would flatter the figures.</remarks>
internal sealed class Corpus
{
    public const int DefaultBytes = 4_000_000;

    private Corpus(IReadOnlyList<Document> documents, long bytes)
    {
        Documents = documents;
        Bytes = bytes;
    }

    public IReadOnlyList<Document> Documents { get; }

    /// <summary>The length of all texts in UTF-8.</summary>
    public long Bytes { get; }

    /// <summary>Whole samples up to the first that reaches the length.</summary>
    public static Corpus OfSamples(int bytes = DefaultBytes)
    {
        var pipeline = new PipelineBuilder().Build();
        var samples = new DocumentReader().Read([Path.Combine(RepositoryRoot(), "samples")])
            .Select(result => result.Document ?? throw new InvalidOperationException($"A sample cannot be read: {result.Problem}"))
            .Where(sample => pipeline.Analyse(sample).Language == "fr")
            .ToList();
        if (samples.Count == 0)
            throw new InvalidOperationException("No French sample was found.");

        var documents = new List<Document>();
        var length = 0L;
        for (var i = 0; length < bytes; i++)
        {
            var sample = samples[i % samples.Count];
            documents.Add(new Document($"{sample.Id}-{i}", sample.Text) { Outlet = sample.Outlet, Published = sample.Published, Language = "fr" });
            length += Encoding.UTF8.GetByteCount(sample.Text);
        }

        return new Corpus(documents, length);
    }

    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dixit.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the benchmarks holds Dixit.slnx.");
    }
}
