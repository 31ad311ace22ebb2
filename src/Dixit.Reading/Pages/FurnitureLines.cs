// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Pages;

/// <summary>Tells lines of a page that sites put into every article, by how they begin. Immutable.</summary>
internal static class FurnitureLines
{
    private const int LongestLine = 200;
    private const int LongestStart = 48;

    private static readonly (HashSet<string> Whole, string[] Starts) _lists = Read();

    /// <summary>Whether the line is such a one.</summary>
    public static bool IsOne(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine)
            return false;
        var words = Fold(line[..Math.Min(line.Length, LongestStart * 2)]);
        if (words.Length == 0 || (line.TrimStart() is ['©', ..]))
            return true;
        if (words.Length < LongestStart && _lists.Whole.Contains(words))
            return true;
        var starts = _lists.Starts;
        var at = Array.BinarySearch(starts, words, StringComparer.Ordinal);
        if (at >= 0)
            return true;
        // The starts that the line may have are its own beginnings, which sort before it; a shorter one may stand further up.
        for (var i = ~at - 1; i >= 0 && starts[i][0] == words[0]; i--)
        {
            if (words.StartsWith(starts[i], StringComparison.Ordinal) && (words.Length == starts[i].Length || words[starts[i].Length] == ' '))
                return true;
        }

        return false;
    }

    // Lower case, without accents, one space between words.
    private static string Fold(ReadOnlySpan<char> line)
    {
        var folded = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(Plain(c));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static char Plain(char c) => char.ToLowerInvariant(c) switch
    {
        'à' or 'â' or 'ä' or 'á' or 'ã' => 'a',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'î' or 'ï' or 'í' => 'i',
        'ô' or 'ö' or 'ó' or 'õ' => 'o',
        'ù' or 'û' or 'ü' or 'ú' => 'u',
        'ç' => 'c',
        var other => other,
    };

    private static (HashSet<string> Whole, string[] Starts) Read()
    {
        var whole = new HashSet<string>(StringComparer.Ordinal);
        var starts = new List<string>();
        using var stream = typeof(FurnitureLines).Assembly.GetManifestResourceStream("Dixit.Reading.Pages.Furniture.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '=')
                whole.Add(Fold(line.AsSpan(1)));
            else
                starts.Add(Fold(line));
        }

        return (whole, [.. starts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
