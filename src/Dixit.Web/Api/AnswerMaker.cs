// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Statements;
using Dixit.Storage;
using Dixit.Timelines;
using Dixit.Web.Jobs;

namespace Dixit.Web.Api;

/// <summary>Makes answers of what the ledger says: names and forms as the command line's <c>--json</c> has them, offsets in code points.</summary>
internal static class AnswerMaker
{
    public static StatementsAnswer Of(StatementPage page) => new([.. page.Statements.Select(Of)], page.Next);

    public static FoundAnswer Of(FoundStatement found)
    {
        var (statement, points) = (found.Statement, new CodePointOffsets(found.Wording));
        return new FoundAnswer
        {
            Id = statement.Id,
            Speaker = Of(statement.Speaker),
            Text = statement.Text,
            Act = Wording.Of(statement.Act),
            First = statement.First,
            Last = statement.Last,
            Documents = statement.Documents,
            Outlets = statement.Outlets,
            Reports = [.. statement.Reports.Select(Of)],
            Found = found.Wording,
            Highlights = [.. found.Highlights.Select(span => Of(points, span))],
        };
    }

    public static StatementDetailAnswer Of(StoredStatement statement, StatementReader reader) => new()
    {
        Id = statement.Id,
        Speaker = Of(statement.Speaker),
        Text = statement.Text,
        Act = Wording.Of(statement.Act),
        First = statement.First,
        Last = statement.Last,
        Documents = statement.Documents,
        Outlets = statement.Outlets,
        Reports = [.. statement.Reports.Select(Of)],
        Variants =
        [
            .. Variants.Of(statement, reader).Select(variant => new VariantAnswer(
                variant.Wording, [.. variant.Reports.Select(report => new VariantReportAnswer(report.Document, report.Outlet, report.Day))], Of(variant.Base, variant.Wording, variant.Difference))),
        ],
    };

    public static SpeakerNameAnswer? Of(SpeakerReference? speaker) => speaker is null ? null : new SpeakerNameAnswer(speaker.Id, speaker.Name, Wording.Of(speaker.Kind));

    public static SpeakerAnswer Of(StoredSpeaker speaker) => new()
    {
        Id = speaker.Reference.Id,
        Name = speaker.Reference.Name,
        Kind = Wording.Of(speaker.Reference.Kind),
        Gender = Wording.Of(speaker.Gender),
        Wikidata = speaker.Wikidata,
        Names = speaker.Names,
        Roles = speaker.Roles,
        First = speaker.First,
        Last = speaker.Last,
        FormerIds = speaker.FormerIds,
        Documents = speaker.Documents,
        Statements = speaker.Statements,
    };

    public static TimelineAnswer Of(SpeakerReference speaker, Timeline timeline) => new(
        Of(speaker)!, timeline.Topics.Sum(topic => topic.Turns.Count), [.. timeline.Topics.Select(topic => new TopicAnswer(topic.Words, [.. topic.Statements.Select(entry => Of(timeline, topic, entry))]))]);

    public static FacetsAnswer Of(StatementFacets facets) => new(
        facets.Counted, facets.IsWhole, facets.Outlets, facets.Speakers, facets.Acts, facets.Kinds, facets.Languages, facets.Days);

    public static DoubtfulAnswer Of(DoubtfulPage page) =>
        new([.. page.Attributions.Select(each => new DoubtfulAttributionAnswer(each.Document, each.Attribution, Math.Round(each.Confidence, 2)))], page.Next);

    public static VersionsAnswer Of(string document, IReadOnlyList<DocumentVersion> versions) => new(
        document,
        [
            .. versions.Select(version => new VersionAnswer(
                version.Version, version.Read, [.. version.Changes.Select(change => new QuoteChangeAnswer(Wording.Of(change.Kind), change.Before, change.After, change.SpeakerBefore, change.SpeakerAfter))])),
        ]);

    public static CheckAnswer Of(string claim, ClaimCheck check) => new()
    {
        Claim = claim,
        Verdict = Wording.Of(check.Verdict),
        Truncated = check.IsTruncated,
        Statement = StatementOf(check.Worst),
        Evidence = Of(claim, check.Worst, check.Worst?.Evidence),
        Nearest = Of(claim, check.Worst, check.Worst?.Nearest),
        Sentences = SentencesOf(claim, check),
    };

