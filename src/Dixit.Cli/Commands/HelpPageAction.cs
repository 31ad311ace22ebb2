// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Invocation;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Commands;

/// <summary>Prints the help of the command that was named.</summary>
internal sealed class HelpPageAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        using var output = terminal.OpenOutputWriter();
        HelpPage.Write(output, parseResult.CommandResult.Command, Math.Min(terminal.Width, 100));
        return ExitStatus.Success;
    }
}
