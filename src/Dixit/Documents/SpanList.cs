// SPDX-License-Identifier: Apache-2.0
using System.Collections;

namespace Dixit.Documents;

/// <summary>Spans of one document in order, none overlapping another. Immutable and equal by value.</summary>
public sealed class SpanList : IReadOnlyList<TextSpan>, IEquatable<SpanList>
{
    private readonly TextSpan[] _spans;

    private SpanList(TextSpan[] spans) => _spans = spans;

    /// <summary>The list without spans.</summary>
    public static SpanList Empty { get; } = new([]);

    /// <summary>Sorts the spans given and keeps them.</summary>
    /// <exception cref="ArgumentException">Two of the spans overlap.</exception>
    public static SpanList Of(params IEnumerable<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        var sorted = spans.ToArray();
        Array.Sort(sorted);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i - 1].End > sorted[i].Start)
                throw new ArgumentException($"The spans {sorted[i - 1]} and {sorted[i]} overlap.", nameof(spans));
        }

        return sorted.Length == 0 ? Empty : new SpanList(sorted);
    }

    /// <inheritdoc/>
    public int Count => _spans.Length;

    /// <inheritdoc/>
    public TextSpan this[int index] => _spans[index];

    /// <summary>The smallest span that covers all; the empty span at 0 for an empty list.</summary>
    public TextSpan Extent => _spans.Length == 0 ? default : new TextSpan(_spans[0].Start, _spans[^1].End);

    /// <summary>Whether one of the spans shares a code unit with the span given.</summary>
    public bool Overlaps(TextSpan span) => Array.Exists(_spans, own => own.Overlaps(span));

    /// <inheritdoc/>
    public bool Equals(SpanList? other) => other is not null && _spans.AsSpan().SequenceEqual(other._spans);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SpanList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var span in _spans)
            hash.Add(span);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<TextSpan> GetEnumerator() => ((IEnumerable<TextSpan>)_spans).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _spans.GetEnumerator();

    /// <summary>The spans, comma apart.</summary>
    public override string ToString() => string.Join(", ", _spans);
}
