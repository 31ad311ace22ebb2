// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Quotations;
using Dixit.Statements;
using Dixit.Storage.Sql.Linking;

namespace Dixit.Storage.Sql;

/// <summary>What a question asks of one report of words, whoever reports them.</summary>
internal sealed class ReportFilter
{
    private readonly SqlSession _session;
    private readonly Func<StatementReader> _reader;
    private readonly StatementQuery _query;
    private readonly bool _withWords;
    private (long Version, bool IsAbout) _heading;
    private (long Version, bool Fits) _document;

    /// <summary>Looks up whom the question means.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="reader">What reads words.</param>
    /// <param name="query">The question; its order, its limit and its cursor do not matter here.</param>
    /// <param name="withWords">Whether a report must have the words itself, rather than another report of its statement.</param>
    public ReportFilter(SqlSession session, Func<StatementReader> reader, StatementQuery query, bool withWords)
    {
        (_session, _reader, _query, _withWords) = (session, reader, query, withWords);
        Words = string.IsNullOrWhiteSpace(query.Words) ? null : WordQuery.Parse(query.Words, reader());
        About = string.IsNullOrWhiteSpace(query.About) ? null : WordQuery.Parse(query.About, reader());
        Speakers = query.By is null ? null : SpeakerSearch.Find(session, query.By, name => reader().Read(name).Folded);
    }

    /// <summary>The words asked for, or null.</summary>
    public WordQuery? Words { get; }

    /// <summary>What it must be about, or null.</summary>
    public WordQuery? About { get; }

    /// <summary>The rows of the speakers whose words are asked for, or null for all.</summary>
    public IReadOnlyList<long>? Speakers { get; }

    /// <summary>Whether anything is asked of the attribution, and not of its document alone.</summary>
    public bool AsksOfAttributions => Speakers is not null || Words is not null || About is not null || _query.Kind is not null || _query.Act is not null || _query.MinConfidence is not null;

    /// <summary>Whether a version's document is one of those asked for: no copy, of a good text.</summary>
    public bool FitsDocument(long version)
    {
        if (!AsksOfDocuments)
            return true;
        if (_document.Version != version)
            _document = (version, FindFit(version));
        return _document.Fits;
    }

    /// <summary>Whether what a content's row and its trait tell is enough to say whether it fits, beside its words.</summary>
    public bool IsPlain => About is null && _query.MinConfidence is null && !AsksOfDocuments;

    /// <summary>Whether a trait has what is asked for.</summary>
    public bool Fits(Trait trait) => FitsOutlet(trait.Outlet) && FitsLanguage(trait.Language) && FitsForm(trait.Kind, trait.Act);

    /// <summary>Whether a content is as sure as is asked, in a document that is asked for.</summary>
    public bool FitsEvidence(long content) =>
        (_query.MinConfidence is null && !AsksOfDocuments)
        || _session.First(
            "select a.version, a.confidence from content c join attribution a on a.number = c.attribution where c.number = $1", row => (Version: row.GetInt64(0), Confidence: row.GetDouble(1)), content) is var evidence
        && FitsConfidence(evidence.Confidence) && FitsDocument(evidence.Version);

    /// <summary>The rows of the traits that have what is asked for, or null where all do.</summary>
    public IReadOnlyList<long>? FindTraits(IReadOnlyList<Trait?> traits) =>
        _query.Outlet is null && _query.Language is null && _query.Kind is null && _query.Act is null ? null : [.. traits.OfType<Trait>().Where(Fits).Select(trait => trait.Number)];

    /// <summary>Whether the outlet is the one asked for.</summary>
    public bool FitsOutlet(string? outlet) => _query.Outlet is null || string.Equals(_query.Outlet, outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the language is the one asked for.</summary>
    public bool FitsLanguage(string? language) => _query.Language is null || string.Equals(_query.Language, language, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the day is within those asked for; one that is not known is only where none are.</summary>
    public bool FitsDay(DateOnly? day) => (_query.From is null || day >= _query.From) && (_query.To is null || day <= _query.To);

    /// <summary>Whether the form and the act are those asked for.</summary>
    public bool FitsForm(QuotationKind kind, SpeechAct act) => (_query.Kind is null || kind == _query.Kind) && (_query.Act is null || act == _query.Act);

    /// <summary>Whether it is as likely to be right as is asked.</summary>
    public bool FitsConfidence(double confidence) => _query.MinConfidence is null || confidence >= _query.MinConfidence;

    /// <summary>Whether the speaker is one of those asked for.</summary>
    public bool FitsSpeaker(long? speaker) => Speakers is null || (speaker is { } known && Speakers.Contains(known));

    /// <summary>Whether the words are those asked for, and about what is asked.</summary>
    public bool FitsWords(long? wording, long version)
    {
        if ((!_withWords || Words is null) && About is null)
            return true;
        return FitsWords(wording is { } row ? ReadWording(row) : null, version);
    }

    /// <summary>Whether a wording that was found loosely (<see cref="ContentMatch.IsLoose"/>) has the words that are asked for.</summary>
    public bool HoldsWords(long wording) => ReadWording(wording) is { } text && Words!.Fits(text, isHeading: false);

    /// <summary>Whether a report fits all but the speaker, whom its statement has.</summary>
    public bool Fits(StatementReport report) =>
        FitsOutlet(report.Outlet) && FitsDay(report.Day) && FitsForm(report.Kind, report.Act) && FitsConfidence(report.Confidence)
        && FitsLanguage(report.Language) && FitsDocument(report.VersionRow)
        && (((!_withWords || Words is null) && About is null) || FitsWords(_reader().Read(report.Wording, report.Language), report.VersionRow));

    private bool AsksOfDocuments => _query.WithoutCopies || _query.MinQuality is not null;

    private bool FindFit(long version) => _session.First(
        "select v.quality, c.document is not null from version v left join copy c on c.document = v.document where v.number = $1",
        row => (_query.MinQuality is not { } least || (!row.IsDBNull(0) && row.GetDouble(0) >= (double)least)) && !(_query.WithoutCopies && row.GetInt64(1) != 0), version);

    private StatementText? ReadWording(long wording) =>
        _session.First("select text, language from wording where number = $1", row => _reader().Read(row.LongText(0), row.Text(1)), wording);

    private bool FitsWords(StatementText? text, long version) =>
        (!_withWords || Words is null || (text is not null && Words.Fits(text, isHeading: false)))
        && (About is null || (text is not null && About.Fits(text, isHeading: false)) || IsHeadedBy(version));

    private bool IsHeadedBy(long version)
    {
        if (_heading.Version != version)
            _heading = (version, About!.Fits(Headings.Read(_session, version, _reader()), isHeading: true));
        return _heading.IsAbout;
    }
}
