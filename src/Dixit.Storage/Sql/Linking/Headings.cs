// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>What stands above an article: its title, or its first line where it has none.</summary>
internal static class Headings
{
    private const int Longest = 300;

    /// <summary>The heading of a document.</summary>
    public static string Find(string? title, ReadOnlySpan<char> text)
    {
        if (!string.IsNullOrWhiteSpace(title))
            return title;
        text = text.TrimStart();
        var end = text.IndexOfAny('\n', '\r');
        var line = end < 0 ? text : text[..end];
        return (line.Length > Longest ? line[..Longest] : line).ToString();
    }

    /// <summary>The heading of a version in the ledger, read as wordings are.</summary>
    public static StatementText Read(SqlSession session, long version, StatementReader reader) => session.First(
        "select title, text, language from version where number = $1", row => reader.Read(Find(row.Text(0), row.LongText(1)), row.Text(2)), version)!;

    /// <summary>The stems and the words of a heading.</summary>
    public static IReadOnlyList<string> Words(StatementText heading) => [.. heading.Stems.Concat(heading.Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
}
