// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;

namespace Dixit.Statements;

/// <summary>Proposes which speaker of a document is which speaker of the archive. What it answers depends on what it is asked alone; safe for many threads.</summary>
/// <remarks>
/// A wrong join puts words into somebody's mouth, so what is not shown stays apart: namesakes in two fields of public life, of two
/// genders or of two ages; a bare surname without a role or body in common; a role that two people hold.
/// </remarks>
public sealed class SpeakerLinker(StatementReader reader)
{
    private const int LongestLife = 70 * 366; // days between two sightings of one person
    private const int StoryDays = 7;          // between two reports of one occasion
    private const double LeastProof = 0.85;   // of all statements together that prove their speaker
    private const double LeastOfNamesakes = 0.4; // of those whose names fit
    private const int LeastOfDescription = 2; // one word of so many that two descriptions of one speaker share
    private const float FullWeight = 3.5f;    // of a statement that proves: « l'enquête est en cours » proves nobody
    private const float LeastWeight = 1.9f;
    private const int RoleSlack = 550;        // days beyond those on which a role was seen that its holder may hold it
    private const int MostRoles = 4096;       // kept read
    private const int MostNames = 16384;

    // The same names and roles come again and again.
    private readonly ReadingMemo<string[]> _names = new(PersonName.Words, MostNames);
    private readonly ReadingMemo<StatementText> _texts = new(text => reader.Read(text), MostRoles);
    private readonly ReadingMemo<SpeakerField> _fields = new(reader.Field, MostRoles);

