// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json;
using Dixit.Cli.Ledgers;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Evaluating;

/// <summary>Writes figures.</summary>
internal static class FigureLines
{
    private static readonly Look _dim = new(IsDim: true);
    private static readonly Look _bold = new(IsBold: true);

    /// <summary>As a table, and some of the errors below it.</summary>
    public static void Write(TextWriter output, Figures figures, int errors, bool hasColour)
    {
        output.Write($"{Rendering.Words.Count(figures.Documents, "document")}\n\n");
        output.Write(Paint($"{"",-16}{"precision",9}{"recall",9}{"F1",9}{"right",9}{"spurious",10}{"missed",9}", _dim));
        output.Write('\n');
        foreach (var (name, tally) in Tallies(figures, " "))
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{tally.Precision,9:0.000}{tally.Recall,9:0.000}{tally.F1,9:0.000}{tally.Right,9}{tally.Spurious,10}{tally.Missed,9}\n");
            output.Write(Paint($"{name,-16}", name == "who said what" ? _bold : default) + line);
        }

        output.Write('\n');
        output.Write(Paint($"{"of those matched",-20}{"share",9}{"of",9}\n", _dim));
        foreach (var (name, right) in figures.Rights.Where(right => right.Value.Of > 0))
            WriteShare(name, right);
        output.Write('\n');
        output.Write(Paint($"{"recall by type",-20}{"share",9}{"of",9}\n", _dim));
        foreach (var (type, recall) in figures.RecallByType)
            WriteShare(type, recall);
        if (errors > 0)
            output.Write('\n');
        foreach (var error in figures.Errors.Take(errors))
            output.Write($"{VisibleText.OneLine(error.Document)}\t{error.Kind}\t{error.What}\n");

        void WriteShare(string name, RightOf right) => output.Write(string.Create(CultureInfo.InvariantCulture, $"{name,-20}{right.Share,9:0.000}{right.Of,9}\n"));

        string Paint(string text, Look look) => hasColour && look != default ? look.Paint(text) : text;
    }

    /// <summary>As the members of an object; shares have four decimals.</summary>
    public static void Write(Utf8JsonWriter json, Figures figures, int errors)
    {
        json.WriteNumber("documents", figures.Documents);
        foreach (var (name, tally) in Tallies(figures, "_"))
        {
            json.WriteStartObject(name);
            json.WriteNumber("precision", Figures.Round(tally.Precision));
            json.WriteNumber("recall", Figures.Round(tally.Recall));
            json.WriteNumber("f1", Figures.Round(tally.F1));
            json.WriteNumber("tp", tally.Right);
            json.WriteNumber("fp", tally.Spurious);
            json.WriteNumber("fn", tally.Missed);
            json.WriteEndObject();
        }

        foreach (var (name, right) in figures.Rights)
            WriteShare(name, "accuracy", right);
        json.WriteStartObject("recall_by_type");
        foreach (var (type, recall) in figures.RecallByType)
            WriteShare(type, "recall", recall);
        json.WriteEndObject();
        json.WriteEach("errors", figures.Errors.Take(errors), error =>
        {
            json.WriteString("document", error.Document);
            json.WriteString("kind", error.Kind);
            json.WriteString("what", error.What);
        });

        void WriteShare(string name, string share, RightOf right)
        {
            json.WriteStartObject(name);
            json.WriteNumber(share, right.Share is { } known ? Figures.Round(known) : null);
            json.WriteNumber("of", right.Of);
            json.WriteEndObject();
        }
    }

    private static IEnumerable<(string Name, Tally Tally)> Tallies(Figures figures, string space) =>
        figures.Detection.Zip(Figures.Thresholds, (tally, threshold) => ($"detection@{threshold}", tally)).Prepend((string.Join(space, "who", "said", "what"), figures.WhoSaidWhat)).Append(("words", figures.Words));
}
