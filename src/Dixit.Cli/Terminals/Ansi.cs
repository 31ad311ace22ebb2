// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Terminals;

/// <summary>How a stretch of text looks on a screen.</summary>
/// <param name="Foreground">The SGR number of the colour, or 0 for the screen's own.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="IsUnderlined">Whether it is underlined.</param>
/// <param name="IsDim">Whether it is faint.</param>
internal readonly record struct Look(int Foreground = 0, bool IsBold = false, bool IsUnderlined = false, bool IsDim = false)
{
    /// <summary>The sequence that puts a screen into this look, whatever its look was.</summary>
    public string Sequence
    {
        get
        {
            var codes = "0";
            if (IsBold)
                codes += ";1";
            if (IsDim)
                codes += ";2";
            if (IsUnderlined)
                codes += ";4";
            if (Foreground != 0)
                codes += ";" + Foreground;
            return $"\e[{codes}m";
        }
    }

    /// <summary>The text in this look, and the screen's own look after it.</summary>
    public string Paint(string text) => this == default || text.Length == 0 ? text : $"{Sequence}{text}\e[0m";
}

/// <summary>A colour for each speaker of a document.</summary>
internal static class SpeakerColours
{
    // The sixteen colours that every terminal has and its user chose; red is for the unknown, black for nobody.
    private static readonly int[] _colours = [36, 33, 35, 32, 34, 96, 93, 95, 92, 94];

    /// <summary>The colour for everybody who is not known.</summary>
    public const int Unknown = 31;

    /// <summary>The colour of the speaker with this number; after ten they come again.</summary>
    public static int Of(int number) => _colours[number % _colours.Length];
}
