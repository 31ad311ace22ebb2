// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Tests.Ledgers;
using Dixit.Cli.Tests.Support;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Dixit.Cli.Tests.EndToEnd;

/// <summary>The ledger as an assistant sees it: a real client, the program as a process of its own.</summary>
public sealed class McpTests(SampleLedger sample) : IClassFixture<SampleLedger>
{
    [Fact]
    public async Task Tools_OfTheServer_AreReadOnlyAndDescribed()
    {
        await using var client = await StartAsync();

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["check", "find", "show", "timeline"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, tool => Assert.NotEmpty(tool.Description));
    }

    [Fact]
    public async Task Find_ThenShow_GiveTheEvidence()
    {
        await using var client = await StartAsync();

        var found = await AskAsync(client, "find", new() { ["words"] = "lac", ["by"] = "Vaudrel", ["limit"] = 3 });
        var first = found.GetProperty("statements")[0];
        var shown = await AskAsync(client, "show", new() { ["id"] = first.GetProperty("id").GetString() });
        var document = await AskAsync(client, "show", new() { ["id"] = first.GetProperty("reports")[0].GetProperty("document").GetString() });

        Assert.Equal("Hélène Vaudrel", first.GetProperty("speaker").GetProperty("name").GetString());
        Assert.NotEqual(0, shown.GetProperty("variants").GetArrayLength());
        Assert.NotEqual(0, document.GetProperty("attributions").GetArrayLength());
    }

    [Fact]
    public async Task Check_OfAClaim_IsTheCommandLinesVerdict()
    {
        await using var client = await StartAsync();

        var checkedClaim = await AskAsync(client, "check", new() { ["claim"] = "Nous ne viderons pas le lac", ["by"] = "Vaudrel" });

        var expected = JsonDocument.Parse(sample.Ask("check", "Nous ne viderons pas le lac", "--by", "Vaudrel", "--json")).RootElement;
        Assert.True(JsonElement.DeepEquals(expected, checkedClaim), $"{expected}\n{checkedClaim}");
    }

    [Fact]
    public async Task Timeline_OfASpeaker_IsTheCommandLines()
    {
        await using var client = await StartAsync();

        var timeline = await AskAsync(client, "timeline", new() { ["speaker"] = "Vaudrel", ["about"] = "lac" });

        var expected = JsonDocument.Parse(sample.Ask("timeline", "Hélène Vaudrel", "--about", "lac", "--json")).RootElement;
        Assert.True(JsonElement.DeepEquals(expected, timeline), $"{expected}\n{timeline}");
    }

    [Theory]
    [InlineData("find", "from", "hier", "YYYY-MM-DD")]
    [InlineData("find", "words", "!!!", "DX2110")]
    [InlineData("show", "id", "s-none", "DX2107")]
    [InlineData("check", "claim", "", "missing")]
    [InlineData("timeline", "speaker", "Personne", "DX2107")]
    public async Task Question_ThatCannotBeAnswered_IsExplained(string tool, string argument, string value, string expected)
    {
        await using var client = await StartAsync();

        var result = await client.CallToolAsync(tool, new Dictionary<string, object?> { [argument] = value }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Contains(expected, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    private Task<McpClient> StartAsync() => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions { Name = "dixit", Command = "dotnet", Arguments = [DixitProcess.AssemblyPath, "mcp", "--ledger", sample.Path] }),
        cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<JsonElement> AskAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(result.IsError is not true, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
