// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Formats;

namespace Dixit.Reading.Archives;

/// <summary>Watches how much comes out of one compressed input, all levels of it together.</summary>
/// <remarks>News packs to a third or a tenth of its size, and the most that deflate can is a thousandth. What grows further than
/// <see cref="MostTimes"/> after the first <see cref="FreeBytes"/> was made to grow. The parts of an archive can overlap and archives can
/// hold archives, so only the sum over all of them, held against the bytes of the input itself, tells.</remarks>
internal sealed class Expansion(long mostBytes)
{
    /// <summary>What may come out of an input however small it is.</summary>
    public const long FreeBytes = 256L * 1024 * 1024;

    /// <summary>How many times its own size an input may grow to.</summary>
    public const int MostTimes = 200;

    private long _expanded;
    private PeekedStream? _outermost;

    /// <summary>Names the input whose bytes all others come out of; only the first call counts.</summary>
    public void StartFrom(PeekedStream outermost) => _outermost ??= outermost;

    /// <summary>Counts what came out.</summary>
    /// <exception cref="ExpansionException">It is too much.</exception>
    public void Add(int bytes)
    {
        _expanded += bytes;
        if (_expanded <= FreeBytes && _expanded <= mostBytes)
            return;
        var packed = _outermost?.KnownLength is > 0 and var known ? known : _outermost?.Taken ?? 0;
        if (_expanded > mostBytes || _expanded > packed * MostTimes)
            throw new ExpansionException($"expands to more than {_expanded / (1024 * 1024)} MB from {packed} bytes, which is more than is allowed");
    }
}
