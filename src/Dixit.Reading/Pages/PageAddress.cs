// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>Chooses the address that names a page wherever it is read from.</summary>
internal static class PageAddress
{
    private static readonly string[] _variants = ["www.", "m.", "mobile.", "amp."];

    /// <summary>The address that a page states, where it can be its own; else null.</summary>
    /// <param name="stated">The canonical address that the page states, absolute, or null.</param>
    /// <param name="fetched">Where it was fetched from, or null where that is not known.</param>
    /// <remarks>
    /// A front page or a section is the address of many pages on sites that fill in their templates badly, so an address has to have a path of some length, or a query. A page of
    /// another site is what this one was taken over from: two documents, one a copy of the other.
    /// </remarks>
    public static string? Choose(string? stated, string? fetched)
    {
        if (stated is null || !Uri.TryCreate(stated, UriKind.Absolute, out var address) || !IsOfOnePage(address))
            return null;
        if (fetched is not null && (!Uri.TryCreate(fetched, UriKind.Absolute, out var source) || HostOf(source) != HostOf(address)))
            return null;
        return address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
    }

    // « /2024/10/08/barrage.html », « /article-1234 », « /?p=1234 »; not « / », « /fr/ », « /politique/ », « /index.html ».
    private static bool IsOfOnePage(Uri address)
    {
        var last = address.AbsolutePath.TrimEnd('/');
        last = last[(last.LastIndexOf('/') + 1)..];
        return address.Query.AsSpan().ContainsAnyInRange('0', '9') || last.AsSpan().ContainsAnyInRange('0', '9') || last.AsSpan().Count('-') + last.AsSpan().Count('_') >= 2
            || (last.Contains('.', StringComparison.Ordinal) && !last.StartsWith("index.", StringComparison.OrdinalIgnoreCase) && !last.StartsWith("default.", StringComparison.OrdinalIgnoreCase));
    }

    private static string HostOf(Uri address)
    {
        var host = address.Host.ToLowerInvariant();
        foreach (var variant in _variants)
        {
            if (host.StartsWith(variant, StringComparison.Ordinal) && host.AsSpan(variant.Length).Contains('.'))
                return host[variant.Length..];
        }

        return host;
    }
}
