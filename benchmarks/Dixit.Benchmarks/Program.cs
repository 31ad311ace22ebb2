// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Dixit.Benchmarks;
using Dixit.Benchmarks.Archives;

switch (args)
{
    case ["quick", "extraction"]:
        QuickRun.WriteExtraction(Console.Out);
        break;
    case ["quick", "hostile", .. var kinds]:
        QuickRun.WriteHostileTexts(Console.Out, kinds.Length > 0 ? kinds : HostileTexts.Kinds);
        break;
    case ["quick", "pages", var folder]:
        PageRun.Write(Console.Out, folder);
        break;
    case ["corpus", var path]:
        QuickRun.WriteCorpus(path);
        break;
    case ["plain", var path]:
        Console.WriteLine(QuickRun.CountTokens(path));
        break;
    case ["archive", var path, var count]:
        ArchiveRun.WriteArchive(path, int.Parse(count, CultureInfo.InvariantCulture));
        break;
    case ["archive-bare", var path, var ledger]:
        ArchiveRun.WriteBare(path, ledger);
        break;
    case ["archive-ask", var ledger, var count]:
        ArchiveRun.WriteAnswers(Console.Out, ledger, int.Parse(count, CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ExtractionBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddColumn(new ThroughputColumn()));
        break;
}
