// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Exporting;

/// <summary>Writes characters as UTF-8, also where a surrogate pair comes in two pieces. Half a pair becomes U+FFFD.</summary>
internal sealed class Utf8Output
{
    private readonly Encoder _encoder = new UTF8Encoding(false).GetEncoder();
    private readonly byte[] _bytes = new byte[16 * 1024];

    /// <summary>Writes a piece of text; more follows.</summary>
    public void Write(ReadOnlySpan<char> text, Stream output)
    {
        var isDone = false;
        while (!isDone)
        {
            _encoder.Convert(text, _bytes, flush: false, out var used, out var written, out isDone);
            output.Write(_bytes, 0, written);
            text = text[used..];
        }
    }
}
