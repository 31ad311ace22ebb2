// SPDX-License-Identifier: Apache-2.0
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Dixit.Documents;

namespace Dixit.Benchmarks;

/// <summary>One document, ever longer: time must grow with its length and no faster.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 3)]
public class HostileTextBenchmarks
{
    private readonly Pipeline _pipeline = new PipelineBuilder().Build();
    private Document _document = new("empty", "");

    /// <summary>The kinds, for BenchmarkDotNet.</summary>
    public static IEnumerable<string> Kinds => HostileTexts.Kinds;

    /// <summary>What the text consists of.</summary>
    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    /// <summary>Its length in thousands of UTF-16 units.</summary>
    [Params(1250, 2500, 5000, 10000)]
    public int Thousands { get; set; }

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void MakeText() => _document = new Document(Kind, HostileTexts.Make(Kind, Thousands * 1000)) { Language = "fr" };

    /// <summary>Everything that the pipeline does.</summary>
    [Benchmark]
    public int Analyse() => _pipeline.Analyse(_document).Attributions.Count;
}
