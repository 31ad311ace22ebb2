// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Documents;

/// <summary>Judges a text by what is noted of it, so that it is judged alike wherever its notes went: through an export, by an older program.</summary>
internal static class QualityNotes
{
    // What a note begins with, the worst first: the first that fits counts. Notes on an encoding, on a repair, on a field that was left out say nothing against the text.
    private static readonly (string Start, string Also, TextQuality Quality)[] _table =
    [
        ("damage:", " lost", TextQuality.Poor),
        ("damage: the text ends", "", TextQuality.Poor),
        ("cut off:", "", TextQuality.Poor),
        ("looks like UTF-8 read as", "", TextQuality.Poor),
        ("read as ", "damaged bytes left out", TextQuality.Poor),
        ("set aside: no text", "", TextQuality.Poor),
        ("damage:", "", TextQuality.Fair),
        ("only the summary of the article", "", TextQuality.Fair),
    ];

    /// <summary>The quality that the worst of the notes leaves.</summary>
    public static TextQuality Judge(IReadOnlyList<string> notes)
    {
        var worst = TextQuality.Good;
        foreach (var note in notes)
        {
            foreach (var (start, also, quality) in _table)
            {
                if (!note.StartsWith(start, StringComparison.Ordinal) || !note.Contains(also, StringComparison.Ordinal))
                    continue;
                worst = quality < worst ? quality : worst;
                break;
            }
        }

        return worst;
    }
}