    /// <summary>The keys under which a speaker is to be looked for: candidates share at least one.</summary>
    public IReadOnlyList<string> Keys(Speaker speaker)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        return Keys(speaker.Name, speaker.Kind, speaker.Aliases, speaker.Role is { } role ? [role] : []);
    }

    /// <summary>The keys of a known speaker.</summary>
    public IReadOnlyList<string> Keys(KnownSpeaker speaker)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        return Keys(speaker.Name, speaker.Kind, speaker.Aliases, speaker.Roles.Select(role => role.Role));
    }

    /// <summary>Whose sighting it is, of the speakers given.</summary>
    /// <param name="sighting">The speaker of a document.</param>
    /// <param name="known">The known speakers that share a key; others do no harm.</param>
    public SpeakerLink Propose(SpeakerSighting sighting, IEnumerable<KnownSpeaker> known)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        ArgumentNullException.ThrowIfNull(known);
        var best = default(SpeakerLink);
        var holders = 0;
        foreach (var candidate in known.OrderBy(speaker => speaker.Id, StringComparer.Ordinal))
        {
            var rule = Relate(sighting, candidate);
            if (rule == SpeakerLinkRule.New)
                continue;
            if (best.Rule == SpeakerLinkRule.New || rule < best.Rule)
                (best, holders) = (new SpeakerLink(candidate.Id, rule), 1);
            else if (rule == best.Rule)
                holders++;
        }

        // Two people fit equally well: neither is proved.
        return holders == 1 ? best : default;
    }

    /// <summary>Whose sighting it is that has no name, of the speakers whom the same document names: « la ministre » beside « Maren Dahl ».</summary>
    /// <param name="sighting">The speaker of a document.</param>
    /// <param name="named">Those whom the document names, with the roles that the archive knows of them.</param>
    /// <remarks>In a document that names its holder, an office alone is evidence enough, if nobody else in it holds one like that.</remarks>
    public SpeakerLink ProposeBeside(SpeakerSighting sighting, IEnumerable<KnownSpeaker> named)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        ArgumentNullException.ThrowIfNull(named);
        var speaker = sighting.Speaker;
        if (speaker.Kind != SpeakerKind.Person || IsPersonal(speaker.Name))
            return default;
        var holders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var known in named)
        {
            if (known.Kind == SpeakerKind.Person && IsPersonal(known.Name) && !GendersDiffer(speaker.Gender, known.Gender)
                && known.Roles.Any(held => IsHeld(held, sighting.Date) && IsShortFor(speaker.Name, held.Role)))
            {
                holders.Add(known.Id);
            }
        }

        return holders.Count == 1 ? new SpeakerLink(holders.First(), SpeakerLinkRule.Role) : default;
    }

    /// <summary>Groups the sightings of an archive, whatever their order: full names first, then what leans on them.</summary>
    public IReadOnlyList<(KnownSpeaker Speaker, IReadOnlyList<SpeakerSighting> Sightings)> Group(IEnumerable<SpeakerSighting> sightings)
    {
        ArgumentNullException.ThrowIfNull(sightings);
        var ordered = sightings.OrderBy(sighting => Standing(sighting.Speaker)).ThenBy(sighting => sighting.Date ?? DateOnly.MaxValue)
            .ThenBy(sighting => sighting.Document, StringComparer.Ordinal).ThenBy(sighting => sighting.Speaker.Name, StringComparer.Ordinal).ToList();
        var groups = new Dictionary<string, (KnownSpeaker Speaker, List<SpeakerSighting> Sightings)>(StringComparer.Ordinal);
        var byKey = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var byDocument = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var sighting in ordered)
        {
            var near = Keys(sighting.Speaker).SelectMany(key => byKey.TryGetValue(key, out var ids) ? ids : []).Distinct();
            var link = Propose(sighting, near.Select(id => groups[id].Speaker));
            if (link.Id is null && byDocument.TryGetValue(sighting.Document, out var beside))
                link = ProposeBeside(sighting, beside.Select(id => groups[id].Speaker));
            var id = link.Id ?? sighting.EvidenceId;
            if (!groups.TryGetValue(id, out var group))
                group = (Describe(sighting), []);
            group.Sightings.Add(sighting);
            group.Speaker = link.Id is null ? group.Speaker : Merge(group.Speaker, sighting);
            groups[id] = group;
            if (!byDocument.TryGetValue(sighting.Document, out var here))
                byDocument.Add(sighting.Document, here = new HashSet<string>(StringComparer.Ordinal));
            here.Add(id);
            foreach (var key in Keys(group.Speaker))
            {
                if (!byKey.TryGetValue(key, out var ids))
                    byKey.Add(key, ids = new HashSet<string>(StringComparer.Ordinal));
                ids.Add(id);
            }
        }

        return [.. groups.Values.Select(group => (WithEarliestId(group.Speaker, group.Sightings), (IReadOnlyList<SpeakerSighting>)group.Sightings))
            .OrderBy(group => group.Item1.Id, StringComparer.Ordinal)];
    }

    /// <summary>As <see cref="Group(IEnumerable{SpeakerSighting})"/>, where the same statement told in two documents is evidence too.</summary>
    /// <param name="sightings">The sightings.</param>
    /// <param name="said">What each of them is reported to have said; one that is not in it said nothing.</param>
    /// <remarks>« Une passante » here and « une habitante » there are one if a sentence of theirs is, and nothing else speaks against it.</remarks>
    public IReadOnlyList<(KnownSpeaker Speaker, IReadOnlyList<SpeakerSighting> Sightings)> Group(IEnumerable<SpeakerSighting> sightings, IReadOnlyDictionary<SpeakerSighting, IReadOnlyList<StatementContent>> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var groups = Group(sightings).Select(group => (group.Speaker, Sightings: group.Sightings.ToList())).ToDictionary(group => group.Speaker.Id, StringComparer.Ordinal);
        var proofs = new Dictionary<(string One, string Other), double>();
        var index = new StatementIndex<(string Id, StatementContent Content)>();
        foreach (var (id, group) in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // A sentence that was copied ten times proves no more than once.
            var contents = group.Sightings.SelectMany(sighting => said.TryGetValue(sighting, out var contents) ? contents : []).Order().DistinctBy(content => (content.Document, content.Text.Folded)).ToList();
            var best = new Dictionary<(string Other, string Folded), double>();
            foreach (var content in contents)
            {
                foreach (var (other, same) in index.Candidates(content.Text))
                {
                    if (Prove(content, same) is > 0 and var proof)
                        best[(other, content.Text.Folded)] = Math.Max(proof, best.GetValueOrDefault((other, content.Text.Folded)));
                }
            }

            foreach (var ((other, _), proof) in best)
                proofs[(other, id)] = proofs.GetValueOrDefault((other, id)) + proof;
            foreach (var content in contents)
                index.Add((id, content), content.Text);
        }

        var heirs = groups.Keys.ToDictionary(id => id, StringComparer.Ordinal);
        foreach (var ((one, other), proof) in proofs.OrderByDescending(link => Math.Round(link.Value, 9)).ThenBy(link => link.Key.One, StringComparer.Ordinal).ThenBy(link => link.Key.Other, StringComparer.Ordinal))
        {
            var (into, from) = (Heir(heirs, one), Heir(heirs, other));
            if (into == from || !Suffices(proof, groups[into].Speaker, groups[from].Speaker))
                continue;
            var merged = groups[into];
            foreach (var sighting in groups[from].Sightings)
            {
                merged.Speaker = Merge(merged.Speaker, sighting);
                merged.Sightings.Add(sighting);
            }

            groups[into] = merged;
            groups.Remove(from);
            heirs[from] = into;
        }

        return [.. groups.Values.Select(group => (WithEarliestId(group.Speaker, group.Sightings), (IReadOnlyList<SpeakerSighting>)group.Sightings)).OrderBy(group => group.Item1.Id, StringComparer.Ordinal)];
    }

    /// <summary>How much two contents of two documents go to prove that one speaker said them, whoever that is; 0 for nothing.</summary>
    /// <remarks>The likelihood that they say the same, less for a short one. What several contents prove adds up.</remarks>
    public static double Prove(StatementContent one, StatementContent other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var weight = Math.Min(one.Text.Weight, other.Text.Weight);
        if (one.Document == other.Document || weight < LeastWeight)
            return 0;
        if (one.Date is { } day && other.Date is { } otherDay && Math.Abs(day.DayNumber - otherDay.DayNumber) > StoryDays)
            return 0;
        var comparison = StatementComparer.Compare(one.Text, other.Text);
        return comparison.AreOne ? comparison.Similarity * Math.Min(1, weight / FullWeight) : 0;
    }

    /// <summary>Whether what two speakers are both reported to have said proves them one.</summary>
    /// <param name="proof">The sum of what <see cref="Prove"/> gives for their contents.</param>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public bool Suffices(double proof, KnownSpeaker one, KnownSpeaker other)
    {
        if (!MayBeOne(one, other))
            return false;
        return proof >= LeastProof || (proof >= LeastOfNamesakes && NamesFit(one, other));
    }

    /// <summary>Whether nothing speaks against two known speakers being one: names, kinds, genders, fields, times.</summary>
    public bool MayBeOne(KnownSpeaker one, KnownSpeaker other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if ((one.Kind == SpeakerKind.Anonymous) != (other.Kind == SpeakerKind.Anonymous))
            return false; // who asked not to be named is not to be named by us
        if (IsPersons(one.Kind) != IsPersons(other.Kind) && one.Kind != SpeakerKind.Unknown && other.Kind != SpeakerKind.Unknown)
            return false;
        if (GendersDiffer(one.Gender, other.Gender))
            return false;
        if (IsPersonal(one.Name) && IsPersonal(other.Name) && !ProperNamesFit(one, other))
            return false;
        return !IsTooFar(one.From, other) && !IsTooFar(one.To, other) && !Offices(one).Any(role => FieldsDiffer(role, other));
    }

    private bool ProperNamesFit(KnownSpeaker one, KnownSpeaker other) =>
        PersonName.Compare(_names[one.Name], _names[other.Name]) != NameLikeness.None || PersonName.IsGivenNameOf(_names[one.Name], _names[other.Name]) || (!IsPersons(one.Kind) && !IsPersons(other.Kind) && DescriptionsFit(one.Name, other.Name));

    private bool NamesFit(KnownSpeaker one, KnownSpeaker other) =>
        Fold(one.Name) == Fold(other.Name)
        || (IsPersons(one.Kind) && IsPersons(other.Kind) && IsPersonal(one.Name) && IsPersonal(other.Name) ? PersonName.Compare(_names[one.Name], _names[other.Name]) != NameLikeness.None : DescriptionsFit(one.Name, other.Name));

    // « les diplomates de l'ONU », « les diplomates des Nations unies »: half of the words, in whatever form, are the same.
    private bool DescriptionsFit(string one, string other)
    {
        var a = _texts[one].Units;
        var b = _texts[other].Units;
        if (a.IsEmpty || b.IsEmpty || a.Length > UnitMatching.Longest || b.Length > UnitMatching.Longest)
            return false;
        Span<int> ofA = stackalloc int[a.Length];
        Span<int> ofB = stackalloc int[b.Length];
        _ = new UnitMatching(a, b, ofA, ofB);
        var shared = a.Length - ofA.Count(-1);
        return shared * LeastOfDescription >= Math.Max(a.Length, b.Length);
    }

    // What is known of somebody without a name is the description by which he goes.
    private static IEnumerable<string> Offices(KnownSpeaker speaker) =>
        speaker.Kind == SpeakerKind.Person && !IsPersonal(speaker.Name) ? speaker.Roles.Select(role => role.Role).Prepend(speaker.Name) : speaker.Roles.Select(role => role.Role);

    private static bool GendersDiffer(Gender one, Gender other) => one != other && one != Gender.Unknown && other != Gender.Unknown;

    private static bool IsPersons(SpeakerKind kind) => kind is SpeakerKind.Person or SpeakerKind.Anonymous;

    private static string Heir(Dictionary<string, string> heirs, string id)
    {
        while (heirs[id] != id)
            id = heirs[id];
        return id;
    }

    /// <summary>A known speaker of whom one sighting is all that is known.</summary>
    public KnownSpeaker Describe(SpeakerSighting sighting)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        var speaker = sighting.Speaker;
        return new KnownSpeaker(sighting.EvidenceId, speaker.Name, speaker.Kind)
        {
            Aliases = speaker.Aliases,
            Gender = speaker.Gender,
            Roles = RoleOf(speaker) is { } role ? [new KnownRole(role, sighting.Date, sighting.Date)] : [],
            From = sighting.Date,
            To = sighting.Date,
        };
    }

    /// <summary>A known speaker with what another sighting adds; the id stays.</summary>
    public KnownSpeaker Merge(KnownSpeaker known, SpeakerSighting sighting)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(sighting);
        var speaker = sighting.Speaker;
        var names = new List<string> { known.Name, speaker.Name };
        names.AddRange(known.Aliases);
        names.AddRange(speaker.Aliases);
        var name = IsFuller(speaker.Name, known.Name) ? speaker.Name : known.Name;
        var roles = known.Roles.ToList();
        if (RoleOf(speaker) is { } role)
        {
            var at = roles.FindIndex(other => Fold(other.Role) == Fold(role));
            if (at < 0)
                roles.Add(new KnownRole(role, sighting.Date, sighting.Date));
            else
                roles[at] = new KnownRole(roles[at].Role, Earlier(roles[at].From, sighting.Date), Later(roles[at].To, sighting.Date));
        }

        return known with
        {
            Name = name,
            Kind = known.Kind == SpeakerKind.Unknown ? speaker.Kind : known.Kind,
            Aliases = [.. names.Where(other => other != name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Roles = [.. roles.OrderBy(known => known.Role, StringComparer.Ordinal)],
            Gender = known.Gender == Gender.Unknown ? speaker.Gender : known.Gender,
            From = Earlier(known.From, sighting.Date),
            To = Later(known.To, sighting.Date),
        };
    }

    private SpeakerLinkRule Relate(SpeakerSighting sighting, KnownSpeaker known)
    {
        var speaker = sighting.Speaker;
        switch (speaker.Kind)
        {
            case SpeakerKind.Anonymous:
                var sameDay = sighting.Date is { } day && known.From is { } from && Math.Abs(day.DayNumber - from.DayNumber) <= 1;
                return known.Kind == SpeakerKind.Anonymous && sameDay && IsDescription(speaker.Name) && Fold(known.Name) == Fold(speaker.Name) ? SpeakerLinkRule.SameDay : SpeakerLinkRule.New;
            case SpeakerKind.Organisation or SpeakerKind.Group:
                return known.Kind is SpeakerKind.Organisation or SpeakerKind.Group && (IsProper(speaker.Name) || IsDescription(speaker.Name)) && SharesName(speaker, known) ? SpeakerLinkRule.Body : SpeakerLinkRule.New;
            case SpeakerKind.Unknown:
                return IsProper(speaker.Name) && Fold(speaker.Name) == Fold(known.Name) ? SpeakerLinkRule.Body : SpeakerLinkRule.New;
        }

        if (known.Kind != SpeakerKind.Person || GendersDiffer(speaker.Gender, known.Gender) || IsTooFar(sighting.Date, known))
            return SpeakerLinkRule.New;
        if (!IsPersonal(speaker.Name) || !IsPersonal(known.Name))
            return RelateByRole(sighting, known);
        return RelateByName(speaker, known);
    }

    private SpeakerLinkRule RelateByName(Speaker speaker, KnownSpeaker known)
    {
        var name = _names[speaker.Name];
        var likeness = PersonName.Compare(name, _names[known.Name]);
        foreach (var alias in known.Aliases)
        {
            if (IsPersonal(alias) && _names[alias] is { Length: > 1 } words && PersonName.Compare(name, words) is var other && other > likeness)
                likeness = other;
        }

        if (likeness == NameLikeness.None)
            return SpeakerLinkRule.New;
        var role = RoleOf(speaker);
        var shared = role is not null && known.Roles.Any(other => Roles(role, other.Role));
        switch (likeness)
        {
            case NameLikeness.Same:
                return shared || !FieldsDiffer(role, known) ? SpeakerLinkRule.FullName : SpeakerLinkRule.New;
            case NameLikeness.Spelling:
                return shared || (role is null || known.Roles.Count == 0) && !FieldsDiffer(role, known) ? SpeakerLinkRule.Spelling : SpeakerLinkRule.New;
            case NameLikeness.Part:
                return shared ? SpeakerLinkRule.NameAndRole : SpeakerLinkRule.New;
            default:
                return SpeakerLinkRule.New;
        }
    }

    // A person without a name is the one who is known for the role at that date.
    private SpeakerLinkRule RelateByRole(SpeakerSighting sighting, KnownSpeaker known)
    {
        if (IsPersonal(sighting.Speaker.Name) == IsPersonal(known.Name) && Fold(sighting.Speaker.Name) != Fold(known.Name))
            return SpeakerLinkRule.New;
        var role = RoleOf(sighting.Speaker);
        if (role is null || !IsTelling(role))
            return SpeakerLinkRule.New;
        foreach (var held in known.Roles)
        {
            if (SameRole(role, held.Role) && IsHeld(held, sighting.Date))
                return SpeakerLinkRule.Role;
        }

        return SpeakerLinkRule.New;
    }

    private static bool IsHeld(KnownRole role, DateOnly? date) =>
        date is not { } day || role.From is not { } from || role.To is not { } to
        || (day.DayNumber >= from.DayNumber - RoleSlack && day.DayNumber <= to.DayNumber + RoleSlack);

    private static bool IsTooFar(DateOnly? date, KnownSpeaker known) =>
        date is { } day && ((known.From is { } from && from.DayNumber - day.DayNumber > LongestLife) || (known.To is { } to && day.DayNumber - to.DayNumber > LongestLife));

    private bool FieldsDiffer(string? role, KnownSpeaker known)
    {
        var own = role is null ? SpeakerField.None : _fields[role];
        var others = SpeakerField.None;
        foreach (var other in Offices(known))
            others |= _fields[other];
        return own != SpeakerField.None && others != SpeakerField.None && (own & others) == SpeakerField.None;
    }

    // Roles that fit one person: the same body or place, or the same office.
    private bool Roles(string one, string other)
    {
        var (a, b) = (_texts[one], _texts[other]);
        foreach (ref readonly var unit in a.Units)
        {
            foreach (ref readonly var match in b.Units)
            {
                if (unit.Weight < 1 && unit.Kind != UnitKind.Name)
                    continue;
                if (unit.Concept == match.Concept)
                    return true;
                if (!unit.IsSeat && !match.IsSeat && ((unit.Alternate != 0 && (unit.Alternate == match.Alternate || unit.Alternate == match.Stem)) || (match.Alternate != 0 && match.Alternate == unit.Stem)))
                    return true;
            }
        }

        return false;
    }

    // Every word of the one answers one of the other: « chef de l'OTAN », « le chef de l'Otan ».
    private bool SameRole(string one, string other)
    {
        var (a, b) = (_texts[one], _texts[other]);
        if (a.Units.Length != b.Units.Length || a.Units.Length > UnitMatching.Longest)
            return a.Folded == b.Folded;
        Span<int> ofA = stackalloc int[a.Units.Length];
        Span<int> ofB = stackalloc int[b.Units.Length];
        _ = new UnitMatching(a.Units, b.Units, ofA, ofB);
        return !ofA.Contains(-1) && !ofB.Contains(-1);
    }

    // « la ministre » for « ministre de l'Énergie »; not for « ancienne ministre ».
    private bool IsShortFor(string description, string role)
    {
        var own = _texts[description].Units;
        var full = _texts[role].Units;
        if (own.IsEmpty || own.Length > full.Length || own[0].Concept != full[0].Concept || own[0].Weight < 1)
            return false;
        var at = 0;
        foreach (ref readonly var unit in own)
        {
            while (at < full.Length && unit.Concept != full[at].Concept && (unit.Alternate == 0 || unit.Alternate != full[at].Alternate))
                at++;
            if (at++ == full.Length)
                return false;
        }

        return true;
    }

    // « porte-parole » alone could be anybody's: an office with its body or place is one person's.
    private bool IsTelling(string role)
    {
        var units = _texts[role].Units;
        var names = false;
        foreach (ref readonly var unit in units)
            names |= unit.Kind == UnitKind.Name;
        return names && units.Length > 1;
    }

    private IReadOnlyList<string> Keys(string name, SpeakerKind kind, IReadOnlyList<string> aliases, IEnumerable<string> roles)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var one in aliases.Prepend(name))
        {
            if (kind == SpeakerKind.Person && IsPersonal(one))
            {
                foreach (var word in _names[one])
                    keys.Add("n:" + PersonName.Sound(word)); // spelling variants share it
            }
            else
            {
                keys.Add("b:" + Fold(one));
            }
        }

        if (kind != SpeakerKind.Person)
            return [.. keys];
        foreach (var role in IsPersonal(name) ? roles : roles.Prepend(name))
        {
            foreach (ref readonly var unit in _texts[role].Units)
            {
                if (unit.Kind == UnitKind.Name)
                    keys.Add($"r:{(unit.Alternate != 0 ? unit.Alternate : unit.Concept):x}");
            }
        }

        return [.. keys];
    }

    private static bool SharesName(Speaker speaker, KnownSpeaker known)
    {
        var own = speaker.Aliases.Append(speaker.Name).Where(name => IsProper(name) || name == speaker.Name).Select(Fold).ToHashSet(StringComparer.Ordinal);
        return own.Contains(Fold(known.Name)) || known.Aliases.Any(alias => IsProper(alias) && own.Contains(Fold(alias)));
    }

    // Full names, then bare surnames with a role, then roles, then the rest.
    private static int Standing(Speaker speaker) =>
        speaker.Kind != SpeakerKind.Person ? 3 : !IsPersonal(speaker.Name) ? 2 : PersonName.Words(speaker.Name).Length > 1 ? 0 : 1;

    private static KnownSpeaker WithEarliestId(KnownSpeaker speaker, List<SpeakerSighting> sightings) =>
        speaker with { Id = sightings.OrderBy(sighting => sighting.Date ?? DateOnly.MaxValue).ThenBy(sighting => sighting.Document, StringComparer.Ordinal).ThenBy(sighting => sighting.Speaker.Name, StringComparer.Ordinal).First().EvidenceId };

    private static string? RoleOf(Speaker speaker) => speaker.Role ?? (IsPersonal(speaker.Name) || speaker.Kind != SpeakerKind.Person ? null : speaker.Name);

    private static bool IsProper(string name) => name.Length > 0 && char.IsUpper(name[0]);

    /// <summary>Whether a name is one that a person bears, and not what the person is called by: « Premier ministre » is an office in spite of its capital.</summary>
    /// <param name="name">A name as a text has it; may be empty.</param>
    public static bool IsPersonal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsProper(name))
            return false;
        foreach (var character in name.AsSpan(name.LastIndexOfAny([' ', '\u00a0', '\u202f']) + 1))
        {
            if (char.IsUpper(character))
                return true; // « al-Assad » too
        }

        return false;
    }

    private static bool IsDescription(string name) => name.Contains(' ', StringComparison.Ordinal);

    private static bool IsFuller(string one, string other) =>
        IsPersonal(one) && (!IsPersonal(other) || PersonName.Words(one).Length > PersonName.Words(other).Length);

    private static string Fold(string name) => string.Join(' ', name.Split([' ', '\u00a0', '\u202f', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Select(word => Stemmer.Plain(word)));

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one > other ? one : other;
}
