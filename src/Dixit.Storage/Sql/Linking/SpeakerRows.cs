// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Dixit.Mentions;
using Dixit.Statements;
using Dixit.Storage.Sql.Decisions;

namespace Dixit.Storage.Sql.Linking;

/// <summary>Who is who across documents, as rows.</summary>
/// <remarks>Documents are linked one after the other, each with what the ones before it showed; how they were batched makes no difference.</remarks>
internal sealed partial class SpeakerRows(SqlSession session, Func<StatementReader> reader, PeopleRows people)
{
    private const int MostKnown = 16_384;

    private readonly HashSet<long> _touched = [];
    private readonly HashSet<long> _bereft = [];
    private readonly Dictionary<long, KnownSpeaker> _known = [];
    private SpeakerLinker? _linker;

    /// <summary>Called where one speaker turns out to be another: the first's statements must go over to the second.</summary>
    public Action<long, long>? Merged { get; set; }

    private SpeakerLinker Linker => _linker ??= new SpeakerLinker(reader());

    /// <summary>Gives the entities of a version that speak to their speakers.</summary>
    /// <returns>By chain, the row of the speaker.</returns>
    public Dictionary<int, long> Link(long version, string document, DateOnly? day)
    {
        var entities = session.All(
            """
            select number, chain, (select count(*) from entity o where o.version = e.version and o.name = e.name and o.chain < e.chain), name, kind, role, gender, aliases from entity e
            where version = $1 and exists (select 1 from attribution a where a.version = $1 and a.chain = e.chain) order by chain
            """,
            row => (Number: row.GetInt64(0), Chain: row.Int(1), Namesake: row.Int(2), Speaker: ReadSpeaker(row, 3)), version);
        var speakers = new Dictionary<int, long>();
        foreach (var entity in entities.OrderBy(entity => IsLeaning(entity.Speaker)))
        {
            var sighting = new SpeakerSighting(document, day, entity.Speaker) { Namesake = entity.Namesake };
            var speaker = Find(sighting) ?? FindBeside(sighting, speakers.Values) ?? Create(sighting);
            session.Execute("update entity set speaker = $2 where number = $1", entity.Number, speaker);
            Count(speaker, sighting);
            speakers[entity.Chain] = speaker;
        }

        return speakers;
    }

    /// <summary>Lets the entities of a version go.</summary>
    public void Unlink(long version)
    {
        foreach (var (speaker, name, role) in session.All("select speaker, name, role from entity where version = $1 and speaker is not null", row => (row.GetInt64(0), row.GetString(1), row.Text(2)), version))
        {
            session.Execute("update speaker_name set count = count - 1 where speaker = $1 and name = $2", speaker, name);
            if (role is not null)
                session.Execute("update speaker_role set count = count - 1 where speaker = $1 and role = $2", speaker, role);
            _touched.Add(speaker);
            _known.Remove(speaker);
            if (session.Scalar("select 1 from speaker p join version v on v.number = $2 join document d on d.number = v.document where p.number = $1 and p.first_document = d.id", speaker, version) is not null)
                _bereft.Add(speaker);
        }

        session.Execute("update entity set speaker = null where version = $1", version);
    }

    /// <summary>Makes one speaker of two: the first goes up in the second, and its id leads there. Whom people decided about stays as they said.</summary>
    public void Merge(long from, long into)
    {
        if (!IsDecided(from))
            Join(from, into);
    }

    /// <summary>Whether nothing that is known of two speakers speaks against their being one.</summary>
    public bool MayBeOne(long one, long other) => Linker.MayBeOne(Known(one), Known(other));

    /// <summary>Makes one speaker of two if what both are reported to have said is proof enough.</summary>
    public void Prove(long one, long other, double proof)
    {
        if (one == other || !Linker.Suffices(proof, Known(one), Known(other)))
            return;
        // Whoever is known by a name takes in who is not; of two alike, the one that was there first.
        var isLeaning = (One: IsLeaning(one), Other: IsLeaning(other));
        var (from, into) = isLeaning.One != isLeaning.Other ? isLeaning.One ? (one, other) : (other, one) : (Math.Max(one, other), Math.Min(one, other));
        Merge(from, into);
    }

