// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Reading.Pages;

/// <summary>A block of a page that its article is made of.</summary>
/// <param name="Index">Which block of the page it is.</param>
/// <param name="Span">Where it stands in the text of the article.</param>
internal readonly record struct KeptBlock(int Index, TextSpan Span);
