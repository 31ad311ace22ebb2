// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Statements;
using Dixit.Storage.Sql.Linking;

namespace Dixit.Storage.Sql.Decisions;

/// <summary>Keeps what people decide, and brings what follows from it in step.</summary>
internal sealed class DecisionWriter(SqlSession session, Derivation derivation, Func<StatementReader> reader)
{
    private PeopleRows People => derivation.People;

    /// <summary>The speakers who were removed.</summary>
    public ForgottenSpeakers Forgotten { get; } = new(session, reader);

    /// <summary>What an engine found in a document, as people corrected it before.</summary>
    public Analysis Apply(Analysis found, byte[] hash) => CorrectedAnalysis.Apply(found, hash, CorrectionRows.OfDocument(session, found.Document.Id));

    /// <summary>Makes a correction.</summary>
    /// <exception cref="LedgerException">What it is about is not there, or it would decide nothing. Nothing was changed.</exception>
    public CorrectionOutcome Make(Correction correction, DateTime at) => correction switch
    {
        SpeakerCorrection speaker => GiveTo(speaker, at),
        Rejection rejection => Reject(rejection, at),
        SpanCorrection span => Move(span, at),
        StatementJoin join => Join(join, at),
        StatementPart part => Part(part, at),
        SpeakerMerge merge => Merge(merge, at),
        SpeakerSplit split => Split(split, at),
        SpeakerRename rename => Rename(rename, at),
        _ => throw new ArgumentOutOfRangeException(nameof(correction)),
    };

    /// <summary>Takes a correction back, as if it had never been made.</summary>
    /// <returns>False where there is none of that number.</returns>
    public bool Undo(long number, DateTime at)
    {
        if (CorrectionRows.Find(session, number) is not { } correction)
            return false;
        // Whoever goes back to being two has to be linked again as a whole: the names of the one may be known by the other.
        var involved = People.Pinned(number).Select(entity => session.Count("select speaker from entity where number = $1", entity)).Distinct()
            .SelectMany(EntitiesOf).Distinct().ToList();
        var before = correction.Kind is CorrectionRows.Merge or CorrectionRows.Split ? People.Before(number) : null;
        CorrectionRows.MarkUndone(session, number, at);
        People.Release(number);
        if (correction.Kind is CorrectionRows.Join or CorrectionRows.Part)
            derivation.Regroup(derivation.Sides.Release(number));
        else if (correction.Document is { } document)
            Rewrite(document);
        else
            derivation.Relink(involved, before);
        return true;
    }

    /// <summary>Takes people in who are known whether documents show them or not, and links anew whom that concerns.</summary>
    public ListOutcome Import(IReadOnlyList<ListedPerson> people)
    {
        var outcome = default(ListOutcome);
        var concerned = new SortedSet<long>();
        foreach (var person in people)
        {
            var known = new KnownSpeaker("0", person.Name, person.Kind) { Aliases = person.Aliases, Gender = person.Gender, Roles = [.. person.Roles.Select(role => new KnownRole(role.Role, null, null))] };
            var speakers = derivation.FindConcerned(known);
            var likely = speakers.Where(speaker => session.Scalar("select 1 from speaker_name where speaker = $1 and folded = $2", speaker, Fold(person.Name)) is not null)
                .OrderByDescending(speaker => session.Count("select count(*) from entity where speaker = $1", speaker)).Cast<long?>().FirstOrDefault();
            if (People.List.Put(person, derivation.KeysOf(known), likely) is not { } put)
            {
                outcome = outcome with { Unchanged = outcome.Unchanged + 1 };
                continue;
            }

            outcome = put.WasKnown ? outcome with { Changed = outcome.Changed + 1 } : outcome with { Added = outcome.Added + 1 };
            concerned.UnionWith(speakers);
            if (People.SpeakerOf(People.HeirOf(put.Person)) is { } own)
                concerned.Add(own);
        }

        var sightings = concerned.SelectMany(EntitiesOf).ToList();
        derivation.Relink(sightings);
        return outcome with { Sightings = sightings.Count };
    }

