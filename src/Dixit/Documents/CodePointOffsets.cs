// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Documents;

/// <summary>Converts between the UTF-16 offsets used inside and the code point offsets of files and other tools.</summary>
/// <remarks>A lone surrogate counts as one code point. Immutable, so safe to share between threads.</remarks>
public sealed class CodePointOffsets
{
    // UTF-16 offsets of the second half of each surrogate pair, in order: few in news, none in most.
    private readonly int[] _lowSurrogates;
    private readonly int _length;

    /// <summary>Reads the text once.</summary>
    public CodePointOffsets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _length = text.Length;
        var lows = new List<int>();
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
                lows.Add(i);
        }

        _lowSurrogates = [.. lows];
    }

    /// <summary>The number of code points of the whole text.</summary>
    public int Length => _length - _lowSurrogates.Length;

    /// <summary>The code point offset for a UTF-16 offset; one inside a pair counts the pair as passed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public int FromUtf16(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _length);
        return offset - CountBefore(offset);
    }

    /// <summary>The UTF-16 offset for a code point offset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public int ToUtf16(int codePoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codePoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codePoint, Length);
        // The pairs before the code point: each moves it by one.
        int low = 0, high = _lowSurrogates.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lowSurrogates[middle] - 1 - middle < codePoint)
                low = middle + 1;
            else
                high = middle;
        }

        return codePoint + low;
    }

    private int CountBefore(int offset)
    {
        var index = Array.BinarySearch(_lowSurrogates, offset);
        return index < 0 ? ~index : index;
    }
}
