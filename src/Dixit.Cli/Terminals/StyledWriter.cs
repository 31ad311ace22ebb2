// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Cli.Terminals;

/// <summary>Writes text in looks, breaking lines between words where there is a width to keep to.</summary>
/// <remarks>A look ends with its line and is taken up again on the next, as pagers want it. Call <see cref="EndLine"/> last.</remarks>
/// <param name="output">Where to.</param>
/// <param name="hasColour">Whether looks show.</param>
/// <param name="width">The columns of a line, or null to break none.</param>
/// <param name="indent">The columns left free at the start of each line.</param>
internal sealed class StyledWriter(TextWriter output, bool hasColour, int? width, int indent = 0)
{
    private readonly StringBuilder _word = new();
    private readonly List<(int At, Look Look)> _wordLooks = [];
    private readonly StringBuilder _spaces = new();
    private Look _spacesLook;
    private int _wordCells;
    private int _cells;
    private Look _look;
    private char _highSurrogate;

    /// <summary>Writes a text that others wrote: no control character reaches the screen.</summary>
    public void Write(ReadOnlySpan<char> text, Look look = default)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            switch (character)
            {
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\r' or '\n' or '\u2028' or '\u2029':
                    EndLine();
                    break;
                case ' ' when _word.Length > 0 && i + 1 < text.Length && !VisibleText.IsBreak(_word[^1], text[i + 1]):
                    AddToWord(' ', look);
                    break;
                case ' ':
                    AddSpace(1, look);
                    break;
                case '\t':
                    AddSpace(4, look);
                    break;
                default:
                    AddToWord(VisibleText.Of(character), look);
                    break;
            }
        }
    }

    /// <summary>Ends the line, with nothing at its end that cannot be seen.</summary>
    public void EndLine()
    {
        PutWord();
        BreakLine();
    }

    private void AddSpace(int count, Look look)
    {
        PutWord();
        _spaces.Append(' ', count);
        _spacesLook = look;
    }

    private void AddToWord(char character, Look look)
    {
        if (_wordLooks.Count == 0 || _wordLooks[^1].Look != look)
            _wordLooks.Add((_word.Length, look));
        _word.Append(character);
        if (char.IsHighSurrogate(character))
            _highSurrogate = character;
        else if (char.IsLowSurrogate(character) && _highSurrogate != 0)
            (_wordCells, _highSurrogate) = (_wordCells + CellWidth.Of(new Rune(_highSurrogate, character)), '\0');
        else
            _wordCells += char.IsSurrogate(character) ? 1 : CellWidth.Of(new Rune(character));
    }

    private void PutWord()
    {
        if (_word.Length == 0)
            return;

        if (_cells > 0 && indent + _cells + _spaces.Length + _wordCells > width)
            BreakLine();
        if (_cells == 0 && indent > 0)
            output.Write(new string(' ', indent));
        if (_spaces.Length > 0)
        {
            Take(_spacesLook);
            output.Write(_spaces);
        }

        for (var i = 0; i < _wordLooks.Count; i++)
        {
            var (start, look) = _wordLooks[i];
            var end = i + 1 < _wordLooks.Count ? _wordLooks[i + 1].At : _word.Length;
            Take(look);
            output.Write(_word.ToString(start, end - start));
        }

        _cells += _spaces.Length + _wordCells;
        _spaces.Clear();
        _word.Clear();
        _wordLooks.Clear();
        _wordCells = 0;
        _highSurrogate = '\0';
    }

    private void BreakLine()
    {
        Take(default);
        output.Write('\n');
        _spaces.Clear();
        _cells = 0;
    }

    private void Take(Look look)
    {
        if (!hasColour || look == _look)
            return;
        output.Write(look == default ? "\e[0m" : look.Sequence);
        _look = look;
    }
}
