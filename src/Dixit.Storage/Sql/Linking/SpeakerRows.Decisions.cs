// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>What people decided about who is who.</summary>
internal sealed partial class SpeakerRows
{
    /// <summary>Lets entities go and links them again, each as if its document had just come.</summary>
    /// <returns>The versions they stand in, in order.</returns>
    /// <param name="entities">Their rows.</param>
    /// <param name="given">Whose they are to be, by id, where that is known and nobody said otherwise.</param>
    public IReadOnlyList<long> Relink(IReadOnlyCollection<long> entities, IReadOnlyDictionary<long, string>? given = null)
    {
        var rows = entities
            .Select(entity => session.First(
                """
                select e.version, d.id, v.published, e.speaker, (select count(*) from entity o where o.version = e.version and o.name = e.name and o.chain < e.chain), e.name, e.kind, e.role, e.gender, e.aliases
                from entity e join version v on v.number = e.version join document d on d.number = v.document where e.number = $1
                """,
                row => (Entity: entity, Version: row.GetInt64(0), Before: row.NullableLong(3), Sighting: new SpeakerSighting(row.GetString(1), row.Day(2), ReadSpeaker(row, 5)) { Namesake = row.Int(4) }),
                entity))
            .OrderBy(row => row.Version).ThenBy(row => IsLeaning(row.Sighting.Speaker)).ThenBy(row => row.Entity).ToList();
        foreach (var row in rows)
            session.Execute("update entity set speaker = null where number = $1", row.Entity);
        var before = rows.Select(row => row.Before).OfType<long>().Distinct().Select(speaker => (Speaker: speaker, First: ReadFirst(speaker))).ToList();
        foreach (var (speaker, _) in before)
        {
            // Whoever has nothing left is taken away when all is settled; the id is free for whoever comes of it.
            if (session.Scalar("select 1 from entity where speaker = $1 limit 1", speaker) is null)
                session.Execute("update speaker set id = $2, person = null where number = $1", speaker, $"-{speaker}");
            Recount(speaker);
        }

        foreach (var row in rows)
        {
            var speaker = (given?.GetValueOrDefault(row.Entity) is { } id ? GiveBack(row.Sighting, id) : null) ?? Find(row.Sighting) ?? Create(row.Sighting);
            session.Execute("update entity set speaker = $2 where number = $1", row.Entity, speaker);
            Count(speaker, row.Sighting);
        }

        // Whoever is no more leads to where the first evidence went.
        foreach (var (speaker, first) in before)
        {
            if (session.Scalar("select 1 from entity where speaker = $1 limit 1", speaker) is not null)
                continue;
            var heir = rows.Find(row => row.Before == speaker && row.Sighting.Document == first.Document && row.Sighting.Speaker.Name == first.Name);
            if (heir.Sighting is not null && session.Scalar("select p.id from entity e join speaker p on p.number = e.speaker where e.number = $1", heir.Entity) is string id && id != first.Id)
                Lead(first.Id, id);
        }

        return [.. rows.Select(row => row.Version).Distinct()];
    }

    // Two who were one for other reasons than their names stay so.
    private long? GiveBack(SpeakerSighting sighting, string id)
    {
        if (people.FindPinned(sighting) is not null)
            return null;
        if (people.FindId(id) is { } person)
            return people.SpeakerOf(person) ?? Create(sighting, person);
        return SpeakerSearch.FindExact(session, id) ?? Create(sighting, null, id);
    }

    /// <summary>The speakers whom somebody of the list may concern, who was put there just now.</summary>
    public IReadOnlyList<long> FindConcerned(KnownSpeaker person)
    {
        var candidates = new SortedSet<long>();
        foreach (var key in Linker.Keys(person))
            candidates.UnionWith(session.All("select speaker from speaker_key where key = $1", row => row.GetInt64(0), key));
        return [.. candidates.Where(candidate => IsConcerned(Known(candidate), person))];
    }

    /// <summary>The keys under which somebody is to be found.</summary>
    public IReadOnlyList<string> Keys(KnownSpeaker person) => Linker.Keys(person);