    public static QuotationAnswer Of(CheckedQuote quote) => new()
    {
        Attribution = quote.Attribution.Id,
        By = quote.By,
        Content = [.. quote.Attribution.Content.Select(span => Of(new CodePointOffsets(quote.Text), span))],
        Claim = quote.Claim,
        Verdict = Wording.Of(quote.Check.Verdict),
        Truncated = quote.Check.IsTruncated,
        Statement = StatementOf(quote.Check.Worst),
        Evidence = Of(quote.Claim, quote.Check.Worst, quote.Check.Worst?.Evidence),
        Nearest = Of(quote.Claim, quote.Check.Worst, quote.Check.Worst?.Nearest),
        Sentences = SentencesOf(quote.Claim, quote.Check),
    };

    public static LedgerAnswer Of(LedgerInfo info, string engine) => new()
    {
        Engine = engine,
        Documents = info.Documents,
        Versions = info.Versions,
        Attributions = info.Attributions,
        Speakers = info.Speakers,
        Statements = info.Statements,
        Outlets = info.Outlets,
        First = info.First,
        Last = info.Last,
    };

    public static StatisticsAnswer Of(LedgerStatistics statistics) => new(statistics.Total)
    {
        SpeakerCount = statistics.SpeakerCount,
        OutletCount = statistics.OutletCount,
        Copies = statistics.Copies,
        First = statistics.First,
        Last = statistics.Last,
        Outlets = [.. statistics.Outlets.Select(group => new OutletCountsAnswer(group.Name, group.Speakers, group.Counts))],
        Months = [.. statistics.Months.Select(group => new MonthCountsAnswer(group.Name, group.Speakers, group.Counts))],
        Kinds = [.. statistics.Kinds.Select(group => new KindCountsAnswer(group.Name, group.Speakers, group.Counts))],
        Genders = [.. statistics.Genders.Select(group => new GenderCountsAnswer(group.Name, group.Speakers, group.Counts))],
        Sourcing = [.. statistics.Sourcing.Select(group => new SourcingCountsAnswer(group.Name, group.Speakers, group.Counts))],
        Agencies = [.. statistics.Agencies.Select(group => new AgencyCountsAnswer(group.Name, group.Speakers, group.Counts))],
        Speakers = [.. statistics.Speakers.Select(speaker => new SpeakerCountsAnswer(Of(speaker.Speaker)!, Wording.Of(speaker.Gender), speaker.Outlets, speaker.Counts))],
        Pairs = [.. statistics.Pairs.Select(pair => new PairCountsAnswer(pair.Outlet, Of(pair.Speaker)!, pair.Counts))],
    };

    public static CorrectionAnswer Of(StoredCorrection stored)
    {
        var answer = new CorrectionAnswer { Number = stored.Number, Reason = stored.Correction.Reason, At = stored.When, Words = stored.Words, Result = stored.Result, Applicable = stored.IsApplicable };
        return stored.Correction switch
        {
            SpeakerCorrection speaker => answer with { Document = speaker.Document, Attribution = speaker.Attribution, Speaker = speaker.Speaker, New = speaker.New is { } kind ? Wording.Of(kind) : null },
            Rejection rejection => answer with { Document = rejection.Document, Attribution = rejection.Attribution, Reject = true },
            SpanCorrection span => answer with
            {
                Document = span.Document,
                Attribution = span.Attribution,
                Content = span.Content is null ? null : stored.Content,
                Cue = span.Cue is null ? null : stored.Cue,
                Source = span.Source is null ? null : stored.Source,
            },
            StatementJoin join => answer with { Join = join.Statements },
            StatementPart part => answer with { Part = part.Statement, Reports = [.. part.Reports.Select(report => new PlaceAnswer(report.Document, report.Attribution))] },
            SpeakerMerge merge => answer with { Merge = [merge.Kept, .. merge.Others] },
            SpeakerSplit split => answer with { Split = split.Speaker, Documents = split.Documents, Names = split.Names, Name = split.Name },
            SpeakerRename rename => answer with { Rename = rename.Speaker, Name = rename.Name },
            _ => answer,
        };
    }

