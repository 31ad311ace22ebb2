// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Documents;

/// <summary>A stretch of the text that belongs to the site rather than to the article.</summary>
/// <param name="Span">What it covers; marked, never cut out.</param>
/// <param name="Kind">What it is, such as <c>share-bar</c>, <c>read-also</c>, <c>copyright</c>, <c>live-label</c>.</param>
/// <param name="Rule">The rule behind it.</param>
public sealed record Furniture(TextSpan Span, string Kind, string Rule);
