// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Properties;

/// <summary>No text takes more than its length's share of time: eight times the text may not take sixty-four times the work.</summary>
/// <remarks>
/// Processor time is counted, so that a busy machine does not matter, and nothing else runs beside these tests in the process.
/// The bound lies well between eight and sixty-four, and a failure is measured once more.
/// </remarks>
[Collection(nameof(LinearTimeTests))]
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
public class LinearTimeTests
{
    private const int Short = 20_000;
    private const int Times = 8;
    private const int Bound = 18;

    // Below this, what is measured is the collector and the just-in-time compiler.
    private static readonly TimeSpan Noise = TimeSpan.FromMilliseconds(60);

    private static readonly Pipeline Pipeline = new PipelineBuilder().Build();

    public static TheoryData<string> Names => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Analyse_HostileText_TakesTimeInProportionToItsLength(string name)
    {
        var small = HostileText.Make(name, Short);
        var large = HostileText.Make(name, Short * Times);
        Analyse(small);

        var (one, many) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            one = Measure(small);
            many = Measure(large);
            if (many <= Noise + (Bound * one))
                return;
        }

        Assert.Fail($"« {name} »: {Times} times the text took {many.TotalMilliseconds:F0} ms instead of {one.TotalMilliseconds:F0} ms.");
    }

    [Fact]
    public void Analyse_EndlessSentence_IsReadToItsEnd()
    {
        var text = HostileText.Make("one sentence", 100_000) + "« La digue tiendra », a dit Ana Sorel.";

        var attribution = Assert.Single(Analyse(text).Attributions);

        Assert.Equal("Ana Sorel", attribution.Speaker?.Name);
    }

    private static TimeSpan Measure(string text)
    {
        var before = Environment.CpuUsage.TotalTime;
        Analyse(text);
        return Environment.CpuUsage.TotalTime - before;
    }

    private static Analysis Analyse(string text) => Pipeline.Analyse(new Document("hostile", text) { Language = "fr" });
}
