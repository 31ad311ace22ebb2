// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Storage.Sql;

namespace Dixit.Storage.Sqlite;

/// <summary>Writes questions in the language of FTS5.</summary>
internal static class Fts
{
    /// <summary>All words, each as a stem or as it stands; phrases as they stand.</summary>
    public static string Match(WordQuery words) => string.Join(" AND ", words.Terms.Select(MatchTerm));

    /// <summary>Any of the stems, or null where there is none.</summary>
    public static string? MatchAny(IReadOnlyList<string> stems)
    {
        var any = stems.Select(Quote).Where(quoted => quoted.Length > 2).Distinct().ToList();
        return any.Count == 0 ? null : $"stems : ({string.Join(" OR ", any)})";
    }

    /// <summary>Keys as words: 40 bits of each are enough, since what shares one is compared anyway.</summary>
    public static string Keys(IReadOnlyList<long> keys, string between) => string.Join(between, keys.Select(key => $"k{key & 0xFFFFFFFFFF:x}"));

    private static string MatchTerm(WordQuery.Term term)
    {
        var folded = $"folded : {Quote(term.Folded)}";
        return term.IsPhrase || term.Stems.Count == 0 ? folded : $"((stems : {string.Join(" AND stems : ", term.Stems.Select(Quote))}) OR {folded})";
    }

    // Between quote marks nothing is an operator. What the tokenizer parts becomes a phrase, as it did when it was indexed.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
            quoted.Append(char.IsLetterOrDigit(character) || character > 127 ? character : ' ');
        return $"\"{quoted.ToString(1, quoted.Length - 1).Trim()}\"";
    }
}
