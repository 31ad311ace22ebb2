// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;
using Dixit.Storage;

namespace Dixit.Web;

/// <summary>One wording of a statement, by whoever has it first, held against the first report's.</summary>
/// <param name="Wording">The words.</param>
/// <param name="Reports">Who has them, the first one first.</param>
/// <param name="Base">The words of the first report.</param>
/// <param name="Difference">From the first report to this one.</param>
internal sealed record Variant(string Wording, IReadOnlyList<StatementReport> Reports, string Base, WordDifference Difference);

/// <summary>Tells the wordings of a statement apart.</summary>
internal static class Variants
{
    /// <summary>Each wording once, in the order of their first reports.</summary>
    public static IReadOnlyList<Variant> Of(StoredStatement statement, StatementReader reader)
    {
        var wordings = statement.Reports.GroupBy(report => report.Wording).ToList();
        if (wordings.Count == 0)
            return [];
        var first = Read(wordings[0].First(), reader);
        return [.. wordings.Select(reports => new Variant(reports.Key, [.. reports], first.Text, WordDifference.Between(first, Read(reports.First(), reader))))];
    }

    private static StatementText Read(StatementReport report, StatementReader reader) => reader.Read(report.Wording, report.Language, report.Kind);
}
