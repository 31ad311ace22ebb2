// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Reading.Dates;

/// <summary>Reads the zone behind a time: « heure de Paris », "London time", CEST, GMT+2, +01:00.</summary>
/// <remarks>
/// A place has the distance from UTC that it had at that time, by the system's tables. An abbreviation is believed where the place that it belongs to had
/// that distance then: « 15h CET » in July says something else than it means, and stays without a zone, as does an abbreviation that several
/// parts of the world use (IST, CST, AST).
/// </remarks>
internal static class WrittenZone
{
    private const int LongestName = 24;

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _places = MakePlaces().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, (string Zone, int Hours)>.AlternateLookup<ReadOnlySpan<char>> _abbreviations = new Dictionary<string, (string Zone, int Hours)>(StringComparer.Ordinal)
    {
        ["WET"] = ("Europe/Lisbon", 0), ["WEST"] = ("Europe/Lisbon", 1), ["CET"] = ("Europe/Paris", 1), ["CEST"] = ("Europe/Paris", 2), ["EET"] = ("Europe/Athens", 2), ["EEST"] = ("Europe/Athens", 3),
        ["BST"] = ("Europe/London", 1), ["MSK"] = ("Europe/Moscow", 3), ["EST"] = ("America/New_York", -5), ["EDT"] = ("America/New_York", -4), ["HNE"] = ("America/Toronto", -5),
        ["HAE"] = ("America/Toronto", -4), ["MST"] = ("America/Denver", -7), ["MDT"] = ("America/Denver", -6), ["PST"] = ("America/Los_Angeles", -8), ["PDT"] = ("America/Los_Angeles", -7),
        ["HST"] = ("Pacific/Honolulu", -10), ["JST"] = ("Asia/Tokyo", 9), ["KST"] = ("Asia/Seoul", 9), ["HKT"] = ("Asia/Hong_Kong", 8), ["SGT"] = ("Asia/Singapore", 8),
        ["AEST"] = ("Australia/Sydney", 10), ["AEDT"] = ("Australia/Sydney", 11), ["NZST"] = ("Pacific/Auckland", 12), ["NZDT"] = ("Pacific/Auckland", 13), ["SAST"] = ("Africa/Johannesburg", 2),
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _regions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ET"] = "America/New_York", ["PT"] = "America/Los_Angeles",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How far the zone that is named at a place of a line was ahead of UTC at a time; null where none is named, or none for certain.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Where the zone may begin, white space and a bracket before it included; then where it ends, if there is one.</param>
    /// <param name="day">The day at that place.</param>
    /// <param name="time">The time there.</param>
    public static TimeSpan? ReadAt(ReadOnlySpan<char> line, ref int at, DateOnly day, TimeOnly time)
    {
        var next = at;
        while (next < line.Length && (char.IsWhiteSpace(line[next]) || line[next] is ',' or '('))
            next++;
        if (next >= line.Length)
            return null;
        var local = day.ToDateTime(time);
        if (line[next] is '+' or '-' or '−')
            return TryOffset(line, ref next, out var fixedOffset) ? Accept(next, ref at, fixedOffset) : null;
        if (TrySkip(line, ref next, "heure ") || TrySkip(line, ref next, "heures "))
            return OfFrenchPlace(line, next, local, ref at);
        var end = next;
        while (end < line.Length && char.IsAsciiLetterUpper(line[end]))
            end++;
        if (end > next && (end == line.Length || !char.IsLetterOrDigit(line[end])))
        {
            var name = line[next..end];
            if (name is "UTC" or "GMT" or "Z")
            {
                var offset = TimeSpan.Zero;
                var after = end;
                if (name is not "Z" && after < line.Length && line[after] is '+' or '-' or '−' && TryOffset(line, ref after, out var distance))
                    (offset, end) = (distance, after);
                return Accept(end, ref at, offset);
            }

            if (_abbreviations.TryGetValue(name, out var known))
                return Accept(end, ref at, Agreed(known.Zone, TimeSpan.FromHours(known.Hours), local));
            if (_regions.TryGetValue(name, out var region))
                return Accept(end, ref at, DistanceAt(region, local));
        }

        return OfEnglishPlace(line, next, local, ref at);
    }

    private static TimeSpan? Accept(int end, ref int at, TimeSpan? offset)
    {
        at = end;
        return offset;
    }

    // « heure de Paris », « heure française », « heure de l'Est »
    private static TimeSpan? OfFrenchPlace(ReadOnlySpan<char> line, int next, DateTime local, ref int at)
    {
        _ = TrySkip(line, ref next, "de ") || TrySkip(line, ref next, "d'") || TrySkip(line, ref next, "d’") || TrySkip(line, ref next, "du ");
        _ = TrySkip(line, ref next, "l'") || TrySkip(line, ref next, "l’");
        return TryPlace(line, next, out var zone, out var end) ? Accept(end, ref at, DistanceAt(zone, local)) : null;
    }

    // "Paris time", "Eastern Time"
    private static TimeSpan? OfEnglishPlace(ReadOnlySpan<char> line, int next, DateTime local, ref int at)
    {
        if (!TryPlace(line, next, out var zone, out var end))
            return null;
        return TrySkip(line, ref end, " time") ? Accept(end, ref at, DistanceAt(zone, local)) : null;
    }

    // The longest name: « New York » before « New ».
    private static bool TryPlace(ReadOnlySpan<char> line, int start, out string zone, out int end)
    {
        var limit = Math.Min(line.Length, start + LongestName);
        for (end = limit; end > start; end--)
        {
            if (end < line.Length && char.IsLetter(line[end]))
                continue;
            if (_places.TryGetValue(line[start..end], out zone!))
                return true;
        }

        zone = "";
        return false;
    }

    private static bool TryOffset(ReadOnlySpan<char> line, ref int at, out TimeSpan offset)
    {
        offset = default;
        var sign = line[at] == '+' ? 1 : -1;
        var start = at + 1;
        var end = start;
        while (end < line.Length && (char.IsAsciiDigit(line[end]) || (line[end] == ':' && end > start)))
            end++;
        var digits = line[start..end];
        var colon = digits.IndexOf(':');
        var hours = colon > 0 ? digits[..colon] : digits.Length == 4 ? digits[..2] : digits;
        var minutes = colon > 0 ? digits[(colon + 1)..] : digits.Length == 4 ? digits[2..] : "00";
        if (hours.Length is 0 or > 2 || minutes.Length != 2 || !int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var h)
            || !int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m) || h > 14 || m > 59)
        {
            return false;
        }

