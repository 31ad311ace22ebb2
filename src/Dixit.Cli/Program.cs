// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli;
using Dixit.Cli.Commands;
using Dixit.Cli.Terminals;

var terminal = Terminal.OfProcess();
var isDebug = args.Contains("--debug");
try
{
    return CommandLine.Run(args, terminal);
}
catch (IOException exception) when (!isDebug && BrokenPipe.IsCause(exception))
{
    // Whoever read the output has seen enough (« | head »): nothing went wrong.
    return ExitStatus.Success;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    // Reading reports its own failures: what is left is standard output, on a full disk or closed.
    terminal.Error.WriteLine(CliProblems.ReportCannotWrite("standard output", exception));
    if (isDebug)
        terminal.Error.WriteLine(exception);
    return ExitStatus.Failure;
}
catch (Exception exception)
{
    terminal.Error.WriteLine(CliProblems.ReportDefect(exception));
    if (isDebug)
        terminal.Error.WriteLine(exception);
    return ExitStatus.InternalError;
}
