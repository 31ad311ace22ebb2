// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Rendering;
using Dixit.Cli.Terminals;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Writes who is quoted how much.</summary>
internal sealed class StatisticsLines(TextWriter output, bool hasColour, int width)
{
    private const int WidestName = 44;
    private const int NumberWidth = 10;
    private static readonly Look _dim = new(IsDim: true);
    private static readonly Look _bold = new(IsBold: true);

    /// <summary>As tables.</summary>
    public void Write(LedgerStatistics statistics)
    {
        var total = statistics.Total;
        Paint($"{Words.Count(total.Quotes, "quote")} of {Words.Count(statistics.SpeakerCount, "speaker")} in {Words.Count(total.Documents, "document")} of {Words.Count(statistics.OutletCount, "outlet")}", _bold);
        if (statistics is { First: { } first, Last: { } last })
            Paint($", {Words.Of(new Documents.DateRange(first, last))}", _bold);
        output.Write('\n');
        if (statistics.Copies > 0)
            output.Write($"{Words.Count(statistics.Copies, "document")} with the text of another one; --copies once leaves them out\n");
        if (total.Quotes == 0)
            return;

        Table("how", ["quotes", "share"], [Form("direct", total.Direct), Form("mixed", total.Mixed), Form("indirect", total.Indirect)]);
        Table("by whom", ["quotes", "share", "speakers"], statistics.Kinds.Select(group => (group.Name ?? "nobody known", (string[])[$"{group.Counts.Quotes:N0}", Share(group.Counts.Quotes, total.Quotes), $"{group.Speakers:N0}"])));
        var persons = statistics.Genders.Sum(group => group.Counts.Quotes);
        Table("persons", ["quotes", "share", "speakers"], statistics.Genders.Select(group => (group.Name ?? "gender not shown", (string[])[$"{group.Counts.Quotes:N0}", Share(group.Counts.Quotes, persons), $"{group.Speakers:N0}"])));
        Table("from where", ["quotes", "share", "documents"], statistics.Sourcing.Select(group => (Describe(group.Name), (string[])[$"{group.Counts.Quotes:N0}", Share(group.Counts.Quotes, total.Quotes), $"{group.Counts.Documents:N0}"])));
        Table("told by, wired by", ["quotes", "documents"], statistics.Agencies.Select(group => (group.Name ?? "", (string[])[$"{group.Counts.Quotes:N0}", $"{group.Counts.Documents:N0}"])));
        Table("outlet", ["quotes", "documents", "speakers", "direct"], statistics.Outlets.Select(group => (group.Name ?? "(not known)", (string[])[$"{group.Counts.Quotes:N0}", $"{group.Counts.Documents:N0}", $"{group.Speakers:N0}", Share(group.Counts.Direct, group.Counts.Quotes)])));
        Table("month", ["quotes", "documents", "speakers", "direct"], statistics.Months.Select(group => (group.Name ?? "(not known)", (string[])[$"{group.Counts.Quotes:N0}", $"{group.Counts.Documents:N0}", $"{group.Speakers:N0}", Share(group.Counts.Direct, group.Counts.Quotes)])));
        Table("speaker", ["quotes", "documents", "outlets", "direct"], statistics.Speakers.Select(speaker => (speaker.Speaker.Name, (string[])[$"{speaker.Counts.Quotes:N0}", $"{speaker.Counts.Documents:N0}", $"{speaker.Outlets:N0}", Share(speaker.Counts.Direct, speaker.Counts.Quotes)])));
        Table("outlet × speaker", ["quotes", "documents"], statistics.Pairs.Select(pair => ($"{pair.Outlet} × {pair.Speaker.Name}", (string[])[$"{pair.Counts.Quotes:N0}", $"{pair.Counts.Documents:N0}"])));

        (string, string[]) Form(string name, long quotes) => (name, [$"{quotes:N0}", Share(quotes, total.Quotes)]);
    }

    /// <summary>As the members of an object.</summary>
    public static void Write(Utf8JsonWriter json, LedgerStatistics statistics)
    {
        WriteCounts(json, statistics.Total);
        json.WriteNumber("speakerCount", statistics.SpeakerCount);
        json.WriteNumber("outletCount", statistics.OutletCount);
        json.WriteNumber("copies", statistics.Copies);
        json.WriteDay("first", statistics.First);
        json.WriteDay("last", statistics.Last);
        WriteGroups("outlets", "outlet", statistics.Outlets);
        WriteGroups("months", "month", statistics.Months);
        WriteGroups("kinds", "kind", statistics.Kinds);
        WriteGroups("genders", "gender", statistics.Genders);
        WriteGroups("sourcing", "sourcing", statistics.Sourcing);
        WriteGroups("agencies", "agency", statistics.Agencies);
        json.WriteEach("speakers", statistics.Speakers, speaker =>
        {
            json.WriteSpeaker(speaker.Speaker);
            json.WriteString("gender", Words.Of(speaker.Gender));
            WriteCounts(json, speaker.Counts);
            json.WriteNumber("outlets", speaker.Outlets);
        });
        json.WriteEach("pairs", statistics.Pairs, pair =>
        {
            json.WriteString("outlet", pair.Outlet);
            json.WriteSpeaker(pair.Speaker);
            WriteCounts(json, pair.Counts);
        });

        void WriteGroups(string name, string member, IReadOnlyList<QuoteGroup> groups) => json.WriteEach(name, groups, group =>
        {
            json.WriteString(member, group.Name);
            WriteCounts(json, group.Counts);
            json.WriteNumber("speakers", group.Speakers);
        });
    }

    private static void WriteCounts(Utf8JsonWriter json, QuoteCounts counts)
    {
        json.WriteNumber("quotes", counts.Quotes);
        json.WriteNumber("direct", counts.Direct);
        json.WriteNumber("mixed", counts.Mixed);
        json.WriteNumber("indirect", counts.Indirect);
        json.WriteNumber("documents", counts.Documents);
        json.WriteNumber("characters", counts.Characters);
    }

    private static string Describe(string? sourcing) => sourcing switch
    {
        "via" => "as told by another",
        "wire" => "wire copy",
        _ => "own reporting",
    };

    private static string Share(long part, long whole) => whole == 0 ? "" : $"{100.0 * part / whole:0} %";

    private void Table(string title, string[] columns, IEnumerable<(string Name, string[] Cells)> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0)
            return;
        var names = lines.ConvertAll(line => VisibleText.Shorten(line.Name, Math.Clamp(width - 2 - (columns.Length * NumberWidth), 16, WidestName)));
        var widest = Math.Max(CellWidth.Of(title), names.Max(name => CellWidth.Of(name)));
        output.Write('\n');
        Paint($"  {title}{new string(' ', widest - CellWidth.Of(title))}{string.Concat(columns.Select(column => column.PadLeft(NumberWidth)))}", _dim);
        output.Write('\n');
        for (var i = 0; i < lines.Count; i++)
            output.Write($"  {names[i]}{new string(' ', widest - CellWidth.Of(names[i]))}{string.Concat(lines[i].Cells.Select(cell => cell.PadLeft(NumberWidth)))}\n");
    }

    private void Paint(string text, Look look) => output.Write(hasColour ? look.Paint(text) : text);
}
