// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Explaining;

/// <summary>Why a quoted span was left alone, in words.</summary>
internal static class Reasons
{
    private static readonly Dictionary<string, string> _words = new(StringComparer.Ordinal)
    {
        ["scare-quote"] = "the marks keep the writer's distance to a word or name a term; nobody is reported",
        ["title"] = "the marks name a work, a place or a thing",
        ["furniture"] = "it stands in a part of the page that is not the article",
        ["no-cue"] = "no word of saying and no source stands near it",
        ["no-source"] = "a word of saying stands near it, but nothing that could have said it",
        ["nested"] = "it stands inside a quotation that is reported as a whole",
        ["empty"] = "there are no words between the marks",
        ["measure"] = "the marks are inches, feet or minutes of arc",
    };

    /// <summary>The codes that have words.</summary>
    public static IReadOnlyCollection<string> Known => _words.Keys;

    /// <summary>The reason as a sentence without its full stop; an unknown code with its hyphens opened.</summary>
    public static string Explain(string code) => _words.GetValueOrDefault(code) ?? code.Replace('-', ' ');
}