    /// <summary>As <see cref="Merge"/>, whatever people decided before.</summary>
    public void Join(long from, long into)
    {
        Merged?.Invoke(from, into);
        session.Execute("update entity set speaker = $2 where speaker = $1", from, into);
        session.Execute(
            "insert into speaker_name (speaker, name, folded, count) select $2, name, folded, count from speaker_name where speaker = $1 on conflict (speaker, name) do update set count = count + excluded.count",
            from, into);
        session.Execute(
            """
            insert into speaker_role (speaker, role, first, last, count) select $2, role, first, last, count from speaker_role where speaker = $1
            on conflict (speaker, role) do update set count = count + excluded.count, first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
                last = max(coalesce(last, excluded.last), coalesce(excluded.last, last))
            """,
            from, into);
        session.Execute("insert into speaker_key (key, speaker) select key, $2 from speaker_key where speaker = $1 on conflict do nothing", from, into);
        session.Execute("update speaker_sign set speaker = $2 where speaker = $1", from, into);
        var gone = ReadFirst(from);
        Extend(into, gone.First, gone.Last, gone.Document, gone.Name);
        Lead(gone.Id, (string)session.Scalar("select id from speaker where number = $1", into)!);
        session.Execute("delete from speaker where number = $1", from);
        _touched.Remove(from);
        _touched.Add(into);
        _known.Remove(from);
        _known.Remove(into);
    }

    /// <summary>Takes away whom nothing shows any more, before anybody is linked anew: else an id would seem taken by somebody who is gone.</summary>
    public void TakeAwayGone()
    {
        foreach (var speaker in _touched.Where(speaker => session.NullableCount("select 1 from entity where speaker = $1 limit 1", speaker) is null).ToList())
        {
            session.Execute("delete from speaker where number = $1", speaker);
            _touched.Remove(speaker);
            _bereft.Remove(speaker);
            _known.Remove(speaker);
        }
    }

    /// <summary>Brings ids and names in step with what was linked and unlinked, and takes away whom nothing shows any more.</summary>
    public void Settle()
    {
        foreach (var speaker in _touched)
        {
            if (session.NullableCount("select 1 from entity where speaker = $1 limit 1", speaker) is null)
            {
                session.Execute("delete from speaker where number = $1", speaker);
                _known.Remove(speaker);
                continue;
            }

            if (session.Execute("delete from speaker_name where speaker = $1 and count < 0", speaker) + session.Execute("delete from speaker_role where speaker = $1 and count <= 0", speaker) > 0)
                _known.Remove(speaker);
            session.Execute("update speaker set name = $2 where number = $1", speaker, people.ShownName(speaker) ?? BestName(speaker));
            if (_bereft.Contains(speaker))
                FindFirst(speaker);
        }

        _bereft.Clear();
        _touched.Clear();
        if (_known.Count > MostKnown)
            _known.Clear();
    }

    /// <summary>Forgets what is known of speakers, which somebody else may change or has changed.</summary>
    public void LetGo() => _known.Clear();

    /// <summary>Forgets a batch that was dropped.</summary>
    public void Forget()
    {
        _touched.Clear();
        _bereft.Clear();
        _known.Clear();
    }

    private static Speaker ReadSpeaker(SqlRow row, int column) => new(row.GetString(column), row.Name<SpeakerKind>(column + 1))
    {
        Role = row.Text(column + 2),
        Gender = row.Name<Gender>(column + 3),
        Aliases = row.Strings(column + 4),
    };

    private long? Find(SpeakerSighting sighting)
    {
        if (people.FindPinned(sighting) is not { } pinned)
            return FindLinked(sighting);
        var speaker = people.SpeakerOf(pinned.Person);
        if (!pinned.Adopts || FindLinked(sighting) is not { } linked || IsDecided(linked))
            return speaker ?? Create(sighting, pinned.Person);
        if (speaker is null)
            Adopt(linked, pinned.Person);
        else
            Join(linked, speaker.Value);
        return speaker ?? linked;
    }

