// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Dixit.Reading;
using Dixit.Storage;

namespace Dixit.Web.Jobs;

/// <summary>How far reading is. Immutable.</summary>
internal sealed record JobState
{
    private const int MostProblems = 500;
    private const int MostDocuments = 20;

    public JobStage Stage { get; init; }

    public RunCounts Counts { get; init; }

    public ImmutableList<ReadProblem> Problems { get; init; } = [];

    /// <summary>The ids of the documents read last, the last one last.</summary>
    public ImmutableList<string> Documents { get; init; } = [];

    /// <summary>Why it failed, or null.</summary>
    public string? Failure { get; init; }

    public bool IsOver => Stage is JobStage.Done or JobStage.Failed or JobStage.Stopped;

    /// <summary>With a document more.</summary>
    public JobState With(AddOutcome outcome, string document) => this with
    {
        Counts = outcome switch
        {
            AddOutcome.Added => Counts with { Added = Counts.Added + 1 },
            AddOutcome.Changed => Counts with { Changed = Counts.Changed + 1 },
            AddOutcome.Refreshed => Counts with { Refreshed = Counts.Refreshed + 1 },
            AddOutcome.Removed => Counts with { Skipped = Counts.Skipped + 1 },
            _ => Counts with { Unchanged = Counts.Unchanged + 1 },
        },
        Documents = outcome == AddOutcome.Removed ? Documents : (Documents.Count < MostDocuments ? Documents : Documents.RemoveAt(0)).Add(document),
    };

    /// <summary>With a problem more.</summary>
    public JobState With(ReadProblem problem) => this with
    {
        Counts = Counts with { Failed = Counts.Failed + 1 },
        Problems = Problems.Count < MostProblems ? Problems.Add(problem) : Problems,
    };
}
