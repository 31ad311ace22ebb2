// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Dixit.Statements;

namespace Dixit.Storage.Sql;

/// <summary>Words as a reader reads them, the same ones again and again where answers are shown. For any number of threads; what is kept is bounded.</summary>
internal sealed class WordReadings(Func<StatementReader> reader)
{
    private const int MostKept = 20_000;
    private ConcurrentDictionary<string, (string Folded, IReadOnlyList<string> Stems)> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>A word without case and accents, and its stems.</summary>
    public (string Folded, IReadOnlyList<string> Stems) Read(string word)
    {
        if (_known.TryGetValue(word, out var known))
            return known;
        var text = reader().Read(word);
        if (Interlocked.Increment(ref _count) > MostKept)
            (_known, _count) = (new(StringComparer.Ordinal), 0);
        return _known[word] = (text.Folded, text.Stems);
    }
}
