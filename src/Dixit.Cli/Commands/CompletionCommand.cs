// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Commands;

/// <summary><c>dixit completion</c>: prints what a shell has to run to complete dixit's command lines.</summary>
internal sealed class CompletionCommand : Command, IDocumentedCommand
{
    /// <summary>The shells that there is a script for.</summary>
    public static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private readonly Argument<string?> _shell = new("SHELL")
    {
        Description = "bash, zsh, fish or pwsh.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public CompletionCommand(Terminal terminal)
        : base("completion", "Print the script that makes a shell complete dixit's commands, options and paths.")
    {
        _shell.CompletionSources.Add(Shells);
        Arguments.Add(_shell);
        Validators.Add(Validate);
        SetAction(parse =>
        {
            using var output = terminal.OpenOutputWriter();
            output.Write(ScriptOf(parse.GetValue(_shell)!));
            return ExitStatus.Success;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Example> Examples { get; } =
    [
        new("source <(dixit completion bash)", "In ~/.bashrc."),
        new("source <(dixit completion zsh)", "In ~/.zshrc, after compinit."),
        new("dixit completion fish > ~/.config/fish/completions/dixit.fish", "Once, for fish."),
        new("dixit completion pwsh | Out-String | Invoke-Expression", "In the profile of PowerShell ($PROFILE)."),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<HelpList> Lists { get; } = [];

    /// <summary>The script of one of <see cref="Shells"/>.</summary>
    public static string ScriptOf(string shell)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"completion.{shell}")
            ?? throw new ArgumentException($"There is no script for {shell}.", nameof(shell));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private void Validate(CommandResult result)
    {
        var shell = result.GetValue(_shell);
        if (shell is null)
            result.AddError($"completion needs a SHELL: {string.Join(", ", Shells)}.");
        else if (!Shells.Contains(shell))
            result.AddError($"There is no completion for '{shell}', only for {string.Join(", ", Shells)}.");
    }
}
