// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Cli.Explaining;

/// <summary>The lines of a text, from 1, each with its line break. The last one may be empty.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];
    private readonly int _length;

    /// <summary>Reads the text once.</summary>
    public LineIndex(string text)
    {
        _length = text.Length;
        for (var i = text.IndexOfAny(['\r', '\n']); i >= 0 && i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>The number of lines; what follows the last line break counts when it is not empty.</summary>
    public int Count => _starts[^1] == _length && _starts.Count > 1 ? _starts.Count - 1 : _starts.Count;

    /// <summary>The line of an offset.</summary>
    public int LineOf(int offset)
    {
        var index = _starts.BinarySearch(offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The characters of a line, with its break.</summary>
    public TextSpan SpanOf(int line) => new(_starts[line - 1], line < _starts.Count ? _starts[line] : _length);
}
