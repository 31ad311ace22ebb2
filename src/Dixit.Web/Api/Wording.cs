// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Statements;

namespace Dixit.Web.Api;

/// <summary>Values as the output contract words them.</summary>
internal static class Wording
{
    /// <summary>Such as <c>warn</c>, <c>direct</c> or <c>person</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>Such as <c>not-found</c>.</summary>
    public static string Of(ClaimVerdict verdict) => verdict == ClaimVerdict.NotFound ? "not-found" : verdict.ToString().ToLowerInvariant();

    /// <summary>Such as <c>male</c>, or null where the text does not show it.</summary>
    public static string? Of(Gender gender) => gender == Gender.Unknown ? null : gender.ToString().ToLowerInvariant();

    /// <summary>Such as <c>negation</c>.</summary>
    public static IReadOnlyList<string> Of(Meanings meanings) =>
        [.. Enum.GetValues<Meanings>().Where(meaning => meaning != Meanings.None && meanings.HasFlag(meaning)).Select(meaning => meaning.ToString().ToLowerInvariant())];
}
