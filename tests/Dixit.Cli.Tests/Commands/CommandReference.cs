// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text;
using Dixit.Cli.Commands;

namespace Dixit.Cli.Tests.Commands;

/// <summary>Writes docs/cli.md from the definitions of the commands.</summary>
internal static class CommandReference
{
    public static string Write(DixitRootCommand root)
    {
        var page = new StringBuilder();
        page.Append("""
            # The command line

            <!-- Made from the definitions of the commands. To make it again: DIXIT_APPROVE=1 dotnet run --project tests/Dixit.Cli.Tests -->

            Results go to standard output (or `--out`), problems, progress and the summary to standard error. A problem is a line
            with a code: `DX1006: news.jsonl line 12, column 4: broken JSON: …`. It harms one document; the others are done.

            """);
        foreach (var command in HelpTests.AllCommands(root))
            WriteCommand(page, command);
        return page.ToString();
    }

    private static void WriteCommand(StringBuilder page, Command command)
    {
        page.Append($"\n## {HelpPage.PathOf(command)}\n\n{command.Description}\n\n```\n{HelpPage.UsageOf(command)}\n```\n");
        WriteTable(page, "Command", HelpPage.ShownCommands(command).Select(sub => ($"[{sub.Name}](#{HelpPage.PathOf(sub).Replace(' ', '-')})", sub.Description!)));
        WriteTable(page, "Argument", command.Arguments.Select(argument => (Code(argument.Name), argument.Description!)));
        WriteTable(page, "Option", command.Options.Where(option => !option.Hidden).Select(option => (Code(HelpPage.NamesOf(option)), option.Description!)));
        var documented = (IDocumentedCommand)command;
        foreach (var list in documented.Lists)
            WriteTable(page, list.Title, list.Rows.Select(row => (Code(row.Name), row.Meaning)));
        page.Append("\n```bash\n");
        foreach (var example in documented.Examples)
            page.Append($"# {example.Meaning}\n{example.CommandLine}\n");
        page.Append("```\n");
    }

    private static void WriteTable(StringBuilder page, string title, IEnumerable<(string Name, string Meaning)> rows)
    {
        var lines = rows.Select(row => $"| {Cell(row.Name)} | {Cell(row.Meaning)} |\n").ToList();
        if (lines.Count > 0)
            page.Append($"\n| {title} | |\n| --- | --- |\n").AppendJoin("", lines);
    }

    private static string Code(string text) => $"`{text}`";

    private static string Cell(string text) => text.Replace("|", "\\|");
}
