// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Properties;

public class AnalysisPropertyTests
{
    private const uint Texts = 2000;

    private static readonly Pipeline Pipeline = new PipelineBuilder().Build();

    [Fact]
    public void Analyse_AnyText_KeepsWhatAnAnalysisPromises()
    {
        int attributions = 0, nested = 0, resolved = 0, quotedInside = 0, furniture = 0;
        for (uint seed = 0; seed < Texts; seed++)
        {
            var text = new RandomText(seed).Make();
            var analysis = Analyse(Pipeline, text);
            var problems = AnalysisChecks.Problems(analysis);
            Assert.True(problems.Count == 0, $"Seed {seed}: {string.Join("; ", problems)}\n{text}\n{AnalysisChecks.Render(analysis)}");
            attributions += analysis.Attributions.Count;
            nested += analysis.Attributions.Count(attribution => attribution.Parent is not null);
            resolved += analysis.Attributions.Count(attribution => attribution.Speaker is not null);
            quotedInside += analysis.QuotedSpans.Count(quoted => quoted.Depth > 0);
            furniture += analysis.Furniture.Count;
        }

        // The promises are empty where nothing is found.
        Assert.All([attributions / 10, nested, resolved, quotedInside, furniture], count => Assert.True(count >= 10));
    }

    [Fact]
    public void Analyse_SameTextTwiceAndByAnotherPipeline_SaysTheSame()
    {
        var other = new PipelineBuilder().Build();
        for (uint seed = 0; seed < Texts / 2; seed++)
        {
            var text = new RandomText(seed).Make();
            var said = AnalysisChecks.Render(Analyse(Pipeline, text));
            Assert.Equal(said, AnalysisChecks.Render(Analyse(Pipeline, text)));
            Assert.Equal(said, AnalysisChecks.Render(Analyse(other, text)));
        }
    }

    [Fact]
    public void Analyse_FromSeveralThreads_SaysTheSame()
    {
        var texts = Enumerable.Range(0, 300).Select(seed => new RandomText((uint)seed).Make()).ToList();
        var alone = texts.ConvertAll(text => AnalysisChecks.Render(Analyse(Pipeline, text)));
        var together = new string[2, texts.Count];

        Parallel.For(0, 2 * texts.Count, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, job =>
        {
            // The second half goes the other way, so that two threads meet in one text.
            var at = job < texts.Count ? job : (2 * texts.Count) - 1 - job;
            together[job < texts.Count ? 0 : 1, at] = AnalysisChecks.Render(Analyse(Pipeline, texts[at]));
        });

        for (var at = 0; at < texts.Count; at++)
        {
            Assert.Equal(alone[at], together[0, at]);
            Assert.Equal(alone[at], together[1, at]);
        }
    }

    [Fact]
    public void Analyse_PlainParagraphAddedAtTheEnd_ChangesNoAttribution()
    {
        var found = 0;
        for (uint seed = 0; seed < Texts / 2; seed++)
        {
            // The last paragraph of a text may be read as one (a signature, a credit): so the text ends in a plain one already.
            var text = new RandomText(seed).Make() + "\n\nLe vent souffle sur la mer.";
            var before = Analyse(Pipeline, text).Attributions.Select(AnalysisChecks.Render).ToList();
            var after = Analyse(Pipeline, text + "\n\nLa pluie tombe sur le port.").Attributions.Select(AnalysisChecks.Render).ToList();
            Assert.True(before.SequenceEqual(after), $"Seed {seed}: {text}\n{string.Join('\n', before)}\nbecame\n{string.Join('\n', after)}");
            found += before.Count;
        }

        Assert.True(found > 500);
    }

    [Fact]
    public void Analyse_TextOfNoStatedLanguage_IsReadOrSetAsideButNeverThrows()
    {
        var setAside = 0;
        for (uint seed = 0; seed < Texts; seed++)
        {
            var analysis = Pipeline.Analyse(new Document("random", new RandomText(seed).Make()));
            if (analysis.Language is not null)
                continue;
            setAside++;
            Assert.Empty(analysis.Attributions);
            Assert.StartsWith("set aside: ", Assert.Single(analysis.Notes), StringComparison.Ordinal);
        }

        Assert.InRange(setAside, 1, (int)Texts - 1);
    }

    private static Analysis Analyse(Pipeline pipeline, string text) => pipeline.Analyse(new Document("random", text) { Language = "fr" });
}
