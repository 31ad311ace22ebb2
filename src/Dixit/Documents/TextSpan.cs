// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Documents;

/// <summary>A half-open range [<see cref="Start"/>, <see cref="End"/>) of UTF-16 offsets into one document's text.</summary>
/// <remarks>The default value is the empty span at 0. Spans are ordered by start, then by end.</remarks>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>Makes a span from its bounds.</summary>
    /// <param name="start">The first UTF-16 offset, 0 or more.</param>
    /// <param name="end">The offset after the last, not before <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative or lies after the end.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first UTF-16 offset of the span.</summary>
    public int Start { get; }

    /// <summary>The UTF-16 offset after the last of the span.</summary>
    public int End { get; }

    /// <summary>The number of UTF-16 code units covered.</summary>
    public int Length => End - Start;

    /// <summary>Whether nothing is covered.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>Whether the offset lies in the span; its end does not.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Whether all of the other span lies in this one; an empty span at either bound does.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that covers both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <inheritdoc/>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>The span as <c>[start, end)</c>.</summary>
    public override string ToString() => $"[{Start}, {End})";

    /// <summary>Whether the left span starts, or at equal starts ends, before the right one.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left span starts, or at equal starts ends, after the right one.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left span does not come after the right one.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left span does not come before the right one.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
