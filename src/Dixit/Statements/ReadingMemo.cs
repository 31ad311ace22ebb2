// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;

namespace Dixit.Statements;

/// <summary>What came of reading a text, kept for when it is read again. Safe for several threads; what comes of a text is always the same.</summary>
/// <param name="read">Reads a text.</param>
/// <param name="most">How many are kept; then all are let go.</param>
internal sealed class ReadingMemo<T>(Func<string, T> read, int most)
{
    private readonly ConcurrentDictionary<string, T> _kept = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>What comes of reading a text.</summary>
    public T this[string text]
    {
        get
        {
            if (_kept.TryGetValue(text, out var known))
                return known;
            if (Interlocked.Increment(ref _count) > most)
            {
                _kept.Clear();
                _count = 0;
            }

            return _kept[text] = read(text);
        }
    }
}
