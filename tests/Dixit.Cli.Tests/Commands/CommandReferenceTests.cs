// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Commands;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

public class CommandReferenceTests
{
    [Fact]
    public void Docs_CommandLine_IsMadeFromTheDefinitions()
    {
        using var terminal = new TestTerminal();
        Approved.MatchesFile(Repository.PathOf("docs", "cli.md"), CommandReference.Write(new DixitRootCommand(terminal.Terminal)));
    }
}
