// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Mentions;

namespace Dixit.Storage;

/// <summary>Analyses of the same document with other findings. The one place that copies an analysis: what <see cref="Analysis"/> gets new belongs here too.</summary>
internal static class OtherFindings
{
    /// <summary>A copy of an analysis in which these stand instead of what it has; null is what it has.</summary>
    /// <param name="analysis">The analysis, which stays as it is.</param>
    /// <param name="attributions">Who said what, in the order of the contents' starts.</param>
    /// <param name="speakers">The entities.</param>
    /// <param name="mentions">The mentions of the entities.</param>
    public static Analysis With(this Analysis analysis, IReadOnlyList<Attribution>? attributions = null, IReadOnlyList<Speaker>? speakers = null, IReadOnlyList<Mention>? mentions = null) => new()
    {
        Document = analysis.Document,
        Language = analysis.Language,
        Published = analysis.Published,
        Notes = analysis.Notes,
        Furniture = analysis.Furniture,
        QuotedSpans = analysis.QuotedSpans,
        Unreported = analysis.Unreported,
        Attributions = attributions ?? analysis.Attributions,
        Speakers = speakers ?? analysis.Speakers,
        Mentions = mentions ?? analysis.Mentions,
    };
}
