// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Commands;

/// <summary>Parses a command line and runs what it asks for.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line and returns the exit status.</summary>
    public static int Run(string[] arguments, Terminal terminal)
    {
        // « @file » is a file of that name here, not a file of further arguments.
        var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null };
        var parse = new DixitRootCommand(terminal).Parse(arguments, configuration);
        if (!ShowsHelp(parse) && FindMistakes(parse, arguments) is { Count: > 0 } mistakes)
        {
            foreach (var mistake in mistakes)
                terminal.Error.WriteLine($"dixit: {mistake}");
            terminal.Error.WriteLine($"See: {HelpPage.PathOf(parse.CommandResult.Command)} --help");
            return ExitStatus.WrongUsage;
        }

        return parse.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static bool ShowsHelp(ParseResult parse) => parse.Action is { ClearsParseErrors: true };

    /// <summary>What is wrong with a command line, in words that tell how to mend it.</summary>
    private static List<string> FindMistakes(ParseResult parse, string[] arguments)
    {
        var command = parse.CommandResult.Command;
        var unknown = FindUnknownOptions(parse, arguments);
        if (unknown.Count > 0)
            return [.. unknown.Select(option => DescribeUnknownOption(option, command))];
        if (parse.UnmatchedTokens is ["help", ..])
            return ["There is no command 'help'; each command has --help."];
        if (command is RootCommand && parse.UnmatchedTokens is [var word, ..])
            return [DescribeUnknownCommand(word, command)];
        if (command.Subcommands.Count > 0 && command is not RootCommand && parse.Errors.Count > 0)
            return [$"{command.Name} needs one of {string.Join(", ", HelpPage.ShownCommands(command).Select(sub => sub.Name))}{(parse.UnmatchedTokens is [var other, ..] ? $", not '{other}'" : "")}."];
        if (parse.UnmatchedTokens is [var surplus, ..])
            return [$"'{surplus}' is one argument too many for {command.Name}."];
        return [.. parse.Errors.Select(Describe)];
    }

    // What the parser says by itself of something that is missing names neither what nor for what.
    private static string Describe(ParseError error) => !error.Message.StartsWith("Required argument missing", StringComparison.Ordinal) ? error.Message : error.SymbolResult switch
    {
        OptionResult { Option: var option } => $"{option.Name} needs {option.HelpName ?? "a value"} behind it.",
        ArgumentResult { Parent: OptionResult { Option: var option } } => $"{option.Name} needs {option.HelpName ?? "a value"} behind it.",
        ArgumentResult { Argument: var argument, Parent: CommandResult { Command: var command } } => $"{command.Name} needs {argument.Name}: {argument.Description}",
        CommandResult { Command: { Arguments: [var argument, ..] } command } => $"{command.Name} needs {argument.Name}: {argument.Description}",
        _ => error.Message,
    };

    /// <summary>What looks like an option but is none, before <c>--</c>. The parser takes it for a path.</summary>
    private static List<string> FindUnknownOptions(ParseResult parse, string[] arguments)
    {
        var end = Array.IndexOf(arguments, "--");
        var options = arguments.AsSpan(0, end < 0 ? arguments.Length : end);
        var unknown = new List<string>();
        foreach (var token in parse.CommandResult.Tokens.Select(token => token.Value).Concat(parse.UnmatchedTokens))
        {
            if (token.Length > 1 && token[0] == '-' && options.Contains(token) && !unknown.Contains(token))
                unknown.Add(token);
        }

        return unknown;
    }

    private static string DescribeUnknownOption(string option, Command command)
    {
        var nearest = Suggestions.NearestOption(option, command);
        var hint = nearest is not null ? $" Did you mean {nearest}?"
            : command.Arguments.Count > 0 ? $" A path that begins with - goes behind --." : "";
        return $"There is no option '{option}'.{hint}";
    }

    private static string DescribeUnknownCommand(string word, Command root)
    {
        if (Suggestions.NearestCommand(word, root) is { } nearest)
            return $"There is no command '{word}'. Did you mean {nearest}?";
        if (File.Exists(word) || Directory.Exists(word))
            return $"There is no command '{word}', but a path of that name. Did you mean: dixit extract {word}";
        return $"There is no command '{word}'. The commands are {string.Join(", ", HelpPage.ShownCommands(root).Select(command => command.Name))}.";
    }
}
