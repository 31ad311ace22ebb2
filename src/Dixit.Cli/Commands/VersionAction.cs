// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Commands;

/// <summary>Prints the version and, where the build knows it, the commit.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Such as <c>dixit 0.1.0 (1a2b3c4)</c>.</summary>
    public static string Text
    {
        get
        {
            var version = typeof(VersionAction).Assembly
                .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');
            return version is [_, { Length: >= 7 } commit] ? $"dixit {version[0]} ({commit[..7]})" : $"dixit {version[0]}";
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        using var output = terminal.OpenOutputWriter();
        output.WriteLine(Text);
        return ExitStatus.Success;
    }
}
