// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Explaining;

/// <summary>A file as somebody named it, perhaps with a line behind a colon.</summary>
/// <param name="File">The path, or <c>-</c>.</param>
/// <param name="Line">The line, from 1, or null for the whole file.</param>
internal readonly record struct FileAndLine(string File, int? Line)
{
    /// <summary>Tells the two apart. A file that has the whole as its name is meant by it, colons or not.</summary>
    /// <param name="argument">What was typed, such as <c>C:\press\a.txt:12</c>.</param>
    /// <param name="exists">Whether there is a file of that name.</param>
    public static FileAndLine Parse(string argument, Func<string, bool> exists)
    {
        var colon = argument.LastIndexOf(':');
        // « C:12 » is the file 12 on drive C, not line 12 of a file named C; on other systems such a file would have to exist.
        var isDrive = colon == 1 && char.IsAsciiLetter(argument[0]) && !exists(argument[..1]);
        if (colon <= 0 || isDrive || exists(argument))
            return new(argument, null);
        return int.TryParse(argument.AsSpan(colon + 1), System.Globalization.NumberStyles.None, null, out var line) && line > 0
            ? new(argument[..colon], line)
            : new(argument, null);
    }
}
