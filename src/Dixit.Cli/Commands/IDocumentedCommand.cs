// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Commands;

/// <summary>A command line that shows a command at work.</summary>
/// <param name="CommandLine">What to type.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string CommandLine, string Meaning);

/// <summary>A list in the help of a command, after its options.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Rows">What each line is about, and what there is to say of it.</param>
internal sealed record HelpList(string Title, IReadOnlyList<(string Name, string Meaning)> Rows);

/// <summary>What the help of a command shows beside its arguments and options.</summary>
internal interface IDocumentedCommand
{
    /// <summary>The examples; never empty.</summary>
    IReadOnlyList<Example> Examples { get; }

    /// <summary>Further lists; may be empty.</summary>
    IReadOnlyList<HelpList> Lists { get; }
}
