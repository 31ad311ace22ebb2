// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>The record that something was taken out for good.</summary>
/// <param name="Kind"><c>document</c> or <c>speaker</c>.</param>
/// <param name="Id">The id that it had.</param>
/// <param name="When">When, in UTC.</param>
/// <param name="Reason">Why, as was said, or null.</param>
public sealed record Removal(string Kind, string Id, DateTime When, string? Reason);
