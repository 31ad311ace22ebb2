// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Http;

namespace Dixit.Web.Pages;

/// <summary>How whoever looks at a page likes it: the language and the colours.</summary>
internal sealed class Visitor
{
    public const string LanguageCookie = "dixit.language";
    public const string ThemeCookie = "dixit.theme";

    public Visitor(IHttpContextAccessor accessor)
    {
        var request = accessor.HttpContext!.Request;
        Language = request.Cookies[LanguageCookie] is "fr" or "en" ? request.Cookies[LanguageCookie]! : Prefer(request.Headers.AcceptLanguage.ToString());
        Theme = request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie]! : "system";
        Path = request.Path;
        Here = request.Path + request.QueryString;
    }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary><c>light</c>, <c>dark</c>, or <c>system</c> for what the system has.</summary>
    public string Theme { get; }

    /// <summary>The page, without its question.</summary>
    public string Path { get; }

    /// <summary>The page, with its question.</summary>
    public string Here { get; }

    /// <summary>The text in the visitor's language.</summary>
    public string this[string french, string english] => Language == "fr" ? french : english;

    // The first of the two that the header names, by its weight; French is the first language of Dixit, English that of whoever says nothing.
    private static string Prefer(string header)
    {
        var best = ("en", 0.0);
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            var weight = pieces.Length > 1 && pieces[1].StartsWith("q=", StringComparison.Ordinal) && double.TryParse(pieces[1][2..], System.Globalization.CultureInfo.InvariantCulture, out var given) ? given : 1;
            var language = pieces[0].Split('-')[0].ToLowerInvariant();
            if (language is "fr" or "en" && weight > best.Item2)
                best = (language, weight);
        }

        return best.Item1;
    }
}