    private long? FindLinked(SpeakerSighting sighting)
    {
        if (FindListed(sighting) is { } listed)
            return listed;
        var sign = SignOf(sighting.Speaker);
        if (sign is not null && session.NullableCount("select speaker from speaker_sign where sign = $1", sign) is { } same)
            return same;
        var candidates = new HashSet<long>();
        foreach (var key in Linker.Keys(sighting.Speaker))
            candidates.UnionWith(session.All("select speaker from speaker_key where key = $1", row => row.GetInt64(0), key));
        var link = Linker.Propose(sighting, candidates.Where(candidate => !IsRuledOut(sighting, candidate)).Select(Known));
        if (link.Id is null)
            return null;
        var speaker = long.Parse(link.Id);
        if (sign is not null)
            session.Execute("insert into speaker_sign (sign, speaker) values ($1, $2)", sign, speaker);
        return speaker;
    }

    private long Create(SpeakerSighting sighting, long? person = null, string? kept = null)
    {
        var speaker = sighting.Speaker;
        var given = kept ?? (person is { } decided ? people.IdOf(decided) : null);
        var id = given ?? sighting.EvidenceId;
        for (var i = 2; session.Scalar("select 1 from speaker where id = $1", id) is not null || (given is null && people.IsTaken(id)); i++)
            id = StatementId.OfSpeaker(sighting.Document, $"{speaker.Name}\n{i}"); // Two people of one name in one document.
        session.Execute("delete from former where id = $1", id);
        var number = session.Insert(
            "insert into speaker (id, name, kind, gender, first, last, first_document, first_name, is_leaning) values ($1, $2, $3, $4, $5, $5, $6, $2, $7) returning number",
            id, speaker.Name, RowValues.Of(speaker.Kind), speaker.Gender == Gender.Unknown ? null : RowValues.Of(speaker.Gender), RowValues.Of(sighting.Date), sighting.Document, IsLeaning(speaker) ? 1L : 0L);
        if (person is { } known)
        {
            // Others who look the same need not be the same: no sign.
            session.Execute("update speaker set person = $2, is_leaning = 0 where number = $1", number, known);
            people.Keep(known, id);
            AddGiven(number);
        }
        else if (kept is null && SignOf(speaker) is { } sign)
        {
            session.Execute("insert into speaker_sign (sign, speaker) values ($1, $2)", sign, number);
        }

        return number;
    }

    /// <summary>Adds what a sighting shows to its speaker.</summary>
    private void Count(long number, SpeakerSighting sighting)
    {
        var speaker = sighting.Speaker;
        var day = RowValues.Of(sighting.Date);
        var isNew = CountName(number, speaker.Name, 1);
        var hasNewRole = false;
        foreach (var alias in speaker.Aliases)
            isNew |= CountName(number, alias, 0);
        if (speaker.Role is { } role)
        {
            hasNewRole = session.Scalar("select 1 from speaker_role where speaker = $1 and role = $2", number, role) is null;
            isNew |= hasNewRole;
            session.Execute(
                """
                insert into speaker_role (speaker, role, first, last, count) values ($1, $2, $3, $3, 1)
                on conflict (speaker, role) do update set count = count + 1, first = min(coalesce(first, $3), coalesce($3, first)), last = max(coalesce(last, $3), coalesce($3, last))
                """,
                number, role, day);
            // Known as it stands, whatever batch the document is in.
            if (_known.TryGetValue(number, out var known) && !known.Roles.Any(held => held.Role == role && (sighting.Date is null || (held.From <= sighting.Date && sighting.Date <= held.To))))
                _known.Remove(number);
        }

        if (speaker.Gender != Gender.Unknown && session.Execute("update speaker set gender = $2 where number = $1 and gender is null", number, RowValues.Of(speaker.Gender)) > 0)
            _known.Remove(number);
        Extend(number, day, day, sighting.Document, speaker.Name);
        _touched.Add(number);
        if (!isNew)
            return;
        _known.Remove(number);
        var keys = Linker.Keys(Known(number));
        foreach (var key in keys)
            session.Execute("insert into speaker_key (key, speaker) values ($1, $2) on conflict do nothing", key, number);
        if (IsLeaning(speaker))
            return;
        TakeInWhoLeans(number, keys);
        if (hasNewRole)
            TakeInWhoStandsBeside(number);
    }

