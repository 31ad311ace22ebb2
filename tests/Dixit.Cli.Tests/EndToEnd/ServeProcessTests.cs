// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Sockets;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.EndToEnd;

/// <summary>The desk as a newcomer may meet it.</summary>
public sealed class ServeProcessTests
{
    [Fact]
    public void Serve_OnAPortThatIsTaken_SaysSoInOneLine()
    {
        var folder = Directory.CreateTempSubdirectory("dixit-serve-");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        try
        {
            var result = DixitProcess.Run(["serve", "--ledger", Path.Combine(folder.FullName, "dixit.db"), "--port", $"{port}"]);

            Assert.NotEqual(0, result.Status);
            var line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith("DX2003: the desk cannot be opened: ", line);
            Assert.Contains($"{port}", line);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
