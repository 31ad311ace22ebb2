// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Formats;

/// <summary>Recognises texts that are marked up in a form without a reader. Read as plain text, their markup would pass for prose.</summary>
internal static class ForeignFormats
{
    private const int Looked = 512;

    private static readonly (string Start, string Name)[] _starts =
    [
        ("{\\rtf", "an RTF document"),
    ];

    private static readonly (string Ending, string Name)[] _endings =
    [
        (".rtf", "an RTF document"),
    ];

    /// <summary>What the input is, such as <c>an RTF document</c>, or null where nothing says so.</summary>
    public static string? Name(string path, ReadOnlySpan<byte> head)
    {
        var start = Start(head);
        foreach (var (text, name) in _starts)
        {
            if (start.StartsWith(text, StringComparison.OrdinalIgnoreCase))
                return name;
        }

        foreach (var (ending, name) in _endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return name;
        }

        return null;
    }

    /// <summary>The ASCII of the first bytes. Names of elements are ASCII, so in any encoding they are left when zeros, marks and white space are.</summary>
    public static string Start(ReadOnlySpan<byte> head)
    {
        var kept = new StringBuilder(Looked);
        foreach (var value in head[..Math.Min(head.Length, Looked)])
        {
            if (value is not 0 and < 0x80 && (kept.Length > 0 || value > ' '))
                kept.Append((char)value);
        }

        return kept.ToString();
    }
}
