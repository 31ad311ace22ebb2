// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Attributions;

public sealed class ConfidenceTests
{
    private static readonly Pipeline Pipeline = new PipelineBuilder().Build();

    [Theory]
    [InlineData("fr", "« Le pont est sûr », a déclaré Anne Bellec. Le maire a promis de le rouvrir.")]
    [InlineData("en", "\"The bridge is safe,\" Anna Bellec said. The council condemned the closure.")]
    public void ExplainConfidence_FactorsOfEachAttribution_AddUpToItsConfidence(string language, string text)
    {
        var analysis = Pipeline.Analyse(new Document("a", text) { Language = language });

        Assert.True(analysis.Attributions.Count >= 2);
        Assert.All(analysis.Attributions, attribution =>
        {
            var sum = Pipeline.ExplainConfidence(attribution).Sum(factor => factor.Weight);
            Assert.Equal(1 / (1 + Math.Exp(-sum)), attribution.Evidence.Confidence, 0.001);
        });
    }

    [Fact]
    public void Confidence_OfADoubtfulConstruction_IsLowerThanOfAQuotation()
    {
        var analysis = Pipeline.Analyse(new Document("a", "\"The bridge is safe,\" Anna Bellec said. The council condemned the closure.") { Language = "en" });

        Assert.Equal(["en/direct/cue-after", "en/indirect/stance"], analysis.Attributions.Select(attribution => attribution.Evidence.Rule));
        Assert.True(analysis.Attributions[1].Evidence.Confidence < 0.6);
        Assert.True(analysis.Attributions[0].Evidence.Confidence > 0.85);
    }

    [Fact]
    public void ExplainConfidence_Null_Throws() => Assert.Throws<ArgumentNullException>(() => Pipeline.ExplainConfidence(null!));
}
