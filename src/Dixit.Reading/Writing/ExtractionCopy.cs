// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Writing;

/// <summary>The other end of a copy.</summary>
/// <param name="Document">The id of the original, or of the copy.</param>
/// <param name="Share">How much of the copy's text stands in the original, from 0 to 1.</param>
public readonly record struct ExtractionCopy(string Document, double Share);
