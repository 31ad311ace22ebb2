// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using Dixit.Storage;

namespace Dixit.Cli.Commands;

/// <summary><c>--min-confidence</c>: only what is likely enough to be right.</summary>
internal static class ConfidenceOption
{
    /// <summary>The option.</summary>
    public static Option<double?> Create() => new("--min-confidence")
    {
        Description = "Only attributions that are right with at least this chance, from 0 to 1.",
        HelpName = "CHANCE",
        CustomParser = static result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var chance) && chance is >= 0 and <= 1)
                return chance;
            result.AddError($"--min-confidence takes a number from 0 to 1, such as 0.9, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    /// <summary>The analysis without what is less likely; one whose surrounding attribution went stands by itself.</summary>
    /// <param name="analysis">What was found.</param>
    /// <param name="least">The least chance, or null for all.</param>
    public static Analysis Keep(Analysis analysis, double? least)
    {
        if (least is not { } chance || analysis.Attributions.All(attribution => attribution.Evidence.Confidence >= chance))
            return analysis;
        var kept = analysis.Attributions.Where(attribution => attribution.Evidence.Confidence >= chance).ToList();
        var ids = kept.Select(attribution => attribution.Id).ToHashSet();
        return analysis.With(attributions: [.. kept.Select(attribution => attribution.Parent is { } parent && !ids.Contains(parent) ? attribution with { Parent = null } : attribution)]);
    }
}
