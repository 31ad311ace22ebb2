// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Dixit.Reading.Feeds;
using Dixit.Reading.Fetching;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Tests.Fuzzing;

/// <summary>Damaged inputs of every kind: a document or a problem comes of each, in little time, and never anything else.</summary>
/// <remarks><c>eval/fuzz</c> runs the same for as long as one likes. What breaks is saved in <c>Corpus</c>, its kind the ending of its name.</remarks>
[Collection(MemoryMeasured.Name)]
public sealed class FuzzTests
{
    private const int UsualRounds = 40;

    private static readonly TimeSpan _most = TimeSpan.FromSeconds(20);

    private static readonly DocumentReaderOptions _options = new() { MaxDocumentBytes = 1024 * 1024, MaxExpandedBytes = 64 * 1024 * 1024, KeepsOriginals = true };

    public static TheoryData<string> Saved => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith("corpus/", StringComparison.Ordinal))];

    // Pages and items with all that is set apart.
    private static (string Name, byte[] Bytes)[] SetApart
    {
        get
        {
            const string html = "<p>Le pont de Brumaire sera rouvert en juin, après deux ans d'attente et de reports successifs du conseil.</p>"
                + "<figure><blockquote cite='https://phare.example/2'><p>Le pont tiendra.</p></blockquote><figcaption>— Ana Costa</figcaption></figure>"
                + "<blockquote>Le pont tiendra. <cite>Ana Costa</cite></blockquote><blockquote><p>Non.</p><footer>Source : Paul Renaud</footer></blockquote>"
                + "<blockquote class='twitter-tweet'><p>Le pont 🙂 <a href='https://t.example/1'>pic.example/1</a></p>— Ana (@ana) <a href='https://r.example/1'>March 3, 2024</a></blockquote>"
                + "<div class='live-post'><time datetime='2024-03-03T22:05:00+01:00'>22:05</time><h3>Le pont rouvre</h3><p>Le pont rouvrira mardi, annonce la préfecture.</p></div>"
                + "<div class='live-post'><time datetime='2024-03-03T21:05:00+01:00'>21:05</time><p>La route est fermée, annonce la préfecture.</p></div>";
            const string json = """<script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":[{"headline":"Le pont rouvre enfin","datePublished":"2024-03-03T22:05:00+01:00","articleBody":"Le pont rouvrira mardi"},{"datePublished":"2024-03-03","articleBody":"La route est fermée"}]}</script>""";
            return
            [
                ("direct.html", System.Text.Encoding.UTF8.GetBytes($"<!doctype html><html lang=fr-FR><head><meta charset=utf-8>{json}</head><body><article><h1>Le pont</h1><p>Publié le 03/04/2024 à 8 h 05 (heure de Paris), mis à jour à 14h30</p>{html}</article></body></html>")),
                ("direct.xml", System.Text.Encoding.UTF8.GetBytes($"<rss version=\"2.0\"><channel><title>Le Phare</title><item><link>https://phare.example/1</link><pubDate>Tue, 02 Apr 2024 23:30:00 +0200</pubDate><description><![CDATA[{html}]]></description></item></channel></rss>")),
            ];
        }
    }

    [Fact]
    public void Read_DamagedInputs_GiveADocumentOrAProblem()
    {
        var seed = Asked("DIXIT_FUZZ_SEED", 20240507);
        var seconds = Asked("DIXIT_FUZZ_SECONDS", 0);
        var inputs = RoundTripTests.Inputs.Select(row => (Name: row.Data.Item1, Bytes: row.Data.Item2)).Concat(SetApart).ToList();
        var random = new Random(seed);
        var mutation = new Mutation(random);
        var watch = Stopwatch.StartNew();
        var broken = new List<string>();
        for (var round = 0; seconds == 0 ? round < UsualRounds : watch.Elapsed < TimeSpan.FromSeconds(seconds); round++)
        {
            foreach (var (name, bytes) in inputs)
            {
                var damaged = mutation.Of(bytes, inputs[random.Next(inputs.Count)].Bytes);
                if (Check(name, damaged) is { } what)
                    broken.Add($"{name}, seed {seed}, round {round}: {what}; saved as {Save(name, damaged)}");
            }
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(20)));
    }

    [Theory]
    [MemberData(nameof(Saved))]
    public void Read_WhatOnceBroke_DoesNotBreakAgain(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Assert.Null(Check(name["corpus/".Length..], bytes));
    }

    // What is asked for and cannot be done must not look as if it had been done.
    private static int Asked(string variable, int usual) => Environment.GetEnvironmentVariable(variable) switch
    {
        null or "" => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new InvalidOperationException($"{variable} takes a whole number from 0 to {int.MaxValue}, not '{text}'."),
    };

    /// <summary>What is wrong with how the input is read, or null.</summary>
    private static string? Check(string name, byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            foreach (var result in InputReader.Read(() => new MemoryStream(bytes, false), false, null, peeked => new InputSource(name, "a", peeked, _options, Reads.Cancellation), name, isOutermost: true))
            {
                if (result.Problem is { Code: ReadProblems.ReaderDefect } defect)
                    return defect.Message;
                if (result.Document is { } document && (document.Id.Length == 0 || (string.IsNullOrWhiteSpace(document.Text) && document.Notes.Count == 0)))
                    return "a document without id, or without text and a note that says why";
                if (result.Document is { } read && BlocksOf(read) is { } what)
                    return what;
            }

            FeedList.Read(bytes);
            FeedList.LifeOf(bytes);
            RobotsFile.Parse(System.Text.Encoding.UTF8.GetString(bytes)).Allows("/a/b?c");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return $"{exception.GetType().Name}: {exception.Message}\n{exception.StackTrace}";
        }

        return watch.Elapsed < _most ? null : $"took {watch.Elapsed.TotalSeconds:0} seconds";
    }

    // In order, in the text, and never crossing.
    private static string? BlocksOf(Documents.Document document)
    {
        var last = default(Documents.TextSpan);
        foreach (var block in document.Blocks)
        {
            if (block.Span.IsEmpty || block.Span.End > document.Text.Length || !block.Span.Contains(block.Words) || (block.Source is { } source && !block.Span.Contains(source)))
                return $"a block {block.Span} that does not lie in the text, or whose parts do not lie in it";
            if (block.Span.Start < last.Start || (block.Span.Start < last.End && block.Span.End > last.End && last.Start != block.Span.Start))
                return $"a block {block.Span} behind {last} that is out of order or crosses it";
            last = block.Span;
        }

        return null;
    }

    private static string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("DIXIT_FUZZ_FOLDER") ?? Path.GetTempPath(), $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..12]}-{name}");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
