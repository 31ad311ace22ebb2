// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Tokens;

/// <summary>How a token stands on the page.</summary>
[Flags]
internal enum TokenFlags : byte
{
    None = 0,
    SpaceBefore = 1,
    LineBefore = 2,
    ParagraphBefore = 4,
    Capitalised = 8,
    AllCapitals = 16,
}
