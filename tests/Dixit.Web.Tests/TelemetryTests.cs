// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Meters_WithACollector_AreSentThere()
    {
        using var collector = new HttpListener();
        var port = FreePort();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        var received = Task.Run(async () =>
        {
            var context = await collector.GetContextAsync();
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            context.Response.Close();
            return (context.Request.Url!.AbsolutePath, Text: Encoding.Latin1.GetString(body.ToArray()));
        }, TestContext.Current.CancellationToken);

        await using (var desk = await TestDesk.StartAsync(configure: options => options with { Telemetry = new Uri($"http://127.0.0.1:{port}/") }))
            await desk.PostJsonAsync("/api/v1/check", new { claim = "Le lac" });
        var (path, text) = await received.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal("/v1/metrics", path);
        Assert.Contains("dixit.claims.checked", text, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", text, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
