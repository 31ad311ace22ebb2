// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Formats;

/// <summary>Gathers what a document's user should know of how it was read.</summary>
internal static class DocumentNotes
{
    /// <summary>The notes, what was assumed of the bytes first.</summary>
    /// <param name="encodingNote">What was assumed of the encoding, or null.</param>
    /// <param name="text">The text, looked at for signs of earlier damage.</param>
    /// <param name="problems">What was left out, with its code.</param>
    public static IReadOnlyList<string> Of(string? encodingNote, string text, params ReadOnlySpan<ReadProblem?> problems)
    {
        var notes = new List<string>(0);
        if (encodingNote is not null)
            notes.Add(encodingNote);
        if (Mojibake.IsIn(text))
            notes.Add(Mojibake.Note);
        foreach (var problem in problems)
        {
            if (problem is not null)
                notes.Add($"{problem.Code}: {problem.Message}");
        }

        return notes.Count == 0 ? [] : notes.ToArray();
    }
}
