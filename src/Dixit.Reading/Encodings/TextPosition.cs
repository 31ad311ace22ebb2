// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Encodings;

/// <summary>A place for people to look at, counted from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The character of the line.</param>
internal readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>Where a byte stands. Bytes that continue a UTF-8 character are not counted, others each as one.</summary>
    public static TextPosition Of(ReadOnlySpan<byte> bytes, int offset)
    {
        var before = bytes[..Math.Min(offset, bytes.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(before[..lineStart].Count((byte)'\n') + 1, ColumnOf(before[lineStart..]));
    }

    /// <summary>The column after the bytes of one line.</summary>
    public static int ColumnOf(ReadOnlySpan<byte> before)
    {
        var column = 1;
        foreach (var value in before)
        {
            if ((value & 0xC0) != 0x80)
                column++;
        }

        return column;
    }
}
