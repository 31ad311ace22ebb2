// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Attributions;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;
using Dixit.Quotations;
using Dixit.Reading;
using Dixit.Statements;
using Dixit.Storage;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit check</c>: did X really say this?</summary>
internal sealed class CheckCommand : Command, IDocumentedCommand
{
    private readonly Terminal _terminal;
    private readonly LedgerOption _ledger = new();

    private readonly Argument<string?> _claim = new("CLAIM")
    {
        Description = "The words that somebody is said to have said; what was left out may be marked … or […].",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _by = new("--by") { Description = "Who is said to have said it: a name, a part of one, or the id of a speaker. Without it any speaker will do.", HelpName = "NAME" };

    private readonly Option<DateOnly?> _date = LedgerOptions.Day("--date", "Only what was said by this day counts.");

    private readonly Option<string?> _file = new("--file") { Description = "Check every quotation of a draft instead of a claim.", HelpName = "DRAFT" };

    private readonly Option<bool> _json = LedgerOptions.Json();

    public CheckCommand(Terminal terminal)
        : base("check", "Hold claimed words against the ledger: verbatim, reworded, altered, misattributed or not found, with the evidence.")
    {
        _terminal = terminal;
        Arguments.Add(_claim);
        foreach (var option in (Option[])[_by, _date, _file, _json])
            Options.Add(option);
        _ledger.AddTo(this);
        Validators.Add(Validate);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("dixit check \"Le lac ne sera pas vidé\" --by \"Hélène Vaudrel\"", "Did she say that, in these words or in others?"),
        new("dixit check \"Le lac sera vidé\" --by Vaudrel --date 2024-10-10", "As far as it was said by that day."),
        new("dixit check --file brouillon.txt", "Every quotation of a draft, by whom the draft gives it to."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } =
    [
        new("Verdicts",
        [
            ("verbatim", "These words, in this order, are on record from this speaker."),
            ("reworded", "The record says the same thing in other words."),
            ("altered", "Close to the record, but a word that carries meaning differs: a negation, a number, a name, a modal. Exit status 3."),
            ("misattributed", "On record, from someone else. Exit status 4."),
            ("not-found", "Nothing on record comes near. Exit status 5."),
        ]),
    ];

    private void Validate(CommandResult result)
    {
        var claim = result.GetValue(_claim);
        if (claim is null == result.GetValue(_file) is null)
            result.AddError("check needs either a CLAIM or --file DRAFT.");
        else if (claim is not null && string.IsNullOrWhiteSpace(claim))
            result.AddError("The claim has no words.");
    }

    private int Run(ParseResult parse) => _ledger.Ask(parse, _terminal, ledger =>
        parse.GetValue(_file) is { } draft ? CheckDraft(parse, ledger, draft) : CheckClaim(parse, ledger, parse.GetValue(_claim)!));

    private int CheckClaim(ParseResult parse, ILedger ledger, string claim)
    {
        var check = ledger.Check(claim, parse.GetValue(_by), parse.GetValue(_date));
        if (parse.GetValue(_json))
        {
            Answer.Write(_terminal, json => Verdicts.Write(json, claim, check));
        }
        else
        {
            using var output = _terminal.OpenOutputWriter();
            Verdicts.Write(output, claim, check, _terminal.OutputHasColour, _terminal.Width);
        }

        return Verdicts.Status(check.Verdict);
    }

    private int CheckDraft(ParseResult parse, ILedger ledger, string path)
    {
        var pipeline = new PipelineBuilder().Build();
        var quotes = new List<CheckedQuote>();
        var analyses = new List<Analysis>();
        var isRead = true;
        foreach (var input in new DocumentReader().Read([path]))
        {
            if (!input.Succeeded)
            {
                _terminal.Error.WriteLine(VisibleText.OneLine(input.Problem.ToString()));
                isRead = false;
                continue;
            }

            var analysis = pipeline.Analyse(input.Document);
            analyses.Add(analysis);
            quotes.AddRange(
                from attribution in analysis.Attributions
                where attribution.Kind != QuotationKind.Indirect
                let claim = string.Join(" … ", attribution.Content.Select(span => analysis.Document[span].ToString()))
                let name = parse.GetValue(_by) ?? attribution.Speaker?.Name
                select new CheckedQuote(analysis, attribution, claim, name, ledger.Check(claim, name, parse.GetValue(_date))));
        }

        if (parse.GetValue(_json))
            WriteDraftJson(quotes);
        else if (isRead || analyses.Count > 0)
            WriteDraftText(analyses, quotes);
        if (!isRead)
            return ExitStatus.Failure;
        return quotes.Count == 0 ? ExitStatus.Success : Verdicts.Status(quotes.Max(quote => quote.Check.Verdict));
    }

    private void WriteDraftJson(List<CheckedQuote> quotes) => Answer.Write(_terminal, json =>
    {
        json.WriteString("verdict", quotes.Count == 0 ? null : Verdicts.Name(quotes.Max(quote => quote.Check.Verdict)));
        json.WriteEach("quotations", quotes, quote =>
        {
            json.WriteString("document", quote.Analysis.Document.Id);
            json.WriteNumber("attribution", quote.Attribution.Id);
            json.WriteString("by", quote.By);
            json.WriteSpans("content", quote.Analysis.Document.Text, quote.Attribution.Content);
            Verdicts.Write(json, quote.Claim, quote.Check);
        });
    });

    private void WriteDraftText(List<Analysis> analyses, List<CheckedQuote> quotes)
    {
        using var output = _terminal.OpenOutputWriter();
        var number = 0;
        foreach (var quote in quotes)
        {
            output.Write($"{++number}. {VisibleText.OneLine(quote.By ?? "unknown")}: ");
            var line = VisibleText.Shorten(quote.Claim, Math.Max(40, _terminal.Width - 24));
            output.Write($"“{line}”\n   ");
            Verdicts.Write(output, quote.Claim, quote.Check, _terminal.OutputHasColour, _terminal.Width);
        }

        if (quotes.Count == 0)
            output.Write("There is no quotation in it.\n");
        foreach (var analysis in analyses)
        {
            output.Write('\n');
            WriteMarked(output, analysis, quotes);
        }
    }

    // The draft itself, each quotation followed by its number and verdict.
    private void WriteMarked(TextWriter output, Analysis analysis, List<CheckedQuote> quotes)
    {
        var marks = quotes.Select((quote, index) => (Quote: quote, Number: index + 1)).Where(mark => mark.Quote.Analysis == analysis).OrderBy(mark => mark.Quote.Attribution.Content.Extent.End).ToList();
        var styled = new StyledWriter(output, _terminal.OutputHasColour, _terminal.OutputIsScreen ? _terminal.Width : null);
        var written = 0;
        foreach (var (quote, number) in marks)
        {
            var end = Math.Max(written, quote.Attribution.Content.Extent.End);
            styled.Write(analysis.Document.Text.AsSpan(written, end - written));
            styled.Write($" ⟦{number}: {Verdicts.Name(quote.Check.Verdict)}⟧", Verdicts.LookOf(quote.Check.Verdict));
            written = end;
        }

        styled.Write(analysis.Document.Text.AsSpan(written).TrimEnd());
        styled.EndLine();
    }

    private sealed record CheckedQuote(Analysis Analysis, Attribution Attribution, string Claim, string? By, ClaimCheck Check);
}
