// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Quotations;
using Dixit.Reading.Writing;
using Dixit.Statements;
using Dixit.Storage;
using Dixit.Web.Api;
using ModelContextProtocol;

namespace Dixit.Cli.Ledgers;

/// <summary>What an assistant may ask of a ledger. Answers are JSON, in the words of the API.</summary>
internal sealed class LedgerTools(ILedger ledger, StatementReader reader)
{
    private const int MostStatements = 50;
    private const int MostTimeline = 200;
    private const int LongestClaim = 20_000;
    private static readonly JsonSerializerOptions _json = MakeOptions();

    [Description("Finds what was said: statements with their speaker, their wordings and where each is reported, the best first.")]
    public string Find(
        [Description("Words that must all be in a wording, in whatever form; words between quote marks must stand together.")] string? words = null,
        [Description("Who said it: a name, a part of one, or the id of a speaker.")] string? by = null,
        [Description("What it is about: words of the wording or of the headline.")] string? about = null,
        [Description("Who published it.")] string? outlet = null,
        [Description("Not reported before this day, as YYYY-MM-DD.")] string? from = null,
        [Description("Not reported after this day, as YYYY-MM-DD.")] string? to = null,
        [Description("direct, mixed or indirect.")] string? type = null,
        [Description("assert, commit, refuse, demand, warn, deny, accuse, predict, praise, regret or ask.")] string? act = null,
        [Description("How many at most, from 1 to 50; 10 without it.")] int limit = 10,
        [Description("The next of the answer before, to go on.")] string? cursor = null) => Answer(fields =>
    {
        var query = new StatementQuery
        {
            Words = fields.Text("words", words),
            By = fields.Text("by", by),
            About = fields.Text("about", about),
            Outlet = fields.Text("outlet", outlet),
            From = fields.Day("from", from),
            To = fields.Day("to", to),
            Kind = fields.Name<QuotationKind>("type", type),
            Act = fields.Name<SpeechAct>("act", act),
            Limit = fields.Number("limit", $"{limit}", 10, MostStatements),
            Cursor = fields.Text("cursor", cursor),
        };
        Refuse(fields);
        return AnswerMaker.Of(ledger.Find(query));
    });

    [Description("Shows a statement (s-…) with every wording held against the first, a speaker (p-… or a name), or a document with all that is reported in it.")]
    public string Show([Description("The id of a statement, a speaker or a document, or a speaker's name.")] string id) => Answer<object>(fields =>
    {
        var asked = fields.Need("id", id, FieldReader.LongestText);
        Refuse(fields);
        if (asked.StartsWith("s-", StringComparison.Ordinal) && ledger.FindStatement(asked) is { } statement)
            return AnswerMaker.Of(statement, reader);
        if (ledger.FindDocument(asked) is { } document)
            return JsonDocument.Parse(Write(document)).RootElement;
        return ledger.Speakers(asked, MostStatements) is { Count: > 0 } speakers
            ? new SpeakersAnswer([.. speakers.Select(AnswerMaker.Of)])
            : throw new McpException($"{LedgerProblems.NoSuchId}: there is no statement, document or speaker \"{asked}\" in the ledger");
    });

    [Description("Holds words that somebody is claimed to have said against the record: verbatim, reworded, altered, misattributed or not-found, with the evidence and the difference word by word.")]
    public string Check(
        [Description("The words; what was left out may be marked … or […].")] string claim,
        [Description("Who is said to have said it: a name, a part of one, or the id of a speaker; anybody without it.")] string? by = null,
        [Description("Only what was said by this day counts, as YYYY-MM-DD.")] string? date = null) => Answer(fields =>
    {
        var (words, speaker, until) = (fields.Need("claim", claim, LongestClaim), fields.Text("by", by), fields.Day("date", date));
        Refuse(fields);
        return AnswerMaker.Of(words, ledger.Check(words, speaker, until));
    });

    [Description("What somebody said over time, by topic, and where the position turns, with what was said before.")]
    public string Timeline(
        [Description("A name, a part of one, or the id of a speaker.")] string speaker,
        [Description("What it is about: words of the wording or of the headline.")] string? about = null,
        [Description("Not reported before this day, as YYYY-MM-DD.")] string? from = null,
        [Description("Not reported after this day, as YYYY-MM-DD.")] string? to = null,
        [Description("Only the topics in which the position turns.")] bool turns = false) => Answer(fields =>
    {
        var name = fields.Need("speaker", speaker, FieldReader.LongestText);
        var query = new StatementQuery { About = fields.Text("about", about), From = fields.Day("from", from), To = fields.Day("to", to), Order = StatementOrder.Oldest };
        Refuse(fields);
        if (ledger.Speakers(name, 1) is not [var found])
            throw new McpException($"{LedgerProblems.NoSuchId}: there is no speaker \"{name}\" in the ledger");
        var statements = ledger.FindAll(query with { By = found.Reference.Id }).Take(MostTimeline).Select(each => each.Statement);
        return AnswerMaker.Of(found.Reference, Storage.Timeline.Of(statements, reader, turns));
    });

    // What goes wrong is told to the assistant, which can ask otherwise; anything else is a defect, and the library says no more than that.
    private static string Answer<T>(Func<FieldReader, T> ask)
    {
        try
        {
            return JsonSerializer.Serialize(ask(new FieldReader()), _json);
        }
        catch (LedgerException exception)
        {
            throw new McpException(exception.Line);
        }
    }

    private static void Refuse(FieldReader fields)
    {
        if (fields.Errors.Count > 0)
            throw new McpException(string.Join(" ", fields.Errors.Select(error => $"{error.Key}: {error.Value}.")));
    }

    private static byte[] Write(StoredDocument document)
    {
        var bytes = new MemoryStream();
        new ExtractionWriter(bytes).Write(document.Analysis, document.Links);
        return bytes.ToArray();
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonAnswers.Configure(options);
        return options;
    }
}
