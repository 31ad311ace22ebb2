// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>Language tags after BCP 47, as far as the primary language goes.</summary>
internal static class LanguageTag
{
    /// <summary>Whether the tag is of the language: « fr-CA » is French, null is nothing.</summary>
    public static bool Matches(string? tag, string code) =>
        tag is not null && tag.StartsWith(code, StringComparison.OrdinalIgnoreCase) && (tag.Length == code.Length || tag[code.Length] is '-' or '_');
}
