// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Dixit.Reading.Writing;

/// <summary>Writes strings as JSON that people can read.</summary>
/// <remarks>The encoders of System.Text.Json escape no-break spaces and emoji, which French news is full of. Here only what JSON
/// asks for is escaped, control characters, and the line separators that some tools take for the end of a line.</remarks>
internal static class JsonStrings
{
    private static readonly SearchValues<char> _escaped = SearchValues.Create(EscapedCharacters());

    /// <summary>Writes the string with its quote marks. A lone surrogate becomes U+FFFD, which is as long in code points.</summary>
    public static void Write(ReadOnlySpan<char> text, ByteBuffer output)
    {
        output.WriteByte((byte)'"');
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(_escaped);
            if (plain != 0)
            {
                var run = plain < 0 ? text : text[..plain];
                WriteRun(run, output);
                text = text[run.Length..];
                continue;
            }

            WriteEscaped(text[0], output);
            text = text[1..];
        }

        output.WriteByte((byte)'"');
    }

    private static void WriteRun(ReadOnlySpan<char> run, ByteBuffer output)
    {
        // In pieces, so that the buffer need not have room for the three bytes that each character might take.
        while (!run.IsEmpty)
        {
            var piece = run[..Math.Min(run.Length, 8 * 1024)];
            Utf8.FromUtf16(piece, output.GetSpan(piece.Length * 3), out var read, out var written, isFinalBlock: piece.Length == run.Length);
            output.Advance(written);
            run = run[read..];
        }
    }

    private static void WriteEscaped(char c, ByteBuffer output)
    {
        var shortForm = c switch
        {
            '"' => '"',
            '\\' => '\\',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\b' => 'b',
            '\f' => 'f',
            _ => '\0',
        };
        if (shortForm == 0)
        {
            var span = output.GetSpan(6);
            Encoding.ASCII.GetBytes($"\\u{(int)c:X4}", span);
            output.Advance(6);
            return;
        }

        output.WriteByte((byte)'\\');
        output.WriteByte((byte)shortForm);
    }

    private static string EscapedCharacters()
    {
        var characters = new StringBuilder("\"\\\u2028\u2029");
        for (var c = '\0'; c < ' '; c++)
            characters.Append(c);
        // DEL and the C1 controls, NEL among them.
        for (var c = '\u007F'; c <= '\u009F'; c++)
            characters.Append(c);
        return characters.ToString();
    }
}
