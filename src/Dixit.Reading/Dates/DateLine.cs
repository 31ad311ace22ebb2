// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Reading.Dates;

/// <summary>Reads the line of a page that tells when its article was published and when it was changed.</summary>
/// <param name="Published">When it was published, or null where the line does not tell.</param>
/// <param name="Modified">When it was last changed, or null.</param>
internal readonly record struct DateLine(Moment? Published, Moment? Modified)
{
    private static readonly string[] _changes =
    [
        "mis à jour", "mise à jour", "mis a jour", "mise a jour", "màj", "maj", "modifié", "modifiée", "actualisé", "actualisée", "dernière modification", "updated", "last update", "modified", "edited",
    ];

    /// <summary>What a short line tells; both null where it has no date.</summary>
    /// <param name="line">Such as « Publié le 3 mars 2024 à 8h05, mis à jour à 14h30 ».</param>
    /// <param name="order">How figures are to be read that leave it open.</param>
    public static DateLine Read(ReadOnlySpan<char> line, DateOrder order)
    {
        var change = FindChange(line);
        if (change < 0)
            return new DateLine(WrittenMoment.TryFind(line, order, out var only, out _) ? only : null, null);
        Moment? published = WrittenMoment.TryFind(line[..change], order, out var first, out _) ? first : null;
        var rest = line[change..];
        if (!WrittenMoment.TryFind(rest, order, out var changed, out var end))
            return new DateLine(published, TimeAlone(rest, published));
        // « Mis à jour le 4 mars 2024 à 9h · Publié le 3 mars 2024 »
        if (published is null && WrittenMoment.TryFind(rest[end..], order, out var second, out _))
            published = second;
        return new DateLine(published, changed);
    }

    // « …, mis à jour à 14h30 »: of the day that the line has told.
    private static Moment? TimeAlone(ReadOnlySpan<char> rest, Moment? published)
    {
        if (published is not { } known)
            return null;
        for (var i = 0; i < rest.Length; i++)
        {
            var at = i;
            if (!char.IsAsciiDigit(rest[i]) || (i > 0 && char.IsLetterOrDigit(rest[i - 1])) || !WrittenTime.TryReadAt(rest, ref at, out var time))
                continue;
            if (known.Time is { } before && time < before)
                return null;
            return new Moment(known.Day, time, WrittenZone.ReadAt(rest, ref at, known.Day, time));
        }

        return null;
    }

    // The words where they begin a word of the line.
    private static int FindChange(ReadOnlySpan<char> line)
    {
        var first = -1;
        foreach (var words in _changes)
        {
            for (var from = 0; line[from..].IndexOf(words, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; from += found + 1)
            {
                var at = from + found;
                var isWord = (at == 0 || !char.IsLetter(line[at - 1])) && (at + words.Length == line.Length || !char.IsLetter(line[at + words.Length]));
                if (!isWord)
                    continue;
                if (first < 0 || at < first)
                    first = at;
                break;
            }
        }

        return first;
    }
}
