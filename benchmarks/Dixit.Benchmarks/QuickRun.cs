// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dixit.Documents;
using Dixit.Languages.French;
using Dixit.Reading;
using Dixit.Tokens;

namespace Dixit.Benchmarks;

/// <summary>The same measures in a minute or two, as Markdown: processor time, which other work on the machine disturbs least.</summary>
internal static class QuickRun
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static void WriteExtraction(TextWriter output)
    {
        var benchmarks = new ExtractionBenchmarks();
        benchmarks.Verify();
        var plain = Measure(benchmarks.TokenizeAndLookUp);
        var whole = Measure(benchmarks.Analyse);

        output.WriteLine("| 4 MB of samples, one thread | ms of processor time | MB/s | allocated, MB |");
        output.WriteLine("|---|---|---|---|");
        output.WriteLine(Row("tokenise and look up", plain));
        output.WriteLine(Row("analyse", whole));
        output.WriteLine();
        output.WriteLine($"Analysing takes {whole.Milliseconds / plain.Milliseconds:F1} times as long as tokenising and looking up (the aim: at most 15).");

        static string Row(string name, (double Milliseconds, double Megabytes) measured) => string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {measured.Milliseconds:F0} | {ExtractionBenchmarks.Bytes / measured.Milliseconds / 1000:F1} | {measured.Megabytes:F0} |");
    }

    public static void WriteHostileTexts(TextWriter output, IReadOnlyList<string> kinds)
    {
        int[] thousands = [1250, 2500, 5000, 10000];
        var pipeline = new PipelineBuilder().Build();
        output.WriteLine($"| one document of, in s of processor time | {string.Join(" | ", thousands.Select(count => $"{count / 1000.0} M"))} | growth from first to last (8 is linear) |");
        output.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---|", thousands.Length))}---|");
        foreach (var kind in kinds)
        {
            Analyse(pipeline, kind, 100_000);
            var times = new List<TimeSpan>();
            foreach (var count in thousands)
            {
                times.Add(Analyse(pipeline, kind, count * 1000));
                if (times[^1] > LongestRun)
                    break; // the next would take longer than anyone waits
            }

            var cells = thousands.Select((_, i) => i < times.Count ? $"{times[i].TotalSeconds:F3}" : "–");
            var growth = times.Count == thousands.Length ? $"{times[^1] / times[0]:F1}" : "–";
            output.WriteLine($"| {kind} | {string.Join(" | ", cells)} | {growth} |");
            output.Flush();
        }
    }

    /// <summary>Writes the corpus as JSON Lines, for a run of the whole program.</summary>
    public static void WriteCorpus(string path)
    {
        using var stream = File.Create(path);
        foreach (var document in Corpus.OfSamples().Documents)
        {
            using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                json.WriteStartObject();
                json.WriteString("id", document.Id);
                json.WriteString("language", document.Language);
                json.WriteString("text", document.Text);
                json.WriteEndObject();
            }

            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>Reads the documents of a file, cuts their texts into words and looks each up: as a process, what the whole program is measured by.</summary>
    public static long CountTokens(string path)
    {
        var tokenizer = new Tokenizer(new FrenchLanguage().Lexicon);
        var count = 0L;
        foreach (var result in new DocumentReader().Read([path]))
            count += tokenizer.Tokenize(result.Document?.Text ?? throw new InvalidOperationException($"A document cannot be read: {result.Problem}")).Count;
        return count;
    }

    private static TimeSpan Analyse(Pipeline pipeline, string kind, int length)
    {
        var document = new Document(kind, HostileTexts.Make(kind, length)) { Language = "fr" };
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3 && (i == 0 || best < TimeSpan.FromSeconds(5)); i++)
        {
            GC.Collect();
            var start = Environment.CpuUsage.TotalTime;
            pipeline.Analyse(document);
            var taken = Environment.CpuUsage.TotalTime - start;
            best = taken < best ? taken : best;
        }

        return best;
    }

    // The best of several: what disturbs a run only ever makes it slower. The runtime compiles what runs often anew, with what it has
    // seen, which takes it seconds: before that it is the compiler that would be measured.
    private static (double Milliseconds, double Megabytes) Measure(Func<int> run)
    {
        for (var warming = Stopwatch.StartNew(); warming.Elapsed < WarmUp;)
            run();
        var best = double.MaxValue;
        var allocated = 0L;
        var total = Stopwatch.StartNew();
        for (var i = 0; i < 20 && (i < 3 || total.Elapsed < TimeSpan.FromSeconds(10)); i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Environment.CpuUsage.TotalTime;
            run();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (best, allocated / 1e6);
    }
}
