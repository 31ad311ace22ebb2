// SPDX-License-Identifier: Apache-2.0
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Dixit.Benchmarks;

switch (args)
{
    case ["quick"]:
        QuickRun.WriteExtraction(Console.Out);
        Console.WriteLine();
        QuickRun.WriteHostileTexts(Console.Out);
        break;
    case ["quick", "extraction"]:
        QuickRun.WriteExtraction(Console.Out);
        break;
    case ["quick", "hostile"]:
        QuickRun.WriteHostileTexts(Console.Out);
        break;
    case ["corpus", var path]:
        QuickRun.WriteCorpus(path);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ExtractionBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddColumn(new ThroughputColumn()));
        break;
}
