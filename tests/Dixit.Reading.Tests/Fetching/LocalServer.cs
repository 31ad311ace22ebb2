// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dixit.Reading.Tests.Fetching;

/// <summary>A real server on this machine that answers, or misbehaves, as a test says.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new();

    private LocalServer(WebApplication server) => _server = server;

    /// <summary>Such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Root { get; private set; } = "";

    public int Port => new Uri(Root).Port;

    /// <summary>The paths that were asked for, in their order.</summary>
    public ConcurrentQueue<(string Path, long At, string Agent)> Requests { get; } = [];

    public static async Task<LocalServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        var application = builder.Build();
        var server = new LocalServer(application);
        application.Run(server.AnswerAsync);
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        server.Root = $"http://127.0.0.1:{new Uri(address.Replace("0.0.0.0", "127.0.0.1")).Port}";
        return server;
    }

    public string At(string path) => Root + path;

    public void On(string path, Func<HttpContext, Task> answer) => _answers[path] = answer;

    public void Give(string path, string content, string type = "text/html; charset=utf-8") => On(path, context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(content);
    });

    public void Redirect(string path, string to) => On(path, context =>
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    });

    public int CountOf(string path) => Requests.Count(request => request.Path == path);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value + context.Request.QueryString;
        Requests.Enqueue((path, Environment.TickCount64, context.Request.Headers.UserAgent.ToString()));
        if (_answers.TryGetValue(path, out var answer))
            await answer(context);
        else
            context.Response.StatusCode = 404;
    }
}