    // « Le chef de l'OTAN » of an earlier document, once a later one names him.
    private void TakeInWhoLeans(long number, IReadOnlyList<string> keys)
    {
        var leaning = new SortedSet<long>();
        foreach (var key in keys)
            leaning.UnionWith(session.All("select k.speaker from speaker_key k join speaker p on p.number = k.speaker where k.key = $1 and p.is_leaning = 1 and p.number <> $2", row => row.GetInt64(0), key, number));
        foreach (var other in leaning)
        {
            var known = Known(other);
            var seen = new SpeakerSighting("", known.From, new Speaker(known.Name, known.Kind) { Role = known.Roles.Count > 0 ? known.Roles[0].Role : null, Gender = known.Gender, Aliases = known.Aliases });
            var candidates = new HashSet<long>();
            foreach (var key in Linker.Keys(seen.Speaker))
                candidates.UnionWith(session.All("select k.speaker from speaker_key k join speaker p on p.number = k.speaker where k.key = $1 and p.is_leaning = 0", row => row.GetInt64(0), key));
            if (Linker.Propose(seen, candidates.Where(candidate => !IsRuledOut(seen, candidate)).Select(Known)).Id == number.ToString())
                Merge(other, number);
        }
    }

    private long? FindBeside(SpeakerSighting sighting, IReadOnlyCollection<long> named)
    {
        if (!IsLeaning(sighting.Speaker) || people.FindPinned(sighting) is not null)
            return null;
        return Linker.ProposeBeside(sighting, named.Distinct().Select(Known)).Id is { } id ? long.Parse(id) : null;
    }

    // « La ministre » of an earlier document that names her too, once a later one tells what she is.
    private void TakeInWhoStandsBeside(long number)
    {
        var leaning = session.All(
            """
            select distinct o.version, o.speaker from entity e join entity o on o.version = e.version join speaker p on p.number = o.speaker
            where e.speaker = $1 and p.is_leaning = 1 and p.person is null and o.kind = 'person' order by o.version, o.speaker
            """,
            row => (Version: row.GetInt64(0), Speaker: row.GetInt64(1)), number);
        foreach (var (version, other) in leaning)
        {
            if (session.NullableCount("select 1 from speaker where number = $1", other) is null)
                continue; // taken in by now
            var known = Known(other);
            var seen = new SpeakerSighting("", known.From, new Speaker(known.Name, known.Kind) { Gender = known.Gender });
            var named = session.All("select distinct o.speaker from entity o join speaker p on p.number = o.speaker where o.version = $1 and p.is_leaning = 0", row => row.GetInt64(0), version);
            if (Linker.ProposeBeside(seen, named.Select(Known)).Id == number.ToString())
                Merge(other, number);
        }
    }

    /// <summary>Counts a name, and tells whether it is a new one.</summary>
    private bool CountName(long speaker, string name, long count)
    {
        if (session.Execute("update speaker_name set count = count + $3 where speaker = $1 and name = $2", speaker, name, count) > 0)
            return false;
        session.Execute("insert into speaker_name (speaker, name, folded, count) values ($1, $2, $3, $4)", speaker, name, reader().Read(name).Folded, count);
        return true;
    }

    /// <summary>Widens the days on which a speaker was seen; earlier evidence gives another id, and the old one leads to it.</summary>
    private void Extend(long speaker, string? first, string? last, string document, string name)
    {
        var known = ReadFirst(speaker);
        if (last is not null && string.CompareOrdinal(last, known.Last) > 0)
        {
            session.Execute("update speaker set last = $2 where number = $1", speaker, last);
            _known.Remove(speaker);
        }

        var order = string.CompareOrdinal(first ?? "9", known.First ?? "9");
        if (order == 0)
            order = string.CompareOrdinal(document, known.Document);
        if (order < 0)
            MoveFirst(speaker, known.Id, first, document, name);
    }

    private void MoveFirst(long speaker, string before, string? first, string document, string name)
    {
        // Once somebody decided about a speaker, the id is a name that people use.
        var id = IsDecided(speaker) ? before : StatementId.OfSpeaker(document, name);
        if (id != before && (session.Scalar("select 1 from speaker where id = $1", id) is not null || people.IsTaken(id)))
            return;
        session.Execute("delete from former where id = $1", id);
        session.Execute("update speaker set id = $2, first = $3, first_document = $4, first_name = $5 where number = $1", speaker, id, first, document, name);
        _known.Remove(speaker);
        if (id != before)
            Lead(before, id);
    }

