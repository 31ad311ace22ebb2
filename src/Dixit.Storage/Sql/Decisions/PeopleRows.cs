// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;

namespace Dixit.Storage.Sql.Decisions;

/// <summary>The speakers about whom people decided something, as rows.</summary>
/// <remarks>A speaker is made anew from what documents show; the person behind it stays, and with it the id.</remarks>
internal sealed class PeopleRows(SqlSession session)
{
    private bool? _hasPins;

    /// <summary>Those of a user's own list.</summary>
    public ListedPeople List { get; } = new(session);

    /// <summary>The person that somebody said it is, or null; and whether whoever is linked to it is that person too.</summary>
    public (long Person, bool Adopts)? FindPinned(SpeakerSighting sighting)
    {
        if (!(_hasPins ??= session.Scalar("select 1 from pin limit 1") is not null))
            return null;
        foreach (var name in sighting.Speaker.Aliases.Prepend(sighting.Speaker.Name))
        {
            var (person, adopts) = session.First(
                "select person, adopts from pin where document = $1 and name = $2 and namesake = $3 order by correction desc limit 1", row => (row.GetInt64(0), row.GetInt64(1) != 0), sighting.Document, name, (long)sighting.Namesake);
            if (person != 0)
                return (HeirOf(person), adopts);
        }

        return null;
    }

    /// <summary>The person of a speaker, made if there is none yet.</summary>
    public long Of(long speaker)
    {
        if (session.NullableCount("select person from speaker where number = $1", speaker) is { } known)
            return known;
        var person = session.Insert("insert into person (id) select id from speaker where number = $1 returning number", speaker);
        session.Execute("update speaker set person = $2 where number = $1", speaker, person);
        return person;
    }

    /// <summary>A person who is nobody yet.</summary>
    public long Create() => session.Insert("insert into person (is_listed) values (0) returning number");

    /// <summary>The speaker of a person, or null where no document shows one.</summary>
    public long? SpeakerOf(long person) => session.NullableCount("select number from speaker where person = $1", person);

    /// <summary>The id that a person's speaker has and keeps, or null where it has not been seen yet.</summary>
    public string? IdOf(long person) => session.Scalar("select id from person where number = $1", person) as string;

    /// <summary>Gives a person the id of the speaker that was made of it.</summary>
    public void Keep(long person, string id) => session.Execute("update person set id = $2 where number = $1", person, id);

    /// <summary>The person whose speaker has an id, or null.</summary>
    public long? FindId(string id) => session.NullableCount("select number from person where id = $1", id);

    /// <summary>Whether an id is that of a person.</summary>
    public bool IsTaken(string id) => session.Scalar("select 1 from person where id = $1", id) is not null;

    /// <summary>The name that somebody gave a speaker, or null.</summary>
    public string? ShownName(long speaker) => session.Scalar(
        "select n.name from speaker p join person_name n on n.person = p.person where p.number = $1 and n.is_shown = 1 order by coalesce(n.correction, 0) desc limit 1", speaker) as string;

    /// <summary>The names that people gave a person.</summary>
    public IReadOnlyList<string> NamesOf(long person) => session.All("select distinct name from person_name where person = $1 order by name", row => row.GetString(0), person);

    public void AddName(long person, string name, bool isShown, long? correction) =>
        session.Execute("insert into person_name (person, name, is_shown, correction) values ($1, $2, $3, $4)", person, name, isShown ? 1L : 0L, correction);

    /// <summary>From now on, one person is another.</summary>
    public void AddHeir(long person, long heir, long correction) => session.Execute("insert into person_heir (person, heir, correction) values ($1, $2, $3)", person, heir, correction);

    /// <summary>Whoever has the name of an entity in its document is a person.</summary>
    /// <param name="entity">The row of the entity.</param>
    /// <param name="person">The row of the person.</param>
    /// <param name="correction">By which correction.</param>
    /// <param name="adopts">Whether whoever is linked to the entity is that person too.</param>
    public void Pin(long entity, long person, long correction, bool adopts = false)
    {
        session.Execute(
            """
            insert into pin (document, name, namesake, correction, person, adopts, before)
            select d.id, e.name, (select count(*) from entity o where o.version = e.version and o.name = e.name and o.chain < e.chain), $3, $2, $4, (select p.id from speaker p where p.number = e.speaker)
            from entity e join version v on v.number = e.version join document d on d.number = v.document where e.number = $1
            on conflict (document, name, namesake, correction) do nothing
            """,
            entity, person, correction, adopts ? 1L : 0L);
        _hasPins = true;
    }

