// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Explaining;

/// <summary>Why a quoted span was left alone, in words.</summary>
internal static class Reasons
{
    private static readonly Dictionary<string, string> _words = new(StringComparer.Ordinal)
    {
        ["scare-quote"] = "a few words set apart from the writer's own, or a term; nobody is reported to have said them there",
        ["title-or-name"] = "it reads like the title of a work or a name",
        ["furniture"] = "it stands in a part of the page that is not the article",
        ["no-source"] = "it reads like something said, but nothing near it tells who said it",
        ["no-words"] = "there are no words between the marks",
    };

    /// <summary>The codes that have words.</summary>
    public static IReadOnlyCollection<string> Known => _words.Keys;

    /// <summary>The reason as a sentence without its full stop; an unknown code with its hyphens opened.</summary>
    public static string Explain(string code) => _words.GetValueOrDefault(code) ?? code.Replace('-', ' ');
}
