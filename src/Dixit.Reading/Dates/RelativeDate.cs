// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Reading.Dates;

/// <summary>Reads a day that is told from when the page was fetched: « Publié il y a 2 heures », « Hier à 18h05 », "3 hours ago".</summary>
internal static class RelativeDate
{
    private const int MostWords = 12;
    private const int MostDays = 60;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _changed =
        new HashSet<string>(["mis", "mise", "modifié", "modifiée", "actualisé", "actualisée", "updated", "modified", "edited"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // What may stand before the words that tell the day in a line that tells nothing else.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _openers =
        new HashSet<string>(["publié", "publiée", "posté", "paru", "le", "écrit", "en", "ligne", "published", "posted", "on", "par", "by"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, TimeSpan>.AlternateLookup<ReadOnlySpan<char>> _units = MakeUnits().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _days = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["aujourd'hui"] = 0, ["aujourd’hui"] = 0, ["hier"] = 1, ["avant-hier"] = 2, ["today"] = 0, ["yesterday"] = 1,
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The day of publication that a short line tells, and nothing but that; a line that tells of a change has none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fetched">When the page was fetched. Days are those of its offset, since a line does not tell its own.</param>
    /// <param name="day">The day.</param>
    public static bool TryFind(ReadOnlySpan<char> line, DateTimeOffset fetched, out DateOnly day)
    {
        day = default;
        Span<Range> words = stackalloc Range[MostWords + 2];
        var count = line.SplitAny(words, " \t\n\u00A0\u202F,:·|", StringSplitOptions.RemoveEmptyEntries);
        if (count is 0 or > MostWords)
            return false;
        for (var i = 0; i < count; i++)
        {
            var word = line[words[i]].TrimEnd('.');
            if (_changed.Contains(word))
                return false;
            if (_days.TryGetValue(word, out var before))
            {
                day = DateOnly.FromDateTime(fetched.Date).AddDays(-before);
                return true;
            }

            if (TryReadSpan(line, words[i..count], out var passed))
            {
                day = DateOnly.FromDateTime((fetched - passed).Date);
                return true;
            }

            if (!_openers.Contains(word))
                return false;
        }

        return false;
    }

    // « il y a 2 heures », « il y a une heure », "3 hours ago", "an hour ago".
    private static bool TryReadSpan(ReadOnlySpan<char> line, ReadOnlySpan<Range> words, out TimeSpan passed)
    {
        passed = default;
        var isFrench = words.Length >= 5 && Is(line[words[0]], "il") && Is(line[words[1]], "y") && Is(line[words[2]], "a");
        var at = isFrench ? 3 : 0;
        if (words.Length < at + 2 || !TryReadCount(line[words[at]], out var count) || !_units.TryGetValue(line[words[at + 1]].TrimEnd('.'), out var unit))
            return false;
        if (!isFrench && (words.Length < 3 || !Is(line[words[2]].TrimEnd('.'), "ago")))
            return false;
        passed = count * unit;
        return passed.TotalDays <= MostDays;
    }

    private static bool TryReadCount(ReadOnlySpan<char> word, out int count)
    {
        count = 1;
        return Is(word, "un") || Is(word, "une") || Is(word, "a") || Is(word, "an") || (word.Length <= 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out count));
    }

    private static bool Is(ReadOnlySpan<char> word, string wanted) => word.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, TimeSpan> MakeUnits()
    {
        var units = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase);
        foreach (var (names, unit) in (ReadOnlySpan<(string, TimeSpan)>)
            [
                ("seconde secondes second seconds sec s", TimeSpan.FromSeconds(1)), ("minute minutes min mins mn", TimeSpan.FromMinutes(1)),
                ("heure heures h hour hours hr hrs", TimeSpan.FromHours(1)), ("jour jours j day days d", TimeSpan.FromDays(1)), ("semaine semaines week weeks", TimeSpan.FromDays(7)),
            ])
        {
            foreach (var name in names.Split(' '))
                units.Add(name, unit);
        }

        return units;
    }
}
