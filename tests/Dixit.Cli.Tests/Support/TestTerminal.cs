// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Cli.Commands;
using Dixit.Cli.Terminals;

namespace Dixit.Cli.Tests.Support;

/// <summary>A terminal made of strings.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public TestTerminal(string input = "", bool isScreen = false, bool hasColour = false, int width = 80) => Terminal = new Terminal
    {
        Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
        Output = _output,
        Error = _error,
        OutputIsScreen = isScreen,
        OutputHasColour = hasColour,
        ErrorCanRedraw = isScreen,
        Width = width,
    };

    public Terminal Terminal { get; }

    public string Output => Encoding.UTF8.GetString(_output.ToArray());

    public string Error => _error.ToString();

    public int Run(params string[] arguments) => CommandLine.Run(arguments, Terminal);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