    /// <summary>Whoever has a name in a document is a person.</summary>
    public void Pin(string document, string name, long person, long correction)
    {
        session.Execute(
            "insert into pin (document, name, namesake, correction, person, adopts) values ($1, $2, 0, $4, $3, 0) on conflict (document, name, namesake, correction) do nothing", document, name, person, correction);
        _hasPins = true;
    }

    /// <summary>The entities that a correction pinned.</summary>
    public IReadOnlyList<long> Pinned(long correction) => session.All(
        """
        select distinct e.number from pin i join document d on d.id = i.document join version v on v.document = d.number join entity e on e.version = v.number and e.name = i.name
        where i.correction = $1 and e.speaker is not null
        """,
        row => row.GetInt64(0), correction);

    /// <summary>Whose sightings a correction pinned, by their entities: the ids that the speakers had then.</summary>
    public IReadOnlyDictionary<long, string> Before(long correction) => session.All(
        """
        select e.number, i.before from pin i join document d on d.id = i.document join version v on v.document = d.number join entity e on e.version = v.number and e.name = i.name
        where i.correction = $1 and i.before is not null and e.speaker is not null
            and i.namesake = (select count(*) from entity o where o.version = e.version and o.name = e.name and o.chain < e.chain)
        """,
        row => (Entity: row.GetInt64(0), Before: row.GetString(1)), correction).ToDictionary(row => row.Entity, row => row.Before);

    /// <summary>Takes back what a correction said of people.</summary>
    public void Release(long correction)
    {
        foreach (var table in (string[])["pin", "person_name", "person_heir"])
            session.Execute($"delete from {table} where correction = $1", correction);
        RemoveIdle();
    }

    /// <summary>Lets go of what was said of a document, which is about to be taken out.</summary>
    public void Release(string document)
    {
        // Another sighting stands for a speaker whose own goes.
        foreach (var (person, correction) in session.All("select distinct person, correction from pin where document = $1 and adopts = 1", row => (row.GetInt64(0), row.GetInt64(1)), document))
        {
            var other = session.NullableCount(
                """
                select e.number from speaker p join entity e on e.speaker = p.number join version v on v.number = e.version join document d on d.number = v.document
                where p.person = $1 and d.id <> $2 order by coalesce(v.published, '9'), e.number limit 1
                """,
                person, document);
            if (other is { } entity)
                Pin(entity, person, correction, adopts: true);
        }

        session.Execute("delete from pin where document = $1", document);
        RemoveIdle();
    }

    /// <summary>Takes a person out, with all names and pins.</summary>
    public void Remove(long person)
    {
        session.Execute("update speaker set person = null where person = $1", person);
        session.Execute("delete from person where number = $1", person);
        _hasPins = null;
    }

    /// <summary>Forgets what is at hand.</summary>
    public void Forget()
    {
        _hasPins = null;
        List.Forget();
    }

    /// <summary>The person that somebody said a person is, or that person.</summary>
    public long HeirOf(long person)
    {
        for (var seen = new HashSet<long>(); seen.Add(person);)
        {
            if (session.NullableCount("select heir from person_heir where person = $1 order by correction desc limit 1", person) is { } heir)
                person = heir;
        }

        return person;
    }

    // Nobody says anything of them any more.
    private void RemoveIdle()
    {
        var gone = session.All(
            """
            select number from person q where is_listed = 0 and not exists (select 1 from pin where person = q.number) and not exists (select 1 from person_heir where heir = q.number)
            """,
            row => row.GetInt64(0));
        foreach (var person in gone)
        {
            session.Execute("update speaker set person = null where person = $1", person);
            session.Execute("delete from person where number = $1", person);
        }
    }
}
