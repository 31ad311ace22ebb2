// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Feeds;

/// <summary>Gathers the text of marked-up news: runs of white space become one space, an empty line stands between two paragraphs.</summary>
internal sealed class ParagraphText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds words of a line.</summary>
    public void Append(string words)
    {
        foreach (var c in words)
        {
            if (c is not (' ' or '\t' or '\r' or '\n'))
                _text.Append(c);
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
                _text.Append(' ');
        }
    }

    /// <summary>Ends the line; what ended already ends no more.</summary>
    public void EndLine()
    {
        TrimSpaces();
        if (_text.Length > 0 && _text[^1] != '\n')
            _text.Append('\n');
    }

    /// <summary>Ends the paragraph.</summary>
    public void EndParagraph()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\n')
            _text.Length--;
        if (_text.Length > 0)
            _text.Append("\n\n");
    }

    /// <summary>Where what is added next will stand.</summary>
    public int Next => _text.Length;

    /// <summary>Where what was added last ends.</summary>
    public int Last
    {
        get
        {
            var end = _text.Length;
            while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
                end--;
            return end;
        }
    }

    /// <summary>How much of the beginning is white space, which the text is given without.</summary>
    public int Blank
    {
        get
        {
            var start = 0;
            while (start < _text.Length && char.IsWhiteSpace(_text[start]))
                start++;
            return start;
        }
    }

    /// <summary>The text, without white space around it.</summary>
    public override string ToString() => _text.ToString().Trim();

    private void TrimSpaces()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
            _text.Length--;
    }
}
