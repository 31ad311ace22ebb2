// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
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

    private static readonly DocumentReaderOptions _options = new() { MaxDocumentBytes = 1024 * 1024, MaxExpandedBytes = 64 * 1024 * 1024 };

    public static TheoryData<string> Saved => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith("corpus/", StringComparison.Ordinal))];

    [Fact]
    public void Read_DamagedInputs_GiveADocumentOrAProblem()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("DIXIT_FUZZ_SEED"), out var given) ? given : 20240507;
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("DIXIT_FUZZ_SECONDS"), out var wanted) ? wanted : 0;
        var inputs = RoundTripTests.Inputs.Select(row => (Name: row.Data.Item1, Bytes: row.Data.Item2)).ToList();
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

    private static string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("DIXIT_FUZZ_FOLDER") ?? Path.GetTempPath(), $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..12]}-{name}");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
