// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;

namespace Dixit.Tests.Support;

/// <summary>A text with nested marks such as <c>{content.1:…}</c>, as docs/annotation-notation.md describes them.</summary>
internal sealed class MarkedUpText
{
    public MarkedUpText(string text, IEnumerable<Mark> marks)
    {
        Text = text;
        // The sort is stable: of two marks on the same span the one given first is the outer one.
        Marks = [.. marks.OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.End)];
    }

    /// <summary>The text without its marks.</summary>
    public string Text { get; }

    /// <summary>The marks by start, the outer ones first.</summary>
    public IReadOnlyList<Mark> Marks { get; }

    /// <summary>Reads the notation.</summary>
    /// <exception cref="FormatException">A brace has no partner, or a mark no known role, no id or no text.</exception>
    public static MarkedUpText Parse(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var marks = new List<Mark?>();
        var open = new Stack<(int Index, MarkRole Role, int Id, int Start)>();
        for (var i = 0; i < markup.Length; i++)
        {
            switch (markup[i])
            {
                case '\\' when i + 1 < markup.Length && markup[i + 1] is '{' or '}':
                    text.Append(markup[++i]);
                    break;
                case '{':
                    var (role, id, end) = ParseOpening(markup, i);
                    open.Push((marks.Count, role, id, text.Length));
                    marks.Add(null); // the place in the order: filled when the mark closes
                    i = end;
                    break;
                case '}' when open.TryPop(out var opened):
                    if (opened.Start == text.Length)
                        throw Problem(markup, i, "a mark without text");
                    marks[opened.Index] = new Mark(opened.Role, opened.Id, new TextSpan(opened.Start, text.Length));
                    break;
                case '}':
                    throw Problem(markup, i, "a closing brace without its opening one (write \\} for the character)");
                default:
                    text.Append(markup[i]);
                    break;
            }
        }

        if (open.Count > 0)
            throw Problem(markup, markup.Length, $"{{{Name(open.Peek().Role)} is never closed");
        return new MarkedUpText(text.ToString(), marks.OfType<Mark>());
    }

    /// <summary>Writes the notation. Marks that cross an earlier one cannot nest: they follow the text, a line each.</summary>
    public string Render()
    {
        var output = new StringBuilder(Text.Length + (Marks.Count * 12));
        var crossing = new List<Mark>();
        var open = new Stack<Mark>();
        var next = 0;
        for (var offset = 0; offset <= Text.Length; offset++)
        {
            while (open.TryPeek(out var inner) && inner.Span.End == offset)
            {
                output.Append('}');
                open.Pop();
            }

            for (; next < Marks.Count && Marks[next].Span.Start == offset; next++)
            {
                var mark = Marks[next];
                if (open.TryPeek(out var outer) && outer.Span.End < mark.Span.End)
                {
                    crossing.Add(mark);
                    continue;
                }

                output.Append('{').Append(Label(mark)).Append(':');
                open.Push(mark);
            }

            if (offset < Text.Length)
                AppendEscaped(output, Text, offset);
        }

        foreach (var mark in crossing)
            output.Append($"\n  and crossing: {Label(mark)} = \"{Text[mark.Span.Start..mark.Span.End]}\"");
        return output.ToString();
    }

    /// <summary>Such as <c>content.1</c>, or <c>content</c> where the id is left out.</summary>
    public static string Label(Mark mark) => mark.Id == 0 ? Name(mark.Role) : $"{Name(mark.Role)}.{mark.Id}";

    private static string Name(MarkRole role) => role.ToString().ToLowerInvariant();

    private static (MarkRole Role, int Id, int Colon) ParseOpening(string markup, int brace)
    {
        var colon = markup.IndexOf(':', brace);
        if (colon < 0)
            throw Problem(markup, brace, "an opening brace without role and colon (write \\{ for the character)");
        var label = markup[(brace + 1)..colon];
        var dot = label.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? label : label[..dot];
        if (name.Length == 0 || !char.IsAsciiLetterLower(name[0]) || !Enum.TryParse<MarkRole>(name, ignoreCase: true, out var role))
            throw Problem(markup, brace, $"\"{label}\" is no role: source, cue, content, quoted or mention");
        var id = 0;
        if (dot >= 0 && (!int.TryParse(label.AsSpan(dot + 1), out id) || id < 1))
            throw Problem(markup, brace, $"\"{label}\" has no id from 1 after its full stop");
        return (role, id, colon);
    }

    // A backslash needs no escape of its own: it is one only before a brace, and a text with « \{ » in it is not news.
    private static void AppendEscaped(StringBuilder output, string text, int offset)
    {
        if (text[offset] is '{' or '}')
            output.Append('\\');
        output.Append(text[offset]);
    }

    private static FormatException Problem(string markup, int offset, string what)
    {
        var before = markup[Math.Max(0, offset - 30)..offset];
        return new FormatException($"Character {offset}, after \"{before}\": {what}.");
    }
}
