// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Dixit.Cli.Terminals;
using Dixit.Storage;
using Dixit.Storage.Sqlite;

namespace Dixit.Cli.Ledgers;

/// <summary>Which ledger a command asks or writes to.</summary>
internal sealed class LedgerOption
{
    /// <summary>The variable that names a ledger where the command line does not.</summary>
    public const string Variable = "DIXIT_LEDGER";

    private const string UsualPath = "dixit.db";

    private readonly Option<string?> _ledger = new("--ledger")
    {
        Description = $"The ledger; without it the one that ${Variable} names, else {UsualPath} in the current folder.",
        HelpName = "FILE",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(_ledger);

    /// <summary>Opens the ledger, asks of it, and tells what it cannot answer.</summary>
    /// <returns>The exit status.</returns>
    public int Ask(ParseResult parse, Terminal terminal, Func<ILedger, int> ask) => LedgerGuard.Run(terminal, () =>
    {
        using var ledger = SqliteLedger.At(PathOf(parse));
        return ask(ledger);
    });

    /// <summary>The path of the ledger.</summary>
    public string PathOf(ParseResult parse) =>
        parse.GetValue(_ledger) ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : UsualPath);
}
