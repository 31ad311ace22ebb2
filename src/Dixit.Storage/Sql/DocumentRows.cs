// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Reading.Writing;
using Dixit.Storage.Sql.Copies;

namespace Dixit.Storage.Sql;

/// <summary>What decides whether a document is the one that is there already.</summary>
/// <param name="Document">Its row.</param>
/// <param name="Version">The row of its current version.</param>
/// <param name="Ordinal">Which version that is.</param>
/// <param name="Hash">The hash of its text.</param>
/// <param name="FactsHash">The hash of what is known beside the text.</param>
/// <param name="Engine">The engine that found what is kept of it.</param>
internal sealed record CurrentVersion(long Document, long Version, int Ordinal, byte[] Hash, byte[] FactsHash, string Engine);

/// <summary>Analyses to rows and back.</summary>
internal static class DocumentRows
{
    private const string VersionColumns =
        """
        v.number, d.id, v.ordinal, d.current = v.number, r.started, r.engine, v.text, v.uri, v.title, v.outlet, v.published, v.published_given,
        v.language, v.language_given, v.quality, v.document, v.is_primary, v.primary_speaker, v.notes, v.notes_given, v.furniture, v.quoted, v.mentions, v.authors, v.modified, v.source,
        v.blocks, v.published_at, v.modified_at
        """;

    /// <summary>The hash of a text.</summary>
    public static byte[] Hash(byte[] text) => SHA256.HashData(text);

