// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Dixit.Attributions;
using Dixit.Cli.Commands;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Which statements or reports a command over a ledger is about.</summary>
/// <param name="withConfidence">Whether what is less likely to be right can be left out.</param>
internal sealed class FilterOptions(bool withConfidence = true)
{
    private readonly Option<string?> _by = new("--by") { Description = "Who said it: a name, a part of one, or the id of a speaker.", HelpName = "NAME" };

    private readonly Option<string?> _about = new("--about") { Description = "What it is about: words of the wording or of the article's headline.", HelpName = "WORDS" };

    private readonly Option<string?> _outlet = new("--outlet") { Description = "Who published it.", HelpName = "NAME" };

    private readonly Option<DateOnly?> _from = LedgerOptions.Day("--from", "Not reported before this day.");

    private readonly Option<DateOnly?> _to = LedgerOptions.Day("--to", "Not reported after this day.");

    private readonly Option<QuotationKind?> _type = LedgerOptions.Name<QuotationKind>("--type", "How it is reported: {0}.", "TYPE");

    private readonly Option<SpeechAct?> _act = LedgerOptions.Name<SpeechAct>("--act", "What the speaker does in saying it: {0}.", "ACT");

    private readonly Option<string?> _language = new("--language") { Description = "The language of the article, such as fr or en.", HelpName = "LANGUAGE" };

    private readonly Option<CopyCounting?> _copies = LedgerOptions.Copies();

    private readonly Option<TextQuality?> _quality = LedgerOptions.Quality();

    private readonly Option<double?> _minConfidence = ConfidenceOption.Create();

    private IEnumerable<Option> All => [_by, _about, _outlet, _from, _to, _type, _act, _language, _copies, _quality, .. withConfidence ? [_minConfidence] : Array.Empty<Option>()];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Options.Add(option);
    }

    /// <summary>The question that they ask.</summary>
    public StatementQuery Read(ParseResult parse) => new()
    {
        By = parse.GetValue(_by),
        About = parse.GetValue(_about),
        Outlet = parse.GetValue(_outlet),
        From = parse.GetValue(_from),
        To = parse.GetValue(_to),
        Kind = parse.GetValue(_type),
        Act = parse.GetValue(_act),
        Language = parse.GetValue(_language),
        MinQuality = parse.GetValue(_quality),
        WithoutCopies = parse.GetValue(_copies) == CopyCounting.Once,
        MinConfidence = withConfidence ? parse.GetValue(_minConfidence) : null,
    };

    /// <summary>Whether any of them was given.</summary>
    public bool AnyGiven(ParseResult parse) => All.Any(option => parse.GetResult(option) is not null);
}
