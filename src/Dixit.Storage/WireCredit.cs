// SPDX-License-Identifier: Apache-2.0
using System.Buffers;

namespace Dixit.Storage;

/// <summary>Tells from whom an article says it is: the agency of its dateline (« LYON (Agence) – ») or of its last lines (« (Avec Agence) »).</summary>
/// <remarks>The form tells, not a list of agencies. A credit is in the language of the site, which need not be that of the article.</remarks>
internal static class WireCredit
{
    private const int FirstLines = 3;
    private const int LastLines = 12;
    private const int LongestPlace = 60;
    private const int LongestName = 40;
    private const int LongestCredit = 80;
    private const int MostWords = 4;

    private static readonly SearchValues<char> _notOfPlaces = SearchValues.Create(".:«\"“!?");

    // What a line that names the source begins with; where the words alone would be too few to tell, only in brackets.
    private static readonly (string Words, bool InBrackets)[] _openers =
    [
        ("source :", false), ("source:", false), ("sources :", false), ("agence ", false), ("avec ", true), ("d'après ", true), ("with ", true), ("reporting by ", false), ("additional reporting by ", false),
    ];

    /// <summary>The agency as the article writes it, or null where it says nothing of the kind.</summary>
    public static string? Find(string text)
    {
        var lines = new List<Range>();
        foreach (var line in text.AsSpan().SplitAny('\n', '\r'))
        {
            if (!text.AsSpan(line).IsWhiteSpace())
                lines.Add(line);
        }

        foreach (var line in lines.Take(FirstLines))
        {
            if (Dateline(text.AsSpan(line).Trim()) is { } agency)
                return agency;
        }

        foreach (var line in lines.TakeLast(LastLines).Reverse())
        {
            if (Credit(text.AsSpan(line).Trim()) is { } agency)
                return agency;
        }

        return null;
    }

    private static string? Dateline(ReadOnlySpan<char> line)
    {
        var open = line.IndexOf('(');
        if (open is <= 0 or > LongestPlace || !IsPlace(line[..open]))
            return null;
        var close = line[open..].IndexOf(')');
        if (close is < 2 or > LongestName)
            return null;
        var behind = line[(open + close + 1)..].TrimStart();
        return !behind.IsEmpty && behind[0] is '-' or '–' or '—' && Name(line.Slice(open + 1, close - 1)) is { } name ? name : null;
    }

    // « MONTBRISEL », « La Rochelle », « Port-Brume, 8 octobre »: no word of it but a date's begins small.
    private static bool IsPlace(ReadOnlySpan<char> words)
    {
        var comma = words.IndexOf(',');
        var place = (comma < 0 ? words : words[..comma]).Trim();
        if (place.IsEmpty || words.ContainsAny(_notOfPlaces))
            return false;
        foreach (var word in place.Split(' '))
        {
            if (place[word].IsEmpty || !char.IsUpper(place[word][0]))
                return false;
        }

        return true;
    }

    private static string? Credit(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestCredit)
            return null;
        var inBrackets = line[0] is '(' or '[' && line.TrimEnd('.')[^1] is ')' or ']';
        var words = line.Trim("()[]. ");
        foreach (var (opener, onlyInBrackets) in _openers)
        {
            if (words.StartsWith(opener, StringComparison.OrdinalIgnoreCase) && (inBrackets || !onlyInBrackets))
                return LastName(words[opener.Length..].Trim());
        }

        return null;
    }

    // « les soumissions de Reuters », « l'AFP », « Agence Nord »: the capitalised words at its end.
    private static string? LastName(ReadOnlySpan<char> words)
    {
        var start = words.Length;
        var count = 0;
        while (start > 0 && count < MostWords)
        {
            var space = words[..start].TrimEnd().LastIndexOf(' ');
            var word = words[(space + 1)..start].TrimEnd();
            var elided = word.LastIndexOfAny('\'', '’');
            if (elided is 1 && char.IsLower(word[0]))
                return Name(words[(space + 3)..]);
            if (word.IsEmpty || !char.IsUpper(word[0]))
                break;
            start = space + 1;
            count++;
        }

        return count == 0 ? null : Name(words[start..]);
    }

    private static string? Name(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        return !words.IsEmpty && words.Length <= LongestName && char.IsUpper(words[0]) && !words.ContainsAnyInRange('0', '9') && words.Count(' ') < MostWords ? words.ToString() : null;
    }
}