        offset = sign * new TimeSpan(h, m, 0);
        at = end;
        return true;
    }

    private static bool TrySkip(ReadOnlySpan<char> line, ref int at, string word)
    {
        if (at > line.Length || !line[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        var end = at + word.Length;
        if (char.IsLetter(word[^1]) && end < line.Length && char.IsLetter(line[end]))
            return false;
        at = end;
        return true;
    }

    // An hour that a place skipped, or had twice, is none for certain.
    private static TimeSpan? DistanceAt(string name, DateTime local) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && !zone.IsInvalidTime(local) && !zone.IsAmbiguousTime(local) ? zone.GetUtcOffset(local) : null;

    private static TimeSpan? Agreed(string name, TimeSpan offset, DateTime local)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) || zone.IsInvalidTime(local))
            return null;
        var agrees = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Contains(offset) : zone.GetUtcOffset(local) == offset;
        return agrees ? offset : null;
    }

    private static Dictionary<string, string> MakePlaces()
    {
        var places = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (zone, names) in (ReadOnlySpan<(string, string)>)
            [
                ("Europe/Paris", "Paris|France|française|french"), ("Europe/Brussels", "Bruxelles|Brussels|belge"), ("Europe/Zurich", "Genève|Geneva|Zurich|Berne|suisse|swiss"),
                ("Europe/Luxembourg", "Luxembourg"), ("Europe/London", "Londres|London|UK|britannique|british"), ("Europe/Dublin", "Dublin"), ("Europe/Madrid", "Madrid|espagnole"),
                ("Europe/Rome", "Rome|italienne"), ("Europe/Berlin", "Berlin|allemande|german"), ("Europe/Vienna", "Vienne|Vienna"), ("Europe/Warsaw", "Varsovie|Warsaw"),
                ("Europe/Lisbon", "Lisbonne|Lisbon"), ("Europe/Athens", "Athènes|Athens"), ("Europe/Kyiv", "Kiev|Kyiv|ukrainienne"), ("Europe/Moscow", "Moscou|Moscow"),
                ("Europe/Istanbul", "Istanbul|Ankara|turque"), ("Asia/Jerusalem", "Jérusalem|Jerusalem|Tel-Aviv|Tel Aviv|israélienne"), ("Asia/Beirut", "Beyrouth|Beirut"),
                ("Africa/Cairo", "Le Caire|Caire|Cairo"), ("Africa/Algiers", "Alger|Algiers|algérienne"), ("Africa/Tunis", "Tunis|tunisienne"), ("Africa/Casablanca", "Rabat|Casablanca|marocaine"),
                ("Africa/Dakar", "Dakar"), ("Africa/Abidjan", "Abidjan"), ("Africa/Kinshasa", "Kinshasa"), ("Africa/Nairobi", "Nairobi"), ("Africa/Johannesburg", "Johannesburg|Pretoria"),
                ("America/New_York", "New York|Washington|Eastern|Est"), ("America/Toronto", "Montréal|Montreal|Québec|Quebec|Ottawa|Toronto"), ("America/Chicago", "Chicago|Central"),
                ("America/Denver", "Denver|Mountain"), ("America/Los_Angeles", "Los Angeles|San Francisco|Pacific"), ("America/Mexico_City", "Mexico"), ("America/Sao_Paulo", "São Paulo|Brasilia"),
                ("America/Argentina/Buenos_Aires", "Buenos Aires"), ("America/Martinique", "Fort-de-France"), ("America/Cayenne", "Cayenne"), ("Indian/Reunion", "Saint-Denis de La Réunion"),
                ("Pacific/Noumea", "Nouméa"), ("Pacific/Tahiti", "Papeete|Tahiti"), ("Asia/Tokyo", "Tokyo|japonaise"), ("Asia/Shanghai", "Pékin|Beijing"), ("Asia/Seoul", "Séoul|Seoul"),
                ("Asia/Kolkata", "New Delhi"), ("Asia/Dubai", "Dubaï|Dubai"), ("Asia/Tehran", "Téhéran|Tehran"), ("Asia/Hong_Kong", "Hong Kong"), ("Asia/Singapore", "Singapour|Singapore"),
                ("Australia/Sydney", "Sydney"), ("Pacific/Auckland", "Auckland"),
            ])
        {
            foreach (var name in names.Split('|'))
                places.Add(name, zone);
        }

        return places;
    }
}