    private bool IsConcerned(KnownSpeaker speaker, KnownSpeaker person) => speaker.Aliases.Prepend(speaker.Name).Any(name =>
        speaker.Roles.Select(role => (string?)role.Role).Append(null).Any(role => Linker.Propose(new SpeakerSighting("", null, new Speaker(name, speaker.Kind) { Role = role, Gender = speaker.Gender }), [person]).Id is not null));

    // Whoever is of the list comes before all that documents show.
    private long? FindListed(SpeakerSighting sighting)
    {
        if (!people.List.AreThere)
            return null;
        var link = Linker.Propose(sighting, people.List.WithKeys(Linker.Keys(sighting.Speaker), sighting.Date));
        if (link.Id is null)
            return null;
        var person = people.HeirOf(long.Parse(link.Id));
        return people.SpeakerOf(person) ?? Create(sighting, person);
    }

    // A role that the list knows somebody to have held is not held by him on other days, however near the documents that gave it.
    private bool IsRuledOut(SpeakerSighting sighting, long candidate)
    {
        if (!people.List.AreThere || char.IsUpper(sighting.Speaker.Name[0]) || session.NullableCount("select person from speaker where number = $1", candidate) is not { } person || !people.List.Contains(person))
            return false;
        return Linker.Propose(sighting with { Date = null }, [people.List.AtAnyTime(person)]).Id is not null;
    }

    /// <summary>Makes what is known of a speaker anew from the entities that are left.</summary>
    private void Recount(long speaker)
    {
        foreach (var table in (string[])["speaker_name", "speaker_role", "speaker_key", "speaker_sign"])
            session.Execute($"delete from {table} where speaker = $1", speaker);
        session.Execute("update speaker set gender = null, last = null where number = $1", speaker);
        _known.Remove(speaker);
        _touched.Add(speaker);
        _bereft.Add(speaker);
        AddGiven(speaker);
        var sightings = session.All(
            "select d.id, v.published, e.name, e.kind, e.role, e.gender, e.aliases from entity e join version v on v.number = e.version join document d on d.number = v.document where e.speaker = $1 order by v.number, e.chain",
            row => new SpeakerSighting(row.GetString(0), row.Day(1), ReadSpeaker(row, 2)), speaker);
        foreach (var sighting in sightings)
            Count(speaker, sighting);
    }

    /// <summary>Gives a speaker what people said of the person behind it.</summary>
    private void AddGiven(long speaker)
    {
        if (session.NullableCount("select person from speaker where number = $1", speaker) is not { } person)
            return;
        foreach (var name in people.NamesOf(person))
            CountName(speaker, name, 0);
        session.Execute(
            """
            update speaker set gender = coalesce((select gender from person where number = $2), gender), kind = coalesce((select kind from person where number = $2), kind),
                wikidata = (select wikidata from person where number = $2) where number = $1
            """,
            speaker, person);
        _known.Remove(speaker);
        foreach (var key in Linker.Keys(Known(speaker)))
            session.Execute("insert into speaker_key (key, speaker) values ($1, $2) on conflict do nothing", key, speaker);
        _touched.Add(speaker);
    }

    /// <summary>Makes a speaker that was linked without anybody's say the one of a person.</summary>
    private void Adopt(long speaker, long person)
    {
        var before = ReadFirst(speaker).Id;
        var id = people.IdOf(person) ?? before;
        session.Execute("delete from former where id = $1", id);
        session.Execute("update speaker set id = $2, person = $3, is_leaning = 0 where number = $1", speaker, id, person);
        people.Keep(person, id);
        if (id != before)
            Lead(before, id);
        _known.Remove(speaker);
        AddGiven(speaker);
    }

    /// <summary>Takes in what a person was said to be called just now.</summary>
    public void Renew(long speaker)
    {
        _known.Remove(speaker);
        AddGiven(speaker);
    }

    private bool IsDecided(long speaker) => session.NullableCount("select person from speaker where number = $1", speaker) is not null;
}
