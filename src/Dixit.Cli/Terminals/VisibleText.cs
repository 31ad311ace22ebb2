// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Cli.Terminals;

/// <summary>Prepares text that others wrote for a screen.</summary>
internal static class VisibleText
{
    /// <summary>What stands for a character: a control character must not reach the terminal, where it could move the cursor or hide text.</summary>
    public static char Of(char character) => character switch
    {
        < ' ' => (char)('\u2400' + character),
        '\u007F' => '\u2421',
        >= '\u0080' and <= '\u009F' => '\uFFFD',
        // Marks that turn the direction of writing could show a sentence in an order it does not have.
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => '\uFFFD',
        _ => character,
    };

    /// <summary>The text on one line: white space in runs becomes one space, control characters become visible.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            if (!char.IsWhiteSpace(character) || IsNoBreak(character))
                line.Append(Of(character));
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString();
    }

    /// <summary>The text on one line of at most so many cells, cut after a word where one ends near, with an ellipsis.</summary>
    public static string Shorten(ReadOnlySpan<char> text, int cells)
    {
        // No character is narrower than nothing: a prefix is enough for texts of megabytes.
        var prefix = text.Length > cells * 8 ? text[..(cells * 8)] : text;
        var line = OneLine(prefix);
        if (prefix.Length == text.Length && CellWidth.Of(line) <= cells)
            return line;

        var cut = PrefixLength(line, cells - 1);
        var lastSpace = line.LastIndexOf(' ', Math.Max(0, Math.Min(cut, line.Length - 1)));
        if (lastSpace > cut * 2 / 3)
            cut = lastSpace;
        return string.Concat(line.AsSpan(0, cut).TrimEnd(" …"), "…");
    }

    /// <summary>The number of UTF-16 units of the longest prefix that fits into so many cells; never inside a surrogate pair.</summary>
    public static int PrefixLength(string line, int cells)
    {
        var used = 0;
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            used += CellWidth.Of(rune);
            if (used > cells)
                break;
            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    /// <summary>Breaks a text at its spaces into lines of at most so many cells; a word that is longer is cut.</summary>
    public static IReadOnlyList<string> Wrap(ReadOnlySpan<char> text, int cells)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var lineCells = 0;
        foreach (var word in WordsOf(OneLine(text)))
        {
            var rest = word;
            var restCells = CellWidth.Of(rest);
            if (line.Length > 0 && lineCells + 1 + restCells > cells)
                EndLine();
            while (restCells > cells)
            {
                var cut = Math.Max(char.IsSurrogatePair(rest, 0) ? 2 : 1, PrefixLength(rest, cells));
                lines.Add(rest[..cut]);
                rest = rest[cut..];
                restCells = CellWidth.Of(rest);
            }

            if (line.Length > 0)
            {
                line.Append(' ');
                lineCells++;
            }

            line.Append(rest);
            lineCells += restCells;
        }

        if (line.Length > 0 || lines.Count == 0)
            EndLine();
        return lines;

        void EndLine()
        {
            lines.Add(line.ToString());
            line.Clear();
            lineCells = 0;
        }
    }

    /// <summary>Whether a line may end at a space. French sets spaces inside its quote marks and before some marks, where none may.</summary>
    public static bool IsBreak(char before, char after) => before is not ('«' or '‹') && after is not ('»' or '›' or '!' or '?' or ';' or ':');

    private static IEnumerable<string> WordsOf(string line)
    {
        var start = 0;
        for (var i = 1; i < line.Length - 1; i++)
        {
            if (line[i] != ' ' || !IsBreak(line[i - 1], line[i + 1]))
                continue;
            yield return line[start..i];
            start = i + 1;
        }

        if (start < line.Length)
            yield return line[start..];
    }

    private static bool IsNoBreak(char character) => character is '\u00A0' or '\u202F';
}
