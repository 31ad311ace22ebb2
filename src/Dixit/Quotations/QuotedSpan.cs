// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Quotations;

/// <summary>Text between quote marks, reported or not.</summary>
/// <param name="Outer">With its marks.</param>
/// <param name="Inner">Without its marks and the space beside them.</param>
/// <param name="Depth">0 outermost, one more for each quoted span around it.</param>
/// <param name="Damage">What was mended to find it (<c>unclosed</c>, <c>unopened</c>, <c>wrong-way</c>, <c>doubled</c>, <c>reopened</c>), or null where the marks are sound.</param>
public sealed record QuotedSpan(TextSpan Outer, TextSpan Inner, int Depth, string? Damage);
