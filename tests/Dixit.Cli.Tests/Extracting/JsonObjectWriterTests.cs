// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Extracting;
using Dixit.Cli.Tests.Support;
using Dixit.Reading;

namespace Dixit.Cli.Tests.Extracting;

public sealed class JsonObjectWriterTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Finish_AnyNumberOfDocuments_IsOneObject(int count)
    {
        using var report = new RunReport(_terminal.Terminal, isQuiet: true, isDebug: false);
        using var output = new MemoryStream();
        var writer = new JsonObjectWriter(output);
        for (var i = 0; i < count; i++)
        {
            writer.AddDocument("{\"id\":\"a\"}\n"u8.ToArray());
            report.Count(Analyses.OfFerry);
        }

        writer.AddProblem(new ReadProblem("DX1006", "« cassé »", "n.jsonl", 12, 4));
        writer.Finish(report);

        using var json = JsonDocument.Parse(output.ToArray());
        Assert.Equal(count, json.RootElement.GetProperty("documents").GetArrayLength());
        Assert.Equal(6 * count, json.RootElement.GetProperty("counts").GetProperty("attributions").GetInt32());
        var problem = json.RootElement.GetProperty("problems")[0];
        Assert.Equal("« cassé »", problem.GetProperty("message").GetString());
        Assert.Equal(12, problem.GetProperty("line").GetInt32());
    }
}
