// SPDX-License-Identifier: Apache-2.0
using BenchmarkDotNet.Attributes;
using Dixit.Languages.French;
using Dixit.Tokens;

namespace Dixit.Benchmarks;

/// <summary>The whole analysis beside the least that any analysis must do: cut the text into words and look each up.</summary>
[MemoryDiagnoser]
public class ExtractionBenchmarks
{
    private readonly Corpus _corpus = Corpus.OfSamples();
    private readonly Tokenizer _tokenizer = new(new FrenchLanguage().Lexicon);
    private readonly Pipeline _pipeline = new PipelineBuilder().Build();

    /// <summary>What it processes in one go, for the throughput column.</summary>
    public static long Bytes => Corpus.DefaultBytes;

    /// <summary>Both see the same documents and both find something in them.</summary>
    [GlobalSetup]
    public void Verify()
    {
        if (TokenizeAndLookUp() == 0 || Analyse() == 0)
            throw new InvalidOperationException("Nothing was found in the samples.");
    }

    /// <summary>Tokens, each with its lexeme.</summary>
    [Benchmark(Baseline = true)]
    public int TokenizeAndLookUp()
    {
        var count = 0;
        foreach (var document in _corpus.Documents)
            count += _tokenizer.Tokenize(document.Text).Count;
        return count;
    }

    /// <summary>Everything that the pipeline does.</summary>
    [Benchmark]
    public int Analyse()
    {
        var count = 0;
        foreach (var document in _corpus.Documents)
            count += _pipeline.Analyse(document).Attributions.Count;
        return count;
    }
}
