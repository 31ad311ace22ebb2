// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;

namespace Dixit.Web.Pages;

/// <summary>Addresses that texts and pages bring, of which anybody may have written anything.</summary>
internal static class WebAddress
{
    /// <summary>Whether a page may link to it: http or https, and nothing that a browser runs.</summary>
    public static bool IsOne([NotNullWhen(true)] string? uri) =>
        uri is not null && (uri.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || uri.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
}
