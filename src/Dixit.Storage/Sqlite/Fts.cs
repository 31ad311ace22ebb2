// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Storage.Sql;

namespace Dixit.Storage.Sqlite;

/// <summary>Writes questions in the language of FTS5.</summary>
internal static class Fts
{
    // Stems of so many of the longest words, which are mostly the rarest, are looked for in pairs.
    private const int PairedStems = 4;

    /// <summary>All that is asked.</summary>
    public static string Match(ContentMatch match)
    {
        var parts = new List<string>();
        if (match.Words is { } words)
            parts.AddRange(words.Terms.Select(term => match.IsLoose && term.Telling.Count > 1 ? MatchNear(term) : MatchTerm(term)));
        if (match.About is { } about)
            parts.Add($"(({string.Join(" AND ", about.Terms.Select(MatchTerm))}) OR ({string.Join(" AND ", about.Terms.SelectMany(MatchHeading))}))");
        parts.AddRange(match.Facets.Select(set => $"facets : ({string.Join(" OR ", set)})"));
        return string.Join(" AND ", parts);
    }

    /// <summary>Whether a phrase is looked for as it stands, and not by its telling words.</summary>
    public static bool HoldsPhrase(ContentMatch match) =>
        (match.Words?.Terms.Any(term => term.IsPhrase && !(match.IsLoose && term.Telling.Count > 1)) ?? false) || (match.About?.Terms.Any(term => term.IsPhrase) ?? false);

    /// <summary>Some of the stems: any of them among a speaker's, else two of the longest together. Null where there are none.</summary>
    public static string? MatchSome(IReadOnlyList<string> stems, long? speaker)
    {
        var any = stems.Select(Quote).Where(quoted => quoted.Length > 2).Distinct().OrderByDescending(quoted => quoted.Length).ThenBy(quoted => quoted, StringComparer.Ordinal).ToList();
        if (any.Count == 0)
            return null;
        if (speaker is { } row)
            return $"facets : {Facet.Speaker(row)} AND stems : ({string.Join(" OR ", any)})";
        if (any.Count == 1)
            return $"stems : {any[0]}";
        var rare = any.Take(PairedStems).ToList();
        var pairs = rare.SelectMany((one, i) => rare.Skip(i + 1).Select(other => $"({one} AND {other})"));
        return $"stems : ({string.Join(" OR ", pairs)})";
    }

    /// <summary>Keys as they are indexed, with whose they are.</summary>
    public static string Keys(IReadOnlyList<long> keys, long? speaker) => string.Join(' ', keys.Select(Key)) + (speaker is { } row ? " " + Facet.Speaker(row) : "");

    /// <summary>All of these keys.</summary>
    public static string MatchKeys(ReadOnlySpan<long> keys, long? speaker)
    {
        var match = new StringBuilder(speaker is { } row ? Facet.Speaker(row) : "");
        foreach (var key in keys)
            match.Append(match.Length > 0 ? " AND " : "").Append(Key(key));
        return match.ToString();
    }

    // 40 bits of each are enough, since what shares one is compared anyway.
    private static string Key(long key) => $"k{key & 0xFFFFFFFFFF:x}";

    private static string MatchTerm(WordQuery.Term term)
    {
        var folded = $"folded : {Quote(term.Folded)}";
        // Most of what costs is to go through two lists at once.
        if (!term.IsPhrase && term.Stems is [var stem] && stem == term.Folded)
            return $"{{stems folded}} : {Quote(stem)}";
        return term.IsPhrase || term.Stems.Count == 0 ? folded : $"((stems : {string.Join(" AND stems : ", term.Stems.Select(Quote))}) OR {folded})";
    }

    // Words of a language's own that stand in every other text have places by the hundred thousand, and a phrase is looked for in all of them.
    private static string MatchNear(WordQuery.Term term)
    {
        var phrases = new List<string>();
        var (tokens, end, start) = (0, 0, 0);
        foreach (var word in term.Folded.Split(' '))
        {
            var quoted = Quote(word);
            var length = quoted.Split(' ').Length;
            if (term.Telling.Contains(word))
            {
                phrases.Add(quoted);
                end = phrases.Count == 1 ? tokens + length : end;
                start = tokens;
            }

            tokens += length;
        }

        return $"folded : NEAR({string.Join(' ', phrases)}, {start - end})";
    }

    // A heading is short: the words of a phrase that are all in it are hardly there by chance.
    private static IEnumerable<string> MatchHeading(WordQuery.Term term) =>
        (term.IsPhrase || term.Stems.Count == 0 ? term.Folded.Split(' ') : term.Stems).Select(word => $"heading : {Quote(word)}");

    // Between quote marks nothing is an operator. What the tokenizer parts becomes a phrase, as it did when it was indexed.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
            quoted.Append(char.IsLetterOrDigit(character) || character > 127 ? character : ' ');
        return $"\"{quoted.ToString(1, quoted.Length - 1).Trim()}\"";
    }
}
