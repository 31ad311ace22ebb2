// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dixit.Storage.Sql;

/// <summary>What the row of a version says of what was found in it, as it is written. Immutable.</summary>
internal sealed record FindingColumns(string Notes, string NotesGiven, string Furniture, string Quoted, string Mentions, string? Authors, string? Blocks)
{
    /// <summary>Those of an analysis.</summary>
    public static FindingColumns Of(Analysis analysis) => new(
        RowValues.OfStrings(analysis.Notes), RowValues.OfStrings(analysis.Document.Notes), FurnitureOf(analysis), QuotedOf(analysis), MentionsOf(analysis),
        analysis.Document.Authors.Count == 0 ? null : RowValues.OfStrings(analysis.Document.Authors), BlockRows.Of(analysis.Document.Blocks));

    private static string FurnitureOf(Analysis analysis) => Serialize(
        [.. analysis.Furniture.Select(piece => new FurnitureRow(piece.Span.Start, piece.Span.End, piece.Kind, piece.Rule))], StorageJson.Default.IReadOnlyListFurnitureRow);

    private static string MentionsOf(Analysis analysis) => Serialize(
        [.. analysis.Mentions.Select(mention => new MentionRow(mention.Span.Start, mention.Span.End, mention.Chain, mention.Rule))], StorageJson.Default.IReadOnlyListMentionRow);

    private static string QuotedOf(Analysis analysis)
    {
        var reasons = analysis.Unreported.ToDictionary(unreported => unreported.Quoted.Outer, unreported => unreported.Reason);
        return Serialize(
            [.. analysis.QuotedSpans.Select(span => new QuotedRow(span.Outer.Start, span.Outer.End, span.Inner.Start, span.Inner.End, span.Depth, span.Damage, reasons.GetValueOrDefault(span.Outer)))],
            StorageJson.Default.IReadOnlyListQuotedRow);
    }

    private static string Serialize<T>(IReadOnlyList<T> rows, JsonTypeInfo<IReadOnlyList<T>> type) =>
        rows.Count == 0 ? "[]" : JsonSerializer.Serialize(rows, type);
}