    /// <summary>Takes a speaker out of everything but the texts.</summary>
    public SpeakerRemoval RemoveSpeaker(string asked, string? reason, DateTime at)
    {
        var speaker = FindSpeaker(asked);
        var reference = session.First("select id, name, kind from speaker where number = $1", row => SpeakerSearch.ReadReference(row, 0), speaker)!;
        var versions = session.All("select distinct version from entity where speaker = $1 order by version", row => row.GetInt64(0), speaker);
        var documents = session.All("select distinct d.id from entity e join version v on v.number = e.version join document d on d.number = v.document where e.speaker = $1 order by d.id", row => row.GetString(0), speaker);
        var attributions = session.Count("select count(*) from entity e join attribution a on a.version = e.version and a.chain = e.chain where e.speaker = $1", speaker);
        var removal = RemovalRows.Insert(session, new Removal(RemovalRows.Speaker, reference.Id, at, reason));
        var shared = Forgotten.Add(speaker, removal);
        ForgetCorrections(speaker, reference.Id, at);
        foreach (var version in versions)
            Rewrite(version, Forgotten.Without);
        if (session.NullableCount("select person from speaker where number = $1", speaker) is { } person)
            People.Remove(person);
        derivation.Settle();
        session.Execute("delete from former where heir = $1", reference.Id);
        return new SpeakerRemoval(reference, documents, attributions, shared);
    }

    /// <summary>Lets a document or a speaker in again that was removed.</summary>
    public bool TakeBack(string id, DateTime at)
    {
        var documents = RemovalRows.TakeBack(session, RemovalRows.Document, id, at);
        var speakers = RemovalRows.TakeBack(session, RemovalRows.Speaker, id, at);
        foreach (var removal in speakers)
            Forgotten.Release(removal);
        // Nobody knows which documents the speaker was in: each has to be found in again when it is read.
        if (speakers.Count > 0)
            session.Execute("update version set facts_hash = $1", new byte[] { 0 });
        return documents.Count + speakers.Count > 0;
    }

    /// <summary>Lets go of what was decided about a document that is removed; that something was decided is all that stays.</summary>
    public void ForgetDocument(string document, DateTime at)
    {
        foreach (var correction in CorrectionRows.OfDocument(session, document))
            CorrectionRows.Blank(session, correction.Number, at);
        session.Execute("update correction set document = null, hash = null, body = '{}', reason = null where document = $1", document);
        People.Release(document);
        foreach (var idle in session.All("select number from correction c where undone is null and kind in ('merge', 'split', 'rename') and not exists (select 1 from pin where correction = c.number)", row => row.GetInt64(0)))
            CorrectionRows.Blank(session, idle, at);
    }

    /// <summary>Writes the findings of a document anew, as corrections have them now.</summary>
    public void Rewrite(string document)
    {
        var corrections = CorrectionRows.OfDocument(session, document);
        var versions = session.All(
            "select v.number, v.ordinal, v.run, v.hash from version v join document d on d.number = v.document where d.id = $1 order by v.ordinal",
            row => (Number: row.GetInt64(0), Ordinal: row.Int(1), Run: row.GetInt64(2), Hash: row.GetBytes(3)), document);
        foreach (var version in versions)
        {
            var stored = DocumentRows.Find(session, document, version.Ordinal)!;
            var uncorrected = FindUncorrected(version.Number, stored.Analysis);
            var found = uncorrected ?? stored.Analysis;
            var corrected = CorrectedAnalysis.Apply(found, version.Hash, corrections);
            if (ReferenceEquals(found, corrected) && uncorrected is null)
                continue;
            derivation.Remove(version.Number);
            DocumentRows.DeleteFindings(session, version.Number);
            DocumentRows.WriteFindings(session, version.Number, corrected, stored.Options, version.Run);
            CorrectionRows.WriteUncorrected(session, version.Number, ReferenceEquals(found, corrected) ? null : found);
            derivation.Add(version.Number, corrected);
        }

        derivation.Settle();
    }

    // What was corrected by giving words to the speaker, or by taking them, tells of both.
    private void ForgetCorrections(long speaker, string id, DateTime at)
    {
        var ids = session.All("select id from former where heir = $1", row => row.GetString(0), id).Append(id).ToHashSet();
        foreach (var correction in CorrectionRows.All(session))
        {
            var isAbout = correction.Document is { } document
                ? new[] { correction.Body.Attribution?.Speaker, correction.Body.Speaker }.Any(named => named is not null && Forgotten.Contains(document, named.ToSpeaker()))
                : correction.Body.Ids.Any(ids.Contains);
            if (isAbout)
                CorrectionRows.Blank(session, correction.Number, at);
        }

        // Those that were undone before tell of the speaker as well, and nobody needs them.
        session.Execute("update correction set document = null, hash = null, body = '{}', reason = null where undone is not null");
    }

