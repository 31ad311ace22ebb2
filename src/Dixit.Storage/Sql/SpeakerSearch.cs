// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;

namespace Dixit.Storage.Sql;

/// <summary>Finds the speakers that a person means.</summary>
internal static class SpeakerSearch
{
    private const int MostMeant = 50;

    /// <summary>The rows of the speakers that an id, a name or a part of a name fits; the whole name before its parts.</summary>
    public static IReadOnlyList<long> Find(SqlSession session, string asked, Func<string, string> fold)
    {
        if (asked.StartsWith("p-", StringComparison.Ordinal) && FindId(session, asked) is { } byId)
            return [byId];
        var folded = fold(asked);
        if (folded.Length == 0)
            return [];
        var whole = session.All("select distinct speaker from speaker_name where folded = $1 order by speaker", row => row.GetInt64(0), folded);
        if (whole.Count > 0)
            return whole;
        var part = session.All(
            "select speaker from speaker_name where ' ' || folded || ' ' like $1 group by speaker order by sum(count) desc, speaker limit $2", row => row.GetInt64(0),
            $"% {folded.Replace(" ", " %")} %", (long)MostMeant);
        // « Le président Paul Sorel », where documents say « Paul Sorel ».
        return part.Count > 0
            ? part
            : session.All(
                "select speaker from speaker_name where ' ' || $1 || ' ' like '% ' || folded || ' %' and folded like '% %' group by speaker order by max(length(folded)) desc, sum(count) desc, speaker limit $2",
                row => row.GetInt64(0), folded, (long)MostMeant);
    }

    /// <summary>The row of the speaker with an id, or with one that led to it.</summary>
    public static long? FindId(SqlSession session, string id) =>
        session.NullableCount("select number from speaker where id = coalesce((select heir from former where id = $1), $1)", id);

    /// <summary>The row of the speaker that has an id now.</summary>
    public static long? FindExact(SqlSession session, string id) => session.NullableCount("select number from speaker where id = $1", id);

    /// <summary>The id of a speaker.</summary>
    public static string IdOf(SqlSession session, long speaker) => (string)session.Scalar("select id from speaker where number = $1", speaker)!;

    /// <summary>What is known of a speaker.</summary>
    public static StoredSpeaker Read(SqlSession session, long speaker) => new()
    {
        Reference = session.First("select id, name, kind from speaker where number = $1", row => ReadReference(row, 0), speaker)!,
        Gender = session.First("select gender from speaker where number = $1", row => row.Name<Gender>(0), speaker),
        Wikidata = session.Scalar("select wikidata from speaker where number = $1", speaker) as string,
        Names = session.All("select name, count from speaker_name where speaker = $1 and count > 0 order by count desc, name", row => new SpeakerName(row.GetString(0), row.GetInt64(1)), speaker),
        Roles = session.All(
            "select role, first, last, count from speaker_role where speaker = $1 order by last desc, count desc, role", row => new SpeakerRole(row.GetString(0), row.Day(1), row.Day(2), row.GetInt64(3)), speaker),
        First = session.First("select first from speaker where number = $1", row => row.Day(0), speaker),
        Last = session.First("select last from speaker where number = $1", row => row.Day(0), speaker),
        FormerIds = session.All("select f.id from speaker p join former f on f.heir = p.id where p.number = $1 order by f.id", row => row.GetString(0), speaker),
        Documents = session.Count("select count(distinct v.document) from entity e join version v on v.number = e.version where e.speaker = $1", speaker),
        Statements = session.Count("select count(*) from statement where speaker = $1", speaker),
    };

    /// <summary>Every speaker, the most quoted first.</summary>
    public static List<StoredSpeaker> ReadAll(SqlSession session, IReadOnlyList<long>? speakers, int limit)
    {
        var rows = speakers ?? session.All(
            "select p.number from speaker p left join statement s on s.speaker = p.number group by p.number order by count(s.number) desc, p.name, p.id limit $1", row => row.GetInt64(0), (long)limit);
        return [.. rows.Take(limit).Select(speaker => Read(session, speaker))];
    }

    public static SpeakerReference ReadReference(SqlRow row, int column) =>
        new(row.GetString(column), row.GetString(column + 1), row.Name<SpeakerKind>(column + 2));
}
