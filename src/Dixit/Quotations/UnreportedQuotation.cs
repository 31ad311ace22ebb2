// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Quotations;

/// <summary>A quoted span that no attribution reports, and why.</summary>
/// <param name="Quoted">The span.</param>
/// <param name="Reason">The reason as a code, such as <c>scare-quote</c>, <c>title</c>, <c>furniture</c>, <c>no-cue</c>.</param>
public sealed record UnreportedQuotation(QuotedSpan Quoted, string Reason);
