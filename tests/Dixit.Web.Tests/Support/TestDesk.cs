// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text;
using System.Text.Json;
using Dixit.Reading;
using Dixit.Storage;
using Dixit.Storage.Sqlite;

namespace Dixit.Web.Tests.Support;

/// <summary>A desk of a test's own, over a ledger in a folder of its own.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    private static readonly Lazy<Pipeline> _pipeline = new(() => new PipelineBuilder().Build());
    private readonly string _folder = Directory.CreateTempSubdirectory("dixit-desk-").FullName;
    private readonly ILedger _ledger;
    private Desk? _desk;

    private TestDesk() => _ledger = SqliteLedger.At(Path.Combine(_folder, "dixit.db"), () => _pipeline.Value.Statements);

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => _desk!.Address;

    public ILedger Ledger => _ledger;

    public string LedgerPath => Path.Combine(_folder, "dixit.db");

    /// <summary>Starts a desk.</summary>
    /// <param name="paths">What to read into the ledger before.</param>
    /// <param name="configure">Changes the options.</param>
    public static async Task<TestDesk> StartAsync(string[]? paths = null, Func<DeskOptions, DeskOptions>? configure = null)
    {
        var test = new TestDesk();
        if (paths is not null)
            test.Fill(paths);
        var options = new DeskOptions { Ledger = test._ledger, Pipeline = _pipeline.Value, LedgerPath = test.LedgerPath, Port = 0, RequestsPerMinute = 0, Patience = TimeSpan.FromSeconds(10) };
        test._desk = Desk.Make(configure is null ? options : configure(options));
        await test._desk.StartAsync(TestContext.Current.CancellationToken);
        test.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = test._desk.Address };
        return test;
    }

    /// <summary>A desk over the samples of the project.</summary>
    public static Task<TestDesk> OfSamplesAsync() => StartAsync([Repository.PathOf("samples")]);

    public async Task<JsonElement> GetJsonAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await ReadAsync(response, expected);
    }

    public async Task<JsonElement> PostJsonAsync(string path, object body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await PostAsync(path, body as string ?? JsonSerializer.Serialize(body));
        return await ReadAsync(response, expected);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, string type = "application/json") =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, type), TestContext.Current.CancellationToken);

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"{response.StatusCode}: {text[..Math.Min(text.Length, 2000)]}");
        return JsonDocument.Parse(text.Length == 0 ? "null" : text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _desk!.DisposeAsync();
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Fill(string[] paths)
    {
        using var writer = _ledger.OpenWriter();
        foreach (var input in new DocumentReader().Read(paths))
            writer.Add(_pipeline.Value.Analyse(input.Document!));
        writer.Commit();
    }
}
