// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Terminals;
using Dixit.Mentions;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Reads corrections from JSON and makes them one after the other; what cannot be made is told by entry.</summary>
internal sealed class CorrectionFile(Terminal terminal)
{
    private static readonly JsonDocumentOptions _options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Makes the corrections of a file.</summary>
    /// <param name="path">The path, or <c>-</c> for standard input.</param>
    /// <param name="isJson">Whether to tell the result as JSON.</param>
    /// <param name="change">Opens the ledger for writing.</param>
    public int Apply(string path, bool isJson, Func<Func<ILedger, ILedgerWriter, int>, int> change)
    {
        if (Read(path) is not { } document)
            return ExitStatus.Failure;
        using (document)
        {
            return change((ledger, writer) => Apply(path, CorrectionReader.Entries(document.RootElement), isJson, ledger, writer));
        }
    }

    private int Apply(string path, IReadOnlyList<JsonElement> entries, bool isJson, ILedger ledger, ILedgerWriter writer)
    {
        var made = new List<(int Entry, CorrectionOutcome Outcome)>();
        var problems = new List<(int Entry, string Code, string Message)>();
        for (var entry = 1; entry <= entries.Count; entry++)
        {
            try
            {
                made.Add((entry, writer.Correct(CorrectionReader.Read(ledger, entries[entry - 1]))));
            }
            catch (LedgerException exception) when (exception.Code is not LedgerProblems.Unusable)
            {
                problems.Add((entry, exception.Code, exception.Message));
            }
            catch (FormatException exception)
            {
                problems.Add((entry, CliProblems.WrongEntry, exception.Message));
            }
        }

        foreach (var (entry, code, message) in problems)
            terminal.Error.WriteLine(VisibleText.OneLine($"{code}: {path} entry {entry}: {message}"));
        if (isJson)
            WriteJson(made, problems);
        else
            terminal.Error.WriteLine($"{made.Count:N0} made{(problems.Count > 0 ? $", {problems.Count:N0} failed" : "")}");
        return problems.Count == 0 ? ExitStatus.Success : ExitStatus.Failure;
    }

    private void WriteJson(List<(int Entry, CorrectionOutcome Outcome)> made, List<(int Entry, string Code, string Message)> problems) => Answer.Write(terminal, json =>
    {
        json.WriteEach("corrections", made, correction =>
        {
            json.WriteNumber("entry", correction.Entry);
            json.WriteNumber("correction", correction.Outcome.Number);
            json.WriteString("speaker", correction.Outcome.Speaker);
        });
        json.WriteEach("problems", problems, problem =>
        {
            json.WriteNumber("entry", problem.Entry);
            json.WriteString("code", problem.Code);
            json.WriteString("message", problem.Message);
        });
    });

    private JsonDocument? Read(string path)
    {
        try
        {
            using var stream = path == "-" ? terminal.Input : File.OpenRead(path);
            return JsonDocument.Parse(stream, _options);
        }
        catch (JsonException exception)
        {
            terminal.Error.WriteLine(VisibleText.OneLine($"{CliProblems.WrongEntry}: {path} line {exception.LineNumber + 1}: broken JSON: {CliProblems.Explain(exception)}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(VisibleText.OneLine(CliProblems.ReportCannotRead(path, exception).ToString()));
        }

        return null;
    }
}
