// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Tests.Ledgers;
using Dixit.Cli.Tests.Support;
using Dixit.Statements;
using Dixit.Storage.Sqlite;

namespace Dixit.Cli.Tests.Claims;

/// <summary>Claims about the samples, held against a ledger of them as <c>dixit check</c> does.</summary>
public sealed class SampleClaimTests(SampleLedger samples) : IClassFixture<SampleLedger>
{
    private const int LeastOfEach = 10;

    private static readonly Lazy<StatementReader> Statements = new(() => new PipelineBuilder().Build().Statements);

    public static TheoryData<string, string, string> Claims()
    {
        var claims = new TheoryData<string, string, string>();
        var verdict = "";
        foreach (var line in File.ReadLines(Repository.PathOf("tests/Dixit.Cli.Tests/Claims/sample-claims.txt")))
        {
            if (line.StartsWith('['))
                verdict = line[1..^1];
            else if (line.Length > 0 && line[0] != '#')
                claims.Add(verdict, line[..line.IndexOf('|')].Trim(), line[(line.IndexOf('|') + 1)..].Trim());
        }

        return claims;
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public void Check_AClaimAboutTheSamples_GetsItsVerdict(string verdict, string by, string claim)
    {
        using var ledger = SqliteLedger.At(samples.Path, () => Statements.Value);
        DateOnly? day = null;
        if (by.LastIndexOf(' ') is > 0 and var space && DateOnly.TryParse(by[space..], out var given))
            (by, day) = (by[..space], given);

        var check = ledger.Check(claim, by == "anyone" ? null : by, day);

        Assert.True(verdict == Name(check, verdict), $"{Name(check, "…, …")}: {Describe(check)}");
    }

    [Fact]
    public void Claims_OfEachVerdict_AreEnough()
    {
        var counts = Claims().GroupBy(claim => claim.Data.Item1.Split(',')[0]).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(["altered", "misattributed", "not-found", "reworded", "verbatim"], counts.Keys.Order(StringComparer.Ordinal));
        Assert.All(counts.Values, count => Assert.InRange(count, LeastOfEach, int.MaxValue));
    }

    // As the file writes it; what else the verdict says only where the file asks for it.
    private static string Name(ClaimCheck check, string asked)
    {
        var name = check.Verdict == ClaimVerdict.NotFound ? "not-found" : check.Verdict.ToString().ToLowerInvariant();
        if (!asked.Contains(','))
            return name;
        return name + (check.Verdict == ClaimVerdict.Verbatim && check.IsTruncated ? ", truncated" : check.Worst is { IsAltered: true } ? ", altered" : "");
    }

    private static string Describe(ClaimCheck check) =>
        string.Join("; ", check.Sentences.SelectMany(sentence => sentence.Evidence.Concat(sentence.Nearest)).Take(4).Select(evidence => $"{evidence.Verdict} {evidence.Similarity:0.00} {evidence.Meanings} {evidence.Record.SpeakerName} « {evidence.Wording} »"));
}
