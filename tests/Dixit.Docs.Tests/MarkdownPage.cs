// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Dixit.Docs.Tests;

/// <summary>What the tests need of a Markdown file: its links, headings and commands.</summary>
internal sealed partial class MarkdownPage
{
    public MarkdownPage(string text)
    {
        var language = "";
        var fenced = false;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("```", StringComparison.Ordinal))
            {
                fenced = !fenced;
                language = trimmed.Trim('`');
            }
            else if (!fenced)
            {
                if (trimmed.StartsWith('#'))
                    Anchors.Add(Anchor(trimmed.TrimStart('#').Trim()));
                Links.AddRange(Link().Matches(InlineCode().Replace(line, "")).Select(match => match.Groups[1].Value));
            }
            else if (language is "bash" or "sh" && trimmed.Length > 0)
            {
                Commands.Add(Comment().Replace(trimmed, "").TrimEnd());
            }
        }

        Commands.RemoveAll(command => command.Length == 0);
    }

    /// <summary>The targets of the links, as they are written.</summary>
    public List<string> Links { get; } = [];

    /// <summary>What <c>#…</c> in a link may name.</summary>
    public List<string> Anchors { get; } = [];

    /// <summary>The lines of the bash blocks, without comments.</summary>
    public List<string> Commands { get; } = [];

    // As the usual hosts make them: lower case, punctuation dropped, hyphens for spaces.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"(^|\s)#\s.*$")]
    private static partial Regex Comment();
}
