// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading;

namespace Dixit.Storage;

/// <summary>What became of a line that was to be imported.</summary>
/// <param name="Document">The id of its document, or null where the line has a problem.</param>
/// <param name="Outcome">What taking the document in did; means nothing where there is a problem.</param>
/// <param name="Problem">Why nothing could be taken in, or null.</param>
public sealed record ImportResult(string? Document, AddOutcome Outcome, ReadProblem? Problem);