    private void Rewrite(long version, Func<Analysis, Analysis> change)
    {
        var (document, ordinal, run, primary) = session.First(
            "select d.id, v.ordinal, v.run, v.primary_speaker from version v join document d on d.number = v.document where v.number = $1", row => (row.GetString(0), row.Int(1), row.GetInt64(2), row.Text(3)), version);
        var stored = DocumentRows.Find(session, document, ordinal)!;
        var options = primary is not null && Forgotten.Contains(document, primary) ? stored.Options with { PrimarySpeaker = null } : stored.Options;
        var uncorrected = FindUncorrected(version, stored.Analysis);
        var changed = change(stored.Analysis);
        derivation.Remove(version);
        DocumentRows.DeleteFindings(session, version);
        DocumentRows.WriteFindings(session, version, changed, options, run);
        CorrectionRows.WriteUncorrected(session, version, uncorrected is null ? null : change(uncorrected));
        derivation.Add(version, changed);
    }

    private Analysis? FindUncorrected(long version, Analysis stored) => CorrectionRows.FindUncorrected(session, version) is { } uncorrected
        ? stored.With([.. uncorrected.Attributions.Select(attribution => attribution.ToAttribution())], [.. uncorrected.Speakers.Select(speaker => speaker.ToSpeaker())])
        : null;

    private CorrectionOutcome GiveTo(SpeakerCorrection correction, DateTime at)
    {
        var (stored, place) = FindPlace(correction.Document, correction.Attribution);
        var (named, speaker) = correction.Speaker is { } asked ? FindMeant(stored.Analysis, asked, correction.New) : (null, null);
        var number = CorrectionRows.Insert(session, correction, at, HashOf(stored), place with { Asked = correction.Speaker, New = correction.New, Speaker = named });
        if (speaker is { } known)
        {
            var person = People.Of(known);
            PinFirst(known, person, number);
            People.Pin(correction.Document, named!.Name, person, number);
        }

        Rewrite(correction.Document);
        return new CorrectionOutcome(number, named is null ? null : IdOfSpeaker(correction.Document, named.Name));
    }

    private CorrectionOutcome Reject(Rejection correction, DateTime at)
    {
        var (stored, place) = FindPlace(correction.Document, correction.Attribution);
        var number = CorrectionRows.Insert(session, correction, at, HashOf(stored), place);
        Rewrite(correction.Document);
        return new CorrectionOutcome(number, null);
    }

    private CorrectionOutcome Move(SpanCorrection correction, DateTime at)
    {
        var (stored, place) = FindPlace(correction.Document, correction.Attribution);
        var document = stored.Analysis.Document;
        foreach (var span in new[] { correction.Cue, correction.Source }.OfType<TextSpan>().Concat(correction.Content ?? SpanList.Empty))
        {
            if (span.End > document.Text.Length)
                throw LedgerProblems.ReportWrongSpan(span, document.Id, document.Text.Length);
        }

        if (correction.Content is null && correction.Cue is null && correction.Source is null)
            throw LedgerProblems.ReportNothingToDecide("no span was given");
        var content = correction.Content is null ? SpanList.Empty : SpanList.Of(correction.Content.SelectMany(span => Sentences(document, span, stored.Analysis.Language)));
        if (correction.Content is not null && content.Count == 0)
            throw LedgerProblems.ReportNothingToDecide("there is no word in the content");
        var number = CorrectionRows.Insert(session, correction, at, HashOf(stored), place with
        {
            Content = [.. content.Select(span => new SpanRow(span.Start, span.End))],
            ContentWords = [.. content.Select(span => document[span].ToString())],
            Cue = SpanRow.Of(correction.Cue),
            CueWords = correction.Cue is { } cue ? document[cue].ToString() : null,
            Source = SpanRow.Of(correction.Source),
            SourceWords = correction.Source is { } source ? document[source].ToString() : null,
        });
        Rewrite(correction.Document);
        return new CorrectionOutcome(number, null);
    }

    private IEnumerable<TextSpan> Sentences(Document document, TextSpan span, string? language) =>
        reader().Sentences(document[span].ToString(), language).Select(sentence => new TextSpan(span.Start + sentence.Start, span.Start + sentence.End));

