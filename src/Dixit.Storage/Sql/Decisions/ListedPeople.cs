// SPDX-License-Identifier: Apache-2.0
using Dixit.Mentions;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Decisions;

/// <summary>The people of a user's own list, as rows.</summary>
/// <remarks>They come before all that documents show: whoever holds a role on a day by the list holds it, and nobody else of the list does.</remarks>
internal sealed class ListedPeople(SqlSession session)
{
    private readonly Dictionary<long, Listed> _atHand = [];
    private bool? _areThere;

    /// <summary>Whether there is a list at all.</summary>
    public bool AreThere => _areThere ??= session.Scalar("select 1 from person where is_listed = 1 limit 1") is not null;

    /// <summary>Whether a person is of the list.</summary>
    public bool Contains(long person) => AreThere && session.Count("select is_listed from person where number = $1", person) != 0;

    /// <summary>Takes somebody in.</summary>
    /// <param name="person">Who it is.</param>
    /// <param name="keys">By what to find the person.</param>
    /// <param name="likely">The speaker that documents show who seems to be that person, or null.</param>
    /// <returns>The row, and whether it was of the list before; null where nothing is new.</returns>
    public (long Person, bool WasKnown)? Put(ListedPerson person, IReadOnlyList<string> keys, long? likely)
    {
        var known = Find(person);
        if (known is { } same && Read(same) is var listed && Describe(listed.Known) == Describe(person.Name, person.Kind, person.Aliases, person.Gender, person.Roles) && listed.Wikidata == person.Wikidata)
            return null;
        var row = known ?? TakeUp(likely);
        session.Execute(
            "update person set kind = $2, gender = $3, wikidata = $4, is_listed = 1 where number = $1",
            row, RowValues.Of(person.Kind), person.Gender == Gender.Unknown ? null : RowValues.Of(person.Gender), person.Wikidata);
        session.Execute("delete from person_name where person = $1 and correction is null", row);
        foreach (var table in (string[])["person_role", "person_key"])
            session.Execute($"delete from {table} where person = $1", row);
        foreach (var name in person.Aliases.Where(alias => alias != person.Name).Distinct().Prepend(person.Name))
            session.Execute("insert into person_name (person, name, is_shown) values ($1, $2, $3)", row, name, name == person.Name ? 1L : 0L);
        foreach (var role in person.Roles)
            session.Execute("insert into person_role (person, role, first, last) values ($1, $2, $3, $4)", row, role.Role, RowValues.Of(role.From), RowValues.Of(role.To));
        foreach (var key in keys)
            session.Execute("insert into person_key (key, person) values ($1, $2) on conflict do nothing", key, row);
        Forget();
        return (row, known is not null);
    }

    /// <summary>Those who share a key, each as it is known on a day: with the roles held then.</summary>
    public IEnumerable<KnownSpeaker> WithKeys(IEnumerable<string> keys, DateOnly? day)
    {
        var people = new SortedSet<long>();
        foreach (var key in keys)
            people.UnionWith(session.All("select person from person_key where key = $1", row => row.GetInt64(0), key));
        return people.Select(person => On(Read(person).Known, day));
    }

    /// <summary>Somebody with all roles of the list, whenever they were held.</summary>
    public KnownSpeaker AtAnyTime(long person) => Read(person).Known with { Roles = [.. Read(person).Known.Roles.Select(role => new KnownRole(role.Role, null, null))] };

    /// <summary>Forgets what is at hand.</summary>
    public void Forget()
    {
        _areThere = null;
        _atHand.Clear();
    }

    // The bounds of a list are days, not sightings: a role is held on this day, or it is not.
    // The others still tell in what field of public life somebody is known.
    private static KnownSpeaker On(KnownSpeaker known, DateOnly? day) => known with
    {
        Roles = [.. known.Roles.Select(role => IsHeld(role, day) ? new KnownRole(role.Role, day, day) : new KnownRole(role.Role, DateOnly.MinValue, DateOnly.MinValue))],
    };

    private static bool IsHeld(KnownRole role, DateOnly? day) => day is null || ((role.From is null || role.From <= day) && (role.To is null || day <= role.To));

    // Whoever was decided about before stays the same person; whoever was not keeps the id at least.
    private long TakeUp(long? likely)
    {
        var decided = session.NullableCount("select q.number from speaker p join person q on q.number = p.person where p.number = $1 and q.is_listed = 0", likely);
        return decided ?? session.Insert(
            "insert into person (is_listed, id) values (1, (select id from speaker p where p.number = $1 and not exists (select 1 from person q where q.id = p.id))) returning number", likely);
    }

    private long? Find(ListedPerson person) =>
        (person.Wikidata is { } id ? session.NullableCount("select number from person where is_listed = 1 and wikidata = $1", id) : null)
        ?? session.NullableCount(
            "select q.number from person q join person_name n on n.person = q.number where q.is_listed = 1 and n.correction is null and n.is_shown = 1 and n.name = $1 and ($2 is null or q.wikidata is null) limit 1", person.Name, person.Wikidata);

    private Listed Read(long person)
    {
        if (_atHand.TryGetValue(person, out var listed))
            return listed;
        var names = session.All("select name, is_shown from person_name where person = $1 and correction is null order by name", row => (Name: row.GetString(0), IsShown: row.GetInt64(1) != 0), person);
        var name = names.Find(name => name.IsShown).Name;
        listed = session.First("select kind, gender, wikidata from person where number = $1", row => Read(row, person, name), person)!;
        listed = listed with
        {
            Known = listed.Known with
            {
                Aliases = [.. names.Where(other => other.Name != name).Select(other => other.Name)],
                Roles = session.All("select role, first, last from person_role where person = $1 order by role, first", row => new KnownRole(row.GetString(0), row.Day(1), row.Day(2)), person),
            },
        };
        _atHand[person] = listed;
        return listed;
    }

    private static Listed Read(SqlRow row, long person, string name) => new(new KnownSpeaker(person.ToString(), name, row.Name<SpeakerKind>(0)) { Gender = row.Name<Gender>(1) }, row.Text(2));

    private static string Describe(KnownSpeaker known) => Describe(known.Name, known.Kind, known.Aliases, known.Gender, known.Roles);

    private static string Describe(string name, SpeakerKind kind, IReadOnlyList<string> aliases, Gender gender, IReadOnlyList<KnownRole> roles) => string.Join(
        '\n',
        [name, $"{kind} {gender}", .. aliases.Where(alias => alias != name).Distinct().Order(StringComparer.Ordinal), "", .. roles.Select(role => role.ToString()).Order(StringComparer.Ordinal)]);

    private sealed record Listed(KnownSpeaker Known, string? Wikidata);
}