    /// <summary>The hash of what is known of a document beside its text.</summary>
    public static byte[] HashFacts(Document document, AddOptions options)
    {
        string?[] facts =
        [
            document.Uri, document.Title, document.Outlet, RowValues.Of(document.Published), document.Language,
            options.IsPrimary ? "primary" : null, options.PrimarySpeaker, null, .. document.Notes,
            // Behind the notes, and only where there are any: what says nothing of them is what it was before they were kept.
            .. document.Authors.Select(author => "by " + author), .. document.Modified is { } changed ? ["changed " + RowValues.Of(changed)] : Array.Empty<string>(),
            .. document.PublishedAt is { } published ? ["at " + published] : Array.Empty<string>(), .. document.ModifiedAt is { } modified ? ["changed at " + modified] : Array.Empty<string>(),
            .. document.Blocks.Count > 0 ? ["set apart " + BlockRows.Of(document.Blocks)] : Array.Empty<string>(),
        ];
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts.Select(fact => fact is null ? "-" : "+" + fact.Replace("\n", "\n ")))));
    }

    /// <summary>The current version of a document, or null where there is no such document.</summary>
    public static CurrentVersion? FindCurrent(SqlSession session, string id) => session.First(
        "select d.number, v.number, v.ordinal, v.hash, v.facts_hash, r.engine from document d join version v on v.number = d.current join run r on r.number = v.run where d.id = $1",
        row => new CurrentVersion(row.GetInt64(0), row.GetInt64(1), row.Int(2), row.GetBytes(3), row.GetBytes(4), row.GetString(5)),
        id);

    /// <summary>Makes a version, the current one from now on, and returns its row.</summary>
    public static long InsertVersion(SqlSession session, Analysis analysis, FindingColumns columns, AddOptions options, byte[] text, byte[] hash, long run, CurrentVersion? before)
    {
        var id = analysis.Document.Id;
        var row = before?.Document ?? session.Insert("insert into document (id) values ($1) returning number", id);
        var document = analysis.Document;
        var version = session.Insert(
            """
            insert into version (document, ordinal, hash, text, run, facts_hash, uri, title, outlet, published, published_given, language, language_given,
                quality, is_primary, primary_speaker, notes, notes_given, furniture, quoted, mentions, authors, modified, source, blocks, published_at, modified_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27) returning number
            """,
            row, (before?.Ordinal ?? 0) + 1L, hash, text,
            run, HashFacts(document, options), document.Uri, document.Title, document.Outlet, RowValues.Of(analysis.Published), RowValues.Of(document.Published),
            analysis.Language, document.Language, (double)analysis.Quality, options.IsPrimary ? 1L : 0L, options.PrimarySpeaker,
            columns.Notes, columns.NotesGiven, columns.Furniture, columns.Quoted, columns.Mentions, columns.Authors, RowValues.Of(document.Modified), options.Source,
            columns.Blocks, document.PublishedAt?.ToString(), document.ModifiedAt?.ToString());
        session.Execute("update document set current = $1 where number = $2", version, row);
        InsertFindings(session, version, analysis, options);
        return version;
    }

    /// <summary>Writes what was found in a version anew, and what is known beside its text.</summary>
    public static void WriteFindings(SqlSession session, long version, Analysis analysis, AddOptions options, long run)
    {
        var (document, columns) = (analysis.Document, FindingColumns.Of(analysis));
        session.Execute(
            """
            update version set run = $2, facts_hash = $3, uri = $4, title = $5, outlet = $6, published = $7, published_given = $8, language = $9, language_given = $10,
                quality = $11, is_primary = $12, primary_speaker = $13, notes = $14, notes_given = $15, furniture = $16, quoted = $17, mentions = $18,
                authors = $19, modified = $20, source = $21, blocks = $22, published_at = $23, modified_at = $24
            where number = $1
            """,
            version, run, HashFacts(document, options), document.Uri, document.Title, document.Outlet, RowValues.Of(analysis.Published), RowValues.Of(document.Published),
            analysis.Language, document.Language, (double)analysis.Quality, options.IsPrimary ? 1L : 0L, options.PrimarySpeaker,
            columns.Notes, columns.NotesGiven, columns.Furniture, columns.Quoted, columns.Mentions, columns.Authors, RowValues.Of(document.Modified), options.Source,
            columns.Blocks, document.PublishedAt?.ToString(), document.ModifiedAt?.ToString());
        InsertFindings(session, version, analysis, options);
    }

    /// <summary>Takes away what was found in a version.</summary>
    public static void DeleteFindings(SqlSession session, long version)
    {
        session.Execute("delete from attribution where version = $1", version);
        session.Execute("delete from entity where version = $1", version);
    }

    /// <summary>One version of a document, or null where there is none.</summary>
    public static StoredDocument? Find(SqlSession session, string id, int? ordinal)
    {
        var header = ordinal is null
            ? session.First($"select {VersionColumns} from document d join version v on v.number = d.current join run r on r.number = v.run where d.id = $1", ReadHeader, id)
            : session.First($"select {VersionColumns} from document d join version v on v.document = d.number join run r on r.number = v.run where d.id = $1 and v.ordinal = $2", ReadHeader, id, (long)ordinal);
        return header is null ? null : Complete(session, header);
    }

    /// <summary>The current version of every document in the ordinal order of the ids, with the attributions that pass; those in which none does only where nothing is asked of attributions.</summary>
    public static IEnumerable<StoredDocument> ReadCurrent(SqlSession session, ReportFilter? filter = null)
    {
        if (filter?.Speakers is { Count: 0 })
            return [];
        // Rows of our own making: numbers need no parameters.
        var by = filter?.Speakers is { } speakers ? $"where exists (select 1 from entity e where e.version = v.number and e.speaker in ({string.Join(", ", speakers)}))" : "";
        var headers = session.Stream($"select {VersionColumns} from document d join version v on v.number = d.current join run r on r.number = v.run {by} order by d.id", ReadHeader);
        return filter is null
            ? headers.Select(header => Complete(session, header))
            : headers.Where(header => filter.FitsOutlet(header.Document.Outlet) && filter.FitsLanguage(header.Language) && filter.FitsDocument(header.Number) && (header.Published is null || filter.FitsDay(header.Published)))
                .Select(header => Complete(session, header, filter))
                .Where(stored => stored.Analysis.Attributions.Count > 0 || (!filter.AsksOfAttributions && filter.FitsDay(stored.Analysis.Published)));
    }

    /// <summary>What belongs to the site, from its column.</summary>
    public static IReadOnlyList<Furniture> FurnitureOf(string column) =>
        [.. Deserialize(column, StorageJson.Default.IReadOnlyListFurnitureRow).Select(row => new Furniture(new TextSpan(row.Start, row.End), row.Kind, row.Rule))];

    private static void InsertFindings(SqlSession session, long version, Analysis analysis, AddOptions options)
    {
        var chains = new Dictionary<Speaker, int>(SameSpeaker.Instance);
        var entities = 0;
        var traits = new Dictionary<(QuotationKind, SpeechAct), long>();
        foreach (var speaker in analysis.Speakers)
        {
            // Two chains that look the same are still two: mentions tell them apart, attributions lead to the first.
            chains.TryAdd(speaker, entities);
            InsertEntity(session, version, entities++, speaker);
        }

        foreach (var attribution in analysis.Attributions)
        {
            if (attribution.Speaker is { } speaker && chains.TryAdd(speaker, entities))
                InsertEntity(session, version, entities++, speaker);
            var row = InsertAttribution(session, version, attribution, attribution.Speaker is { } known ? chains[known] : null);
            ref var trait = ref CollectionsMarshal.GetValueRefOrAddDefault(traits, (attribution.Kind, attribution.Act), out var isKnown);
            if (!isKnown)
                trait = TraitRows.FindOrAdd(session, analysis.Document.Outlet, analysis.Language, attribution.Kind, attribution.Act, options.IsPrimary);
            foreach (var span in attribution.Content)
                session.Execute("insert into content (attribution, start, \"end\", trait) values ($1, $2, $3, $4)", row, (long)span.Start, (long)span.End, trait);
        }
    }

    private static void InsertEntity(SqlSession session, long version, int chain, Speaker speaker) => session.Execute(
        "insert into entity (version, chain, name, kind, role, gender, aliases) values ($1, $2, $3, $4, $5, $6, $7)",
        version, (long)chain, speaker.Name, RowValues.Of(speaker.Kind), speaker.Role, speaker.Gender == Gender.Unknown ? null : RowValues.Of(speaker.Gender), RowValues.OfStrings(speaker.Aliases));

    private static long InsertAttribution(SqlSession session, long version, Attribution attribution, int? chain) => session.Insert(
        """
        insert into attribution (version, ordinal, parent, kind, cue_start, cue_end, source_start, source_end, chain, via, addressee, occasion, place,
            said_from, said_to, act, confidence, rule, speaker_rule)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) returning number
        """,
        version, (long)attribution.Id, (long?)attribution.Parent, RowValues.Of(attribution.Kind), (long?)attribution.Cue?.Start, (long?)attribution.Cue?.End, (long?)attribution.Source?.Start, (long?)attribution.Source?.End,
        (long?)chain, attribution.Via.Count == 0 ? null : RowValues.OfStrings(attribution.Via), attribution.Addressee, attribution.Occasion, attribution.Place,
        RowValues.Of(attribution.Said?.From), RowValues.Of(attribution.Said?.To), RowValues.Of(attribution.Act), attribution.Evidence.Confidence, attribution.Evidence.Rule, attribution.Evidence.SpeakerRule);

    private static Header ReadHeader(SqlRow row)
    {
        var document = new Document(row.GetString(1), row.LongText(6))
        {
            Uri = row.Text(7),
            Title = row.Text(8),
            Outlet = row.Text(9),
            Published = row.Day(11),
            Language = row.Text(13),
            Notes = row.Strings(19),
            Authors = row.Strings(23),
            Modified = row.Day(24),
            Blocks = BlockRows.Read(row.Text(26)),
            PublishedAt = BlockRows.MomentOf(row.Text(27)),
            ModifiedAt = BlockRows.MomentOf(row.Text(28)),
        };
        return new Header(
            row.GetInt64(0), document, row.Int(2), row.GetInt64(3) != 0, row.Time(4), row.GetString(5), row.Day(10), row.Text(12), row.GetInt64(15),
            new AddOptions { Source = row.Text(25), IsPrimary = row.GetInt64(16) != 0, PrimarySpeaker = row.Text(17) },
            row.Strings(18), row.GetString(20), row.GetString(21), row.GetString(22));
    }

    private static StoredDocument Complete(SqlSession session, Header header, ReportFilter? filter = null)
    {
        var entities = session.All(
            "select e.name, e.kind, e.role, e.gender, e.aliases, p.id, p.number from entity e left join speaker p on p.number = e.speaker where e.version = $1 order by e.chain",
            row => (Speaker: ReadSpeaker(row), Id: row.Text(5), Number: row.NullableLong(6)), header.Number);
        var speakers = entities.ConvertAll(entity => entity.Speaker);
        var rows = session.All(
            """
            select a.ordinal, c.start, c."end", s.id, a.chain, c.wording from attribution a join content c on c.attribution = a.number left join statement s on s.number = c.statement
            where a.version = $1 order by a.ordinal, c.start
            """,
            row => (Attribution: row.Int(0), Span: new TextSpan(row.Int(1), row.Int(2)), Statement: row.Text(3), Entity: row.NullableInt(4) is { } chain ? entities[chain] : default, Wording: row.NullableLong(5)), header.Number);
        var contents = rows.ToLookup(row => row.Attribution, row => row.Span);
        var attributions = session.All(
            """
            select ordinal, parent, kind, cue_start, cue_end, source_start, source_end, chain, via, addressee, occasion, place, said_from, said_to, act, confidence, rule, speaker_rule
            from attribution where version = $1 order by ordinal
            """,
            row => ReadAttribution(row, speakers, contents), header.Number);
        if (filter is not null)
        {
            var lookup = rows.ToLookup(row => row.Attribution);
            attributions = Keep(attributions, attribution =>
                filter.FitsForm(attribution.Kind, attribution.Act) && filter.FitsConfidence(attribution.Evidence.Confidence)
                && filter.FitsDay(header.Published ?? attribution.Said?.From)
                && filter.FitsSpeaker(lookup[attribution.Id].First().Entity.Number)
                && lookup[attribution.Id].Any(row => filter.FitsWords(row.Wording, header.Number)));
        }

        var quoted = Deserialize(header.Quoted, StorageJson.Default.IReadOnlyListQuotedRow);
        var spans = quoted.Select(row => (Span: new QuotedSpan(new TextSpan(row.Start, row.End), new TextSpan(row.InnerStart, row.InnerEnd), row.Depth, row.Damage), row.Reason)).ToList();
        return new StoredDocument
        {
            Analysis = new Analysis
            {
                Document = header.Document,
                Language = header.Language,
                Published = header.Published,
                Notes = header.Notes,
                Furniture = FurnitureOf(header.Furniture),
                QuotedSpans = [.. spans.Select(span => span.Span)],
                Unreported = [.. spans.Where(span => span.Reason is not null).Select(span => new UnreportedQuotation(span.Span, span.Reason!))],
                Attributions = attributions,
                Speakers = speakers,
                Mentions = [.. Deserialize(header.Mentions, StorageJson.Default.IReadOnlyListMentionRow).Select(row => new Mention(new TextSpan(row.Start, row.End), row.Chain, row.Rule))],
            },
            Version = header.Ordinal,
            IsCurrent = header.IsCurrent,
            Read = header.Read,
            Engine = header.Engine,
            CopyOf = header.IsCurrent ? CopyRows.FindOriginal(session, header.DocumentRow) : null,
            Copies = header.IsCurrent ? CopyRows.FindCopies(session, header.DocumentRow) : [],
            Options = header.Options,
            Links = new StoredLinks(rows.ToLookup(row => row.Attribution, row => (row.Entity.Id, row.Statement))),
        };
    }

    // One that stood in the content of another that is left out stands in nothing.
    private static List<Attribution> Keep(List<Attribution> attributions, Func<Attribution, bool> passes)
    {
        var kept = attributions.Where(passes).ToList();
        return kept.ConvertAll(attribution => attribution.Parent is { } parent && !kept.Exists(other => other.Id == parent) ? attribution with { Parent = null } : attribution);
    }

    private static Speaker ReadSpeaker(SqlRow row) => new(row.GetString(0), row.Name<SpeakerKind>(1))
    {
        Role = row.Text(2),
        Gender = row.Name<Gender>(3),
        Aliases = row.Strings(4),
    };

    private static Attribution ReadAttribution(SqlRow row, List<Speaker> speakers, ILookup<int, TextSpan> contents) => new()
    {
        Id = row.Int(0),
        Parent = row.NullableInt(1),
        Kind = row.Name<QuotationKind>(2),
        Content = SpanList.Of(contents[row.Int(0)]),
        Cue = row.Span(3),
        Source = row.Span(5),
        Speaker = row.NullableInt(7) is { } chain ? speakers[chain] : null,
        Via = row.Strings(8),
        Addressee = row.Text(9),
        Occasion = row.Text(10),
        Place = row.Text(11),
        Said = row.Day(12) is { } from ? new DateRange(from, row.Day(13)!.Value) : null,
        Act = row.Name<SpeechAct>(14),
        Evidence = new Evidence(row.GetString(16), row.GetDouble(15), row.Text(17)),
    };

    private static IReadOnlyList<T> Deserialize<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<IReadOnlyList<T>> type) =>
        json is "[]" or "" ? [] : JsonSerializer.Deserialize(json, type)!;

    private sealed record Header(
        long Number, Document Document, int Ordinal, bool IsCurrent, DateTime Read, string Engine, DateOnly? Published, string? Language, long DocumentRow, AddOptions Options,
        IReadOnlyList<string> Notes, string Furniture, string Quoted, string Mentions);

    private sealed class StoredLinks(ILookup<int, (string? Speaker, string? Statement)> byAttribution) : ExtractionLinks
    {
        public override string? SpeakerOf(Attribution attribution) => byAttribution[attribution.Id].FirstOrDefault().Speaker;

        public override string? StatementOf(Attribution attribution, int content) => byAttribution[attribution.Id].ElementAt(content).Statement;
    }
}
