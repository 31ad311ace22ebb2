// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Commands;

/// <summary>Writes the help of a command from its definition.</summary>
internal static class HelpPage
{
    private const int Indent = 2;
    private const int WidestName = 26;

    /// <summary>The whole help of one command.</summary>
    public static void Write(TextWriter output, Command command, int width)
    {
        foreach (var line in VisibleText.Wrap(command.Description, width))
            output.WriteLine(line);
        output.WriteLine();
        output.WriteLine("Usage:");
        output.WriteLine($"  {UsageOf(command)}");
        WriteList(output, "Commands", [.. ShownCommands(command).Select(sub => (sub.Name, sub.Description ?? ""))], width);
        WriteList(output, "Arguments", [.. command.Arguments.Select(argument => (argument.Name, argument.Description ?? ""))], width);
        WriteList(output, "Options", [.. ShownOptions(command).Select(option => (NamesOf(option), option.Description ?? ""))], width);
        if (command is not IDocumentedCommand documented)
            return;

        foreach (var list in documented.Lists)
            WriteList(output, list.Title, list.Rows, width);
        output.WriteLine();
        output.WriteLine("Examples:");
        foreach (var example in documented.Examples)
        {
            output.WriteLine($"  {example.CommandLine}");
            foreach (var line in VisibleText.Wrap(example.Meaning, width - 6))
                output.WriteLine($"      {line}");
        }
    }

    /// <summary>What <c>dixit</c> alone shows: enough to take the first step.</summary>
    public static void WriteWelcome(TextWriter output, DixitRootCommand root)
    {
        output.WriteLine("Dixit reads news and says who said what, in which words.");
        output.WriteLine();
        foreach (var example in root.Examples.Take(2))
        {
            output.WriteLine($"  {example.CommandLine}");
            output.WriteLine($"      {example.Meaning}");
        }

        output.WriteLine();
        output.WriteLine($"Commands: {string.Join(", ", ShownCommands(root).Select(command => command.Name))}. All there is to know: dixit --help");
    }

    /// <summary>Such as <c>dixit extract PATH… [options]</c>.</summary>
    public static string UsageOf(Command command)
    {
        var usage = PathOf(command);
        if (command.Subcommands.Count > 0)
            usage += command.Arguments.Count > 0 ? " [COMMAND]" : " COMMAND";
        // What a command can do without is what it does not miss.
        var isNeeded = command is not RootCommand && command.Subcommands.Count == 0 && command.Parse([]).Errors.Count > 0;
        foreach (var argument in command.Arguments)
        {
            var name = argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}…" : argument.Name;
            usage += isNeeded ? $" {name}" : $" [{name}]";
        }

        return usage + " [options]";
    }

    /// <summary>The command with those it stands under, such as <c>dixit extract</c>.</summary>
    public static string PathOf(Command command) =>
        command is RootCommand ? "dixit" : $"{PathOf((Command)command.Parents.First())} {command.Name}";

    /// <summary>The subcommands that people are told of.</summary>
    public static IEnumerable<Command> ShownCommands(Command command) => command.Subcommands.Where(sub => !sub.Hidden);

    /// <summary>The options that people are told of, those of all commands last.</summary>
    public static IEnumerable<Option> ShownOptions(Command command)
    {
        var own = command.Options.Where(option => !option.Hidden);
        return command.Parents.FirstOrDefault() is Command parent
            ? own.Concat(ShownOptions(parent).Where(option => option.Recursive))
            : own;
    }

    /// <summary>Such as <c>-h, -?, --help</c> or <c>--jobs N</c>.</summary>
    public static string NamesOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name));
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private static void WriteList(TextWriter output, string title, IReadOnlyList<(string Name, string Meaning)> rows, int width)
    {
        if (rows.Count == 0)
            return;

        output.WriteLine();
        output.WriteLine($"{title}:");
        var nameWidth = Math.Min(WidestName, rows.Max(row => row.Name.Length));
        var meaningStart = Indent + nameWidth + 2;
        foreach (var (name, meaning) in rows)
        {
            var lines = VisibleText.Wrap(meaning, width - meaningStart);
            var first = 0;
            if (name.Length > nameWidth)
                output.WriteLine($"  {name}");
            else
                output.WriteLine($"  {name.PadRight(nameWidth)}  {lines[first++]}");
            for (var i = first; i < lines.Count; i++)
                output.WriteLine(new string(' ', meaningStart) + lines[i]);
        }
    }
}