    private CorrectionOutcome Join(StatementJoin correction, DateTime at)
    {
        var statements = correction.Statements.Select(FindStatement).Distinct().ToList();
        if (statements.Count < 2)
            throw LedgerProblems.ReportNothingToDecide("it is one statement already");
        var speakers = statements.Select(statement => session.NullableCount("select speaker from statement where number = $1", statement)).Distinct().ToList();
        if (speakers is not [{ } speaker])
            throw LedgerProblems.ReportNothingToDecide("only statements of one speaker, who is known, can be one");
        var number = CorrectionRows.Insert(session, correction, at, null, new CorrectionBody { Ids = [.. statements.Select(IdOfStatement)] });
        for (var side = 0; side < statements.Count; side++)
        {
            foreach (var evidence in EvidenceOf(statements[side]))
                derivation.Sides.Add(number, evidence.Evidence, side);
        }

        derivation.Regroup(derivation.Sides.Wordings(number));
        return new CorrectionOutcome(number, SpeakerSearch.IdOf(session, speaker));
    }

    private CorrectionOutcome Part(StatementPart correction, DateTime at)
    {
        var statement = FindStatement(correction.Statement);
        var evidence = EvidenceOf(statement);
        var apart = evidence.FindAll(item => correction.Reports.Contains(new ReportReference(item.Document, item.Attribution)));
        if (apart.Count == 0 || apart.Count == evidence.Count)
            throw LedgerProblems.ReportNothingToDecide(apart.Count == 0 ? "none of these reports is of the statement" : "these are all reports of the statement");
        var number = CorrectionRows.Insert(session, correction, at, null, new CorrectionBody
        {
            Ids = [IdOfStatement(statement)],
            Documents = [.. correction.Reports.Select(report => report.Document)],
            Attributions = [.. correction.Reports.Select(report => report.Attribution)],
        });
        foreach (var item in evidence)
            derivation.Sides.Add(number, item.Evidence, apart.Contains(item) ? 1 : 0);
        derivation.Regroup(derivation.Sides.Wordings(number));
        return new CorrectionOutcome(number, null);
    }

    private long FindStatement(string id) => StatementRows.FindId(session, id) ?? throw LedgerProblems.ReportNoSuchId("statement", id);

    private string IdOfStatement(long statement) => (string)session.Scalar("select id from statement where number = $1", statement)!;

    private List<(string Evidence, string Document, int Attribution)> EvidenceOf(long statement) => session.All(
        "select c.evidence, d.id, a.ordinal from content c join attribution a on a.number = c.attribution join version v on v.number = a.version join document d on d.number = v.document where c.statement = $1 order by c.number",
        row => (row.GetString(0), row.GetString(1), row.Int(2)), statement);

    private CorrectionOutcome Merge(SpeakerMerge correction, DateTime at)
    {
        var kept = FindSpeaker(correction.Kept);
        var others = correction.Others.Select(FindSpeaker).Distinct().Where(other => other != kept).ToList();
        if (others.Count == 0)
            throw LedgerProblems.ReportNothingToDecide("one speaker alone cannot be merged");
        var number = CorrectionRows.Insert(session, correction, at, null, BodyOf([kept, .. others]));
        var person = People.Of(kept);
        foreach (var entity in EntitiesOf(kept).Concat(others.SelectMany(EntitiesOf)).ToList())
            People.Pin(entity, person, number);
        foreach (var other in others)
        {
            if (session.NullableCount("select person from speaker where number = $1", other) is { } before)
                People.AddHeir(before, person, number);
            derivation.Join(other, kept);
        }

        return new CorrectionOutcome(number, SpeakerSearch.IdOf(session, kept));
    }

    private CorrectionOutcome Split(SpeakerSplit correction, DateTime at)
    {
        var speaker = FindSpeaker(correction.Speaker);
        var names = correction.Names.Select(Fold).ToHashSet();
        var entities = session.All(
            "select e.number, d.id, e.name from entity e join version v on v.number = e.version join document d on d.number = v.document where e.speaker = $1 order by e.number",
            row => (Number: row.GetInt64(0), Document: row.GetString(1), Name: row.GetString(2)), speaker);
        var apart = entities.FindAll(entity => (correction.Documents.Count == 0 || correction.Documents.Contains(entity.Document)) && (names.Count == 0 || names.Contains(Fold(entity.Name))));
        if (apart.Count == 0 || apart.Count == entities.Count)
            throw LedgerProblems.ReportNothingToDecide(apart.Count == 0 ? "no document shows the speaker so" : "this is all that documents show of the speaker");
        var number = CorrectionRows.Insert(session, correction, at, null, BodyOf([speaker]) with { Documents = correction.Documents, Names = correction.Names, Name = correction.Name });
        // Both are pinned: the one that stays must not follow the other should all be linked again.
        var (stays, goes) = (People.Of(speaker), People.Create());
        foreach (var entity in entities)
            People.Pin(entity.Number, apart.Contains(entity) ? goes : stays, number);
        if (correction.Name is { } name)
            People.AddName(goes, name, isShown: true, number);
        derivation.Relink([.. apart.Select(entity => entity.Number)]);
        return new CorrectionOutcome(number, People.IdOf(goes));
    }

