// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Tokens;

/// <summary>One word, number or mark of a document. White space stands between tokens and belongs to none.</summary>
/// <param name="Span">The characters it covers; never empty.</param>
/// <param name="Kind">What it is made of.</param>
public readonly record struct Token(TextSpan Span, TokenKind Kind);
