// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Commands;

/// <summary>Answers a shell that asks <c>dixit "[suggest:POSITION]" "LINE"</c> what could stand at the cursor, one a line.</summary>
/// <remarks>
/// In place of the package's own answer, which has none to <c>--</c> alone and offers options where a path is wanted,
/// so that the shell would never come to complete the path. No answer means: complete a path.
/// </remarks>
internal sealed class SuggestAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var line = parseResult.Tokens.LastOrDefault(token => token.Type != TokenType.Directive)?.Value ?? "";
        var directive = parseResult.Tokens.First(token => token.Type == TokenType.Directive).Value;
        var position = directive.Split(':', ']') is [_, var number, ..] && int.TryParse(number, out var given) ? given : line.Length;
        using var output = terminal.OpenOutputWriter();
        foreach (var suggestion in Suggest(parseResult.RootCommandResult.Command, line, position))
            output.WriteLine(suggestion);
        return ExitStatus.Success;
    }

    /// <summary>What could stand at a position of a command line that begins with the name of the program.</summary>
    public static IEnumerable<string> Suggest(Command root, string line, int position)
    {
        var before = line[..Math.Clamp(position, 0, line.Length)];
        var words = CommandLineParser.SplitCommandLine(before).Skip(1).ToList();
        var started = "";
        if (words.Count > 0 && !char.IsWhiteSpace(before[^1]))
        {
            started = words[^1];
            words.RemoveAt(words.Count - 1);
        }

        var command = root;
        Option? openOption = null;
        var arguments = 0;
        foreach (var word in words)
        {
            if (word == "--")
                return [];
            if (openOption is not null)
                openOption = null;
            else if (word.StartsWith('-') && word.Length > 1)
                openOption = FindOptionWithValue(command, word);
            else if (command.Subcommands.FirstOrDefault(sub => sub.Name == word) is { } named)
                command = named;
            else
                arguments++;
        }

        var equals = started.IndexOf('=', StringComparison.Ordinal);
        IEnumerable<string> candidates =
            openOption is not null ? ValuesOf(openOption)
            : started.StartsWith('-') && equals > 0 ? ValuesOf(FindOptionWithValue(command, started[..equals])).Select(value => started[..(equals + 1)] + value)
            : started.StartsWith('-') ? HelpPage.ShownOptions(command).Select(option => option.Name)
            : arguments < command.Arguments.Count ? ValuesOf(command.Arguments[arguments])
            : HelpPage.ShownCommands(command).Select(sub => sub.Name);
        return candidates.Where(candidate => candidate.StartsWith(started, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    private static Option? FindOptionWithValue(Command command, string word) =>
        HelpPage.ShownOptions(command).FirstOrDefault(option =>
            option.Arity.MinimumNumberOfValues > 0 && (option.Name == word || option.Aliases.Contains(word)));

    private static IEnumerable<string> ValuesOf(Symbol? symbol) =>
        symbol?.GetCompletions(CompletionContext.Empty).Select(item => item.Label) ?? [];
}
