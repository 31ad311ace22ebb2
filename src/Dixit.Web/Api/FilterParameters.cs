// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Globalization;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Storage;

namespace Dixit.Web.Api;

/// <summary>What to ask for, as a query string has it. Values are texts here, so that what cannot be used is told by its name.</summary>
internal sealed record FilterParameters
{
    [Description("Words that must all be in a wording, in whatever form; words between quote marks must stand together.")]
    public string? Q { get; init; }

    [Description("Who said it: a name, a part of one, or the id of a speaker.")]
    public string? By { get; init; }

    [Description("What it is about: words of the wording or of the article's headline.")]
    public string? About { get; init; }

    [Description("Who published it.")]
    public string? Outlet { get; init; }

    [Description("Not reported before this day, as YYYY-MM-DD.")]
    public string? From { get; init; }

    [Description("Not reported after this day, as YYYY-MM-DD.")]
    public string? To { get; init; }

    [Description("How it is reported: direct, mixed or indirect.")]
    public string? Type { get; init; }

    [Description("What the speaker does in saying it: assert, commit, refuse, demand, warn, deny, accuse, predict, praise, regret or ask.")]
    public string? Act { get; init; }

    [Description("The language of the document, such as fr or en.")]
    public string? Language { get; init; }

    [Description("Whether a text that several outlets ran counts for each of them or once, for the earliest: all or once; all without it.")]
    public string? Copies { get; init; }

    [Description("How good the text of a document must be at least, by what is known to be damaged in it: poor, fair or good.")]
    public string? Quality { get; init; }

    /// <summary>The question, or what is wrong with it.</summary>
    public StatementQuery Read(FieldReader fields) => new()
    {
        Words = fields.Text("q", Q),
        By = fields.Text("by", By),
        About = fields.Text("about", About),
        Outlet = fields.Text("outlet", Outlet),
        Language = fields.Text("language", Language, 20),
        WithoutCopies = fields.Choice("copies", Copies, FieldReader.Copies) ?? false,
        MinQuality = fields.Name<TextQuality>("quality", Quality),
        From = fields.Day("from", From),
        To = fields.Day("to", To),
        Kind = fields.Name<QuotationKind>("type", Type),
        Act = fields.Name<SpeechAct>("act", Act),
    };
}

/// <summary>What to ask for and in which order, a page at a time.</summary>
internal sealed record PageParameters
{
    [Description("What comes first: best, newest, oldest or reports. Without it, what fits the words best, or the newest.")]
    public string? Sort { get; init; }

    [Description("How many at most, from 1 to 1000; 20 without it.")]
    public string? Limit { get; init; }

    [Description("Where to go on: the next of the page before.")]
    public string? Cursor { get; init; }
}

