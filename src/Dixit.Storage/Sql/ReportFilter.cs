// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage.Sql;

/// <summary>What a question asks of one report of words, whoever reports them.</summary>
internal sealed class ReportFilter
{
    private readonly StatementQuery _query;
    private readonly HashSet<long>? _wordings;
    private readonly HashSet<long>? _aboutWordings;
    private readonly HashSet<long>? _aboutVersions;

    /// <summary>Looks up what the words of the question stand for.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="dialect">How to.</param>
    /// <param name="reader">What reads words.</param>
    /// <param name="query">The question; its order, its limit and its cursor do not matter here.</param>
    /// <param name="withWords">Whether a report must have the words itself, rather than another report of its statement.</param>
    public ReportFilter(SqlSession session, SqlDialect dialect, Func<StatementReader> reader, StatementQuery query, bool withWords)
    {
        _query = query;
        Speakers = query.By is null ? null : SpeakerSearch.Find(session, query.By, name => reader().Read(name).Folded);
        if (withWords && !string.IsNullOrWhiteSpace(query.Words))
            _wordings = Find(query.Words);
        if (string.IsNullOrWhiteSpace(query.About))
            return;
        _aboutWordings = Find(query.About);
        _aboutVersions = [.. dialect.FindHeadings(session, WordQuery.Parse(query.About, reader()))];

        HashSet<long> Find(string words) => [.. dialect.FindWordings(session, WordQuery.Parse(words, reader()), null).Select(found => found.Wording)];
    }

    /// <summary>The rows of the speakers whose words are asked for, or null for all.</summary>
    public IReadOnlyList<long>? Speakers { get; }

    /// <summary>Whether anything is asked of the attribution, and not of its document alone.</summary>
    public bool AsksOfAttributions => Speakers is not null || _wordings is not null || _aboutWordings is not null || _query.Kind is not null || _query.Act is not null;

    /// <summary>Whether the outlet is the one asked for.</summary>
    public bool FitsOutlet(string? outlet) => _query.Outlet is null || string.Equals(_query.Outlet, outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the day is within those asked for; one that is not known is only where none are.</summary>
    public bool FitsDay(DateOnly? day) => (_query.From is null || day >= _query.From) && (_query.To is null || day <= _query.To);

    /// <summary>Whether the form and the act are those asked for.</summary>
    public bool FitsForm(QuotationKind kind, SpeechAct act) => (_query.Kind is null || kind == _query.Kind) && (_query.Act is null || act == _query.Act);

    /// <summary>Whether the speaker is one of those asked for.</summary>
    public bool FitsSpeaker(long? speaker) => Speakers is null || (speaker is { } known && Speakers.Contains(known));

    /// <summary>Whether the words are those asked for, and about what is asked.</summary>
    public bool FitsWords(long? wording, long version) =>
        (_wordings is null || (wording is { } known && _wordings.Contains(known)))
        && (_aboutWordings is null || _aboutVersions!.Contains(version) || (wording is { } own && _aboutWordings.Contains(own)));

    /// <summary>Whether a report fits all but the speaker, whom its statement has.</summary>
    public bool Fits(StatementReport report) =>
        FitsOutlet(report.Outlet) && FitsDay(report.Day) && FitsForm(report.Kind, report.Act) && FitsWords(report.WordingRow, report.VersionRow);
}
