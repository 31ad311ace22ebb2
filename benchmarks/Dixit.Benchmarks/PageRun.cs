// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using Dixit.Reading;

namespace Dixit.Benchmarks;

/// <summary>Finding the articles of pages beside parsing the same pages with AngleSharp as it comes, in one run.</summary>
/// <remarks>The pages are those of a folder (<c>.html</c>, <c>.html.gz</c>); none are in this repository.</remarks>
internal static class PageRun
{
    private const int Rounds = 7;

    public static void Write(TextWriter output, string folder)
    {
        var pages = Directory.EnumerateFiles(folder, "*.html*").Order(StringComparer.Ordinal).Select(ReadPage).ToList();
        var texts = pages.ConvertAll(Encoding.UTF8.GetString);
        var megabytes = pages.Sum(page => (double)page.Length) / 1e6;

        // In turns, so that what disturbs one disturbs the other; the best of each.
        double parse = double.MaxValue, extract = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            parse = Math.Min(parse, Measure(() => Parse(texts)));
            extract = Math.Min(extract, Measure(() => Extract(pages)));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {pages.Count} pages, {megabytes:F1} MB, one thread | ms of processor time | MB/s |"));
        output.WriteLine("|---|---|---|");
        output.WriteLine(Row("AngleSharp parses", parse));
        output.WriteLine(Row("decode, parse, find article and facts", extract));
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Reading pages runs at {parse / extract:P0} of AngleSharp's own rate (the aim: at least 60 %)."));

        string Row(string name, double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"| {name} | {milliseconds:F0} | {megabytes / milliseconds * 1000:F1} |");
    }

    private static byte[] ReadPage(string path)
    {
        using Stream file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int Parse(List<string> texts)
    {
        var parser = new HtmlParser();
        var nodes = 0;
        foreach (var text in texts)
            nodes += parser.ParseDocument(text).ChildNodes.Length;
        return nodes;
    }

    private static int Extract(List<byte[]> pages)
    {
        var reader = new DocumentReader();
        var characters = 0;
        foreach (var page in pages)
        {
            foreach (var result in reader.ReadStream(new MemoryStream(page), InputFormat.Text, "page"))
                characters += result.Document?.Text.Length ?? 0;
        }

        return characters;
    }

    private static double Measure(Func<int> run)
    {
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        run();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