    private CorrectionOutcome Rename(SpeakerRename correction, DateTime at)
    {
        var speaker = FindSpeaker(correction.Speaker);
        if (string.IsNullOrWhiteSpace(correction.Name))
            throw LedgerProblems.ReportNothingToDecide("a speaker needs a name");
        var number = CorrectionRows.Insert(session, correction, at, null, BodyOf([speaker]) with { Name = correction.Name.Trim() });
        var person = People.Of(speaker);
        PinFirst(speaker, person, number);
        People.AddName(person, correction.Name.Trim(), isShown: true, number);
        derivation.Renew(speaker);
        return new CorrectionOutcome(number, SpeakerSearch.IdOf(session, speaker));
    }

    private (StoredDocument Stored, CorrectionBody Place) FindPlace(string document, int number)
    {
        var stored = DocumentRows.Find(session, document, null) ?? throw LedgerProblems.ReportNoSuchId("document", document);
        var attribution = stored.Analysis.Attributions.FirstOrDefault(attribution => attribution.Id == number) ?? throw LedgerProblems.ReportNoSuchAttribution(document, number);
        return (stored, new CorrectionBody { Attribution = AttributionRow.Of(attribution), Words = stored.Analysis.Document[attribution.Content.Extent].ToString() });
    }

    /// <summary>Whoever is meant by an id or a name: somebody of the document first, then of the ledger.</summary>
    private (SpeakerRow Named, long? Speaker) FindMeant(Analysis analysis, string asked, SpeakerKind? asNew)
    {
        if (asked.StartsWith("p-", StringComparison.Ordinal))
            return Describe(FindSpeaker(asked));
        var folded = Fold(asked);
        var here = analysis.Speakers.Where(speaker => speaker.Aliases.Prepend(speaker.Name).Any(name => Fold(name) == folded)).Select(SpeakerRow.Of).ToList();
        if (here.Count == 1)
            return (here[0], null);
        return asNew is { } kind && SpeakerSearch.Find(session, asked, Fold).Count == 0 ? (new SpeakerRow(asked.Trim(), kind, null, Gender.Unknown, []), null) : Describe(FindSpeaker(asked));
    }

    private (SpeakerRow Named, long? Speaker) Describe(long speaker) => (
        session.First("select name, kind, gender from speaker where number = $1", row => new SpeakerRow(row.GetString(0), row.Name<SpeakerKind>(1), null, row.Name<Gender>(2), []), speaker)!, speaker);

    // One sighting stands for the speaker: the first under the name that it mostly has, since those under others may turn out to be somebody else.
    private void PinFirst(long speaker, long person, long correction) => People.Pin(
        session.Count(
            """
            select e.number from entity e join version v on v.number = e.version join speaker_name n on n.speaker = e.speaker and n.name = e.name where e.speaker = $1
            order by n.count desc, e.name, coalesce(v.published, '9'), e.number limit 1
            """,
            speaker),
        person, correction, adopts: true);

    private string? IdOfSpeaker(string document, string name) => session.Scalar(
        """
        select p.id from document d join entity e on e.version = d.current join speaker p on p.number = e.speaker where d.id = $1
        order by e.name <> $2, e.aliases not like '%' || $2 || '%', e.chain limit 1
        """,
        document, name) as string;

    private CorrectionBody BodyOf(IReadOnlyList<long> speakers) => new()
    {
        Ids = [.. speakers.Select(speaker => SpeakerSearch.IdOf(session, speaker))],
        Words = string.Join(", ", speakers.Select(speaker => session.Scalar("select name from speaker where number = $1", speaker))),
    };

    private long FindSpeaker(string asked) => SpeakerSearch.Find(session, asked, Fold) switch
    {
        [] => throw LedgerProblems.ReportNoSuchId("speaker", asked),
        [var speaker] => speaker,
        var several => throw LedgerProblems.ReportAmbiguous(asked, [.. several.Select(speaker => SpeakerSearch.IdOf(session, speaker))]),
    };

    private List<long> EntitiesOf(long speaker) => session.All("select number from entity where speaker = $1 order by number", row => row.GetInt64(0), speaker);

    private string Fold(string name) => reader().Read(name).Folded;

    private static byte[] HashOf(StoredDocument stored) => DocumentRows.Hash(RowValues.OfText(stored.Analysis.Document.Text));
}
