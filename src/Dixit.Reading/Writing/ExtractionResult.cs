// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;

namespace Dixit.Reading.Writing;

/// <summary>One line of extraction results read back: an analysis, or the problem that stands in its place.</summary>
public sealed class ExtractionResult
{
    internal ExtractionResult(Analysis? analysis, ReadProblem? problem)
    {
        Analysis = analysis;
        Problem = problem;
    }

    /// <summary>Whether there is an analysis rather than a problem.</summary>
    [MemberNotNullWhen(true, nameof(Analysis))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Analysis is not null;

    /// <summary>The analysis, or null where there is a problem.</summary>
    public Analysis? Analysis { get; }

    /// <summary>The problem, or null where there is an analysis.</summary>
    public ReadProblem? Problem { get; }
}