    /// <summary>Looks for the first evidence anew, where the document that was it may be gone.</summary>
    private void FindFirst(long speaker)
    {
        var known = ReadFirst(speaker);
        var (first, document, name) = session.First(
            """
            select v.published, d.id, e.name from entity e join version v on v.number = e.version join document d on d.number = v.document
            where e.speaker = $1 order by coalesce(v.published, '9'), d.id, e.name limit 1
            """,
            row => (row.Text(0), row.GetString(1), row.GetString(2)), speaker);
        if ((document, name) != (known.Document, known.Name))
            MoveFirst(speaker, known.Id, first, document, name);
    }

    // A name before a description, a full name before a bare one, then the most frequent.
    private string BestName(long speaker)
    {
        var names = session.All("select name, count from speaker_name where speaker = $1 and count > 0", row => (Name: row.GetString(0), Count: row.GetInt64(1)), speaker);
        var isPerson = session.Scalar("select kind from speaker where number = $1", speaker) as string == RowValues.Of(SpeakerKind.Person);
        return names.OrderByDescending(item => IsName(item.Name, isPerson)).ThenByDescending(item => item.Name.Contains(' ')).ThenByDescending(item => item.Count)
            .ThenByDescending(item => item.Name.Length).ThenBy(item => item.Name, StringComparer.Ordinal).First().Name;
    }

    private void Lead(string id, string heir)
    {
        session.Execute("update former set heir = $2 where heir = $1", id, heir);
        session.Execute("insert into former (id, heir) values ($1, $2) on conflict (id) do update set heir = $2", id, heir);
    }

    private (string Id, string? First, string? Last, string Document, string Name) ReadFirst(long speaker) => session.First(
        "select id, first, last, first_document, first_name from speaker where number = $1", row => (row.GetString(0), row.Text(1), row.Text(2), row.GetString(3), row.GetString(4)), speaker);

    /// <summary>A speaker as the linker sees it; its number stands for the id, which may change.</summary>
    private KnownSpeaker Known(long number)
    {
        if (_known.TryGetValue(number, out var known))
            return known;
        var names = session.All("select name from speaker_name where speaker = $1 order by name", row => row.GetString(0), number);
        var roles = session.All("select role, first, last from speaker_role where speaker = $1 order by role", row => new KnownRole(row.GetString(0), row.Day(1), row.Day(2)), number);
        known = session.First(
            "select first_name, kind, gender, first, last from speaker where number = $1",
            row => new KnownSpeaker(number.ToString(), Fullest(names, row.GetString(0), row.Name<SpeakerKind>(1) == SpeakerKind.Person), row.Name<SpeakerKind>(1))
            {
                Gender = row.Name<Gender>(2),
                From = row.Day(3),
                To = row.Day(4),
                Roles = roles,
            },
            number)!;
        known = known with { Aliases = [.. names.Where(name => name != known.Name)] };
        _known[number] = known;
        return known;
    }

    private static bool IsName(string name, bool isPerson) => isPerson ? SpeakerLinker.IsPersonal(name) : char.IsUpper(name[0]);

    private static string Fullest(List<string> names, string first, bool isPerson) =>
        names.Where(name => IsName(name, isPerson)).OrderByDescending(name => name.Count(character => character == ' ')).ThenByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault() ?? first;

    private bool IsLeaning(long speaker) => session.Count("select is_leaning from speaker where number = $1", speaker) != 0;

    // Whom a document names in full, or a body, is known by that; the others only beside something else.
    private static bool IsLeaning(Speaker speaker) =>
        speaker.Kind is SpeakerKind.Anonymous or SpeakerKind.Unknown || (speaker.Kind == SpeakerKind.Person && !(SpeakerLinker.IsPersonal(speaker.Name) && speaker.Name.Contains(' ')));

    private static byte[]? SignOf(Speaker speaker) => IsLeaning(speaker)
        ? null
        : SHA256.HashData(Encoding.UTF8.GetBytes($"{speaker.Kind}\n{speaker.Name}\n{speaker.Role}\n{speaker.Gender}\n{string.Join('\n', speaker.Aliases)}"))[..12];
}
