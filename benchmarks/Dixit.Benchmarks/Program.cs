// SPDX-License-Identifier: Apache-2.0
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Dixit.Benchmarks;

switch (args)
{
    case ["quick", "extraction"]:
        QuickRun.WriteExtraction(Console.Out);
        break;
    case ["quick", "hostile", .. var kinds]:
        QuickRun.WriteHostileTexts(Console.Out, kinds.Length > 0 ? kinds : HostileTexts.Kinds);
        break;
    case ["corpus", var path]:
        QuickRun.WriteCorpus(path);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ExtractionBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddColumn(new ThroughputColumn()));
        break;
}
