// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Documents;

namespace Dixit.Storage.Sql;

/// <summary>What a text sets apart by its form, to its column and back. Most documents have nothing of it, and a null.</summary>
internal static class BlockRows
{
    /// <summary>The column, or null where there is no block.</summary>
    public static string? Of(IReadOnlyList<TextBlock> blocks) => blocks.Count == 0 ? null : JsonSerializer.Serialize([.. blocks.Select(RowOf)], StorageJson.Default.IReadOnlyListBlockRow);

    /// <summary>The blocks of a column.</summary>
    public static IReadOnlyList<TextBlock> Read(string? column) =>
        column is null ? [] : [.. JsonSerializer.Deserialize(column, StorageJson.Default.IReadOnlyListBlockRow)!.Select(BlockOf)];

    /// <summary>The moment of a column, or null.</summary>
    public static Moment? MomentOf(string? column) => column is not null && Moment.TryParse(column, out var moment) ? moment : null;

    private static BlockRow RowOf(TextBlock block)
    {
        var isAll = block.Words == block.Span;
        return new BlockRow(
            block.Span.Start, block.Span.End, RowValues.Of(block.Kind), isAll ? null : block.Words.Start, isAll ? null : block.Words.End,
            block.Source?.Start, block.Source?.End, block.At?.ToString(), block.Uri);
    }

    private static TextBlock BlockOf(BlockRow row)
    {
        var block = new TextBlock(new TextSpan(row.Start, row.End), Enum.Parse<BlockKind>(row.Kind, ignoreCase: true)) { At = MomentOf(row.At), Uri = row.Uri };
        if (row is { WordsStart: { } start, WordsEnd: { } end })
            block = block with { Words = new TextSpan(start, end) };
        return row is { SourceStart: { } from, SourceEnd: { } to } ? block with { Source = new TextSpan(from, to) } : block;
    }
}