    public static JobAnswer Of(ReadJob job)
    {
        var state = job.State;
        return new JobAnswer
        {
            Id = job.Id,
            State = Wording.Of(state.Stage),
            Inputs = job.Inputs,
            Counts = Of(state.Counts),
            Problems = [.. state.Problems.Select(problem => new JobProblemAnswer(problem.Code, problem.Message, problem.Path, problem.Line, problem.Column))],
            Documents = [.. state.Documents],
            Failure = state.Failure,
        };
    }

    public static RunAnswer Of(RunInfo run) => new(run.Number, run.Engine, run.Started, run.Finished, Of(run.Counts));

    private static JobCountsAnswer Of(RunCounts counts) => new(counts.Added, counts.Changed, counts.Refreshed, counts.Unchanged, counts.Failed, counts.Skipped);

    public static IReadOnlyList<ChangeAnswer> Of(string before, string after, WordDifference difference) =>
        [.. difference.Changes.Select(change => new ChangeAnswer(Wording.Of(change.Kind), Cut(before, change.Before), Cut(after, change.After), Wording.Of(change.Meanings)))];

    private static ReportAnswer Of(StatementReport report) => new()
    {
        Wording = report.Wording,
        Document = report.Document,
        Version = report.Version,
        Current = report.IsCurrent,
        Attribution = report.Attribution,
        Start = report.CodePoints.Start,
        End = report.CodePoints.End,
        Outlet = report.Outlet,
        Title = report.Title,
        Uri = report.Uri,
        Published = report.Published,
        Said = report.Said,
        Primary = report.IsPrimary,
        Type = Wording.Of(report.Kind),
        Act = Wording.Of(report.Act),
        Via = report.Via,
        Confidence = Math.Round(report.Confidence, 2),
    };

    private static TimelineStatementAnswer Of(Timeline timeline, TimelineTopic topic, DatedStatement entry) => new()
    {
        Id = entry.Id,
        Date = entry.Day,
        Act = Wording.Of(entry.Act),
        Type = Wording.Of(entry.Text.Kind),
        Wording = entry.Text.Text,
        Documents = timeline.Statements[entry].Documents,
        Outlets = timeline.Statements[entry].Outlets,
        Turn = Timeline.TurnTo(topic, entry) is { } turn
            ? new TurnAnswer(Wording.Of(turn.Kind), new TurnFromAnswer(turn.Earlier.Id, turn.Earlier.Day, Wording.Of(turn.Earlier.Act), turn.Earlier.Text.Text))
            : null,
    };

    private static IReadOnlyList<SentenceAnswer> SentencesOf(string claim, ClaimCheck check)
    {
        var points = new CodePointOffsets(claim);
        return
        [
            .. check.Sentences.Select(sentence => new SentenceAnswer(
                points.FromUtf16(sentence.Span.Start), points.FromUtf16(sentence.Span.End), Wording.Of(sentence.Verdict), sentence.IsTruncated,
                sentence.IsAltered || sentence.Verdict == ClaimVerdict.Altered, StatementOf(sentence))),
        ];
    }

    private static string? StatementOf(SentenceCheck? sentence) => sentence is { Evidence: [var first, ..] } ? first.Record.Statement : null;

    private static IReadOnlyList<EvidenceAnswer> Of(string claim, SentenceCheck? sentence, IReadOnlyList<ClaimEvidence>? evidence) => sentence is null ? [] :
    [
        .. (evidence ?? []).Select(item => new EvidenceAnswer
        {
            Statement = item.Record.Statement,
            SpeakerId = item.Record.Speaker,
            Speaker = item.Record.SpeakerName,
            Document = item.Record.Content.Document,
            Outlet = item.Record.Content.Outlet,
            Date = item.Record.Content.Date,
            Uri = item.Record.Uri,
            Primary = item.Record.IsPrimary,
            Start = item.Record.Content.Start,
            End = item.Record.Content.Start + new CodePointOffsets(item.Record.Content.Text.Text).Length,
            Wording = item.Wording.Text,
            Verdict = Wording.Of(item.Verdict),
            Similarity = Math.Round(item.Similarity, 3),
            Difference = Of(item.Wording.Text, Cut(claim, sentence.Span), item.Difference),
        }),
    ];

    private static SpanAnswer Of(CodePointOffsets points, TextSpan span) => new(points.FromUtf16(span.Start), points.FromUtf16(span.End));

    private static string Cut(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
