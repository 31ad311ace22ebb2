// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using Dixit.Reading.Fetching;
using Dixit.Statements;
using Dixit.Storage;
using Dixit.Web.Api;
using Dixit.Web.Components;
using Dixit.Web.Components.Pages;
using Dixit.Web.Jobs;
using Dixit.Web.Pages;
using Dixit.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dixit.Web;

/// <summary>The desk: web pages and a REST API over a ledger.</summary>
/// <remarks>Disposing of it ends it; requests under way are let finish first.</remarks>
public sealed class Desk : IAsyncDisposable
{
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);
    private readonly WebApplication _app;
    private Task _warmUp = Task.CompletedTask;

    private Desk(WebApplication app) => _app = app;

    /// <summary>Where it listens, once started.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <summary>Makes a desk, without starting it.</summary>
    /// <exception cref="ArgumentException">It would listen where others are, and there is nothing to tell who they are.</exception>
    public static Desk Make(DeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!IPAddress.IsLoopback(options.Listen) && options.Tokens is not { Count: > 0 } && options.ConfigureAuthentication is null)
            throw new ArgumentException("Any address but a loopback one needs tokens, or another way to sign in.", nameof(options));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(Desk).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Listen, options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Uploads.MostBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
        });
        AddLogging(builder.Logging, options);
        AddServices(builder.Services, options);
        var app = builder.Build();
        Use(app);
        Map(app);
        return new Desk(app);
    }

    /// <summary>Makes the ledger if there is none yet, and begins to listen.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        var options = _app.Services.GetRequiredService<DeskOptions>();
        try
        {
            options.Ledger.Runs();
        }
        catch (LedgerException exception) when (exception.Code == LedgerProblems.NotFound)
        {
            options.Ledger.OpenWriter(null, cancellation).Dispose();
        }

        _app.Services.GetRequiredService<MeterText>();
        await _app.StartAsync(cancellation);
        _warmUp = Task.Run(WarmUp, CancellationToken.None);
    }

    /// <summary>Waits until it is cancelled, then lets requests under way finish.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await _app.StopAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _warmUp;
        await _app.DisposeAsync();
    }

    /// <summary>Has ready what the first visitor would else wait for: the words of the languages, a reader of the ledger, who is quoted most.</summary>
    private void WarmUp()
    {
        var stamp = _app.Services.GetRequiredService<LedgerStamp>();
        try
        {
            _app.Services.GetRequiredService<StatementReader>().Read("a");
            stamp.Keep(SpeakersPage.Question(null), SpeakersPage.Find(null));
            _app.Services.GetRequiredService<ILedger>().FindSpread(new StatementQuery { FirstReportsOnly = true });
        }
        catch (LedgerException)
        {
            // Whoever asks for it is told.
        }
    }

    private static void AddLogging(ILoggingBuilder logging, DeskOptions options)
    {
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (options.LogsJson)
            logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else
            logging.AddSimpleConsole(simple => simple.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Dixit", options.LogsRequests ? LogLevel.Information : LogLevel.Warning);
        // Forms are never kept by a cache, and it says so at each of them.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // A defect is logged where it is answered; a caller who leaves is none.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        // What keeps the desk from opening is told by whoever opens it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    private static void AddServices(IServiceCollection services, DeskOptions options)
    {
        services.AddSingleton(options).AddSingleton(options.Ledger).AddSingleton(options.Pipeline).AddSingleton<StatementReader>(_ => options.Pipeline.Statements);
        services.AddSingleton(TimeProvider.System).AddSingleton<LedgerStamp>().AddSingleton<SlowAnswers>().AddSingleton<ApiOperations>().AddSingleton<LedgerWriting>().AddSingleton<Watches>().AddSingleton<DeskMeters>().AddSingleton<MeterText>().AddSingleton<AssetFiles>();
        services.AddSingleton(_ => new WebFetcher(options.Fetching)).AddSingleton<ReadJobs>().AddHostedService(provider => provider.GetRequiredService<ReadJobs>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = _grace);
        services.AddMetrics();
        services.AddRouting();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => JsonAnswers.Configure(json.SerializerOptions));
        services.AddSingleton(_ =>
        {
            var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
            JsonAnswers.Configure(json);
            return json;
        });
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = Uploads.MostBytes;
            form.ValueLengthLimit = 4 * 1024 * 1024;
        });
        services.AddProblemDetails();
        services.AddRateLimiter(limiter => RateLimits.Configure(limiter, options));
        services.AddResponseCompression(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/atom+xml", "image/svg+xml", "application/x-ndjson"]);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "dixit.form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.FormFieldName = "form-token";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        Access.Add(services, options);
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped<Visitor>();
        ApiDocument.Add(services);
        if (options.Telemetry is { } collector)
            services.AddSingleton<IHostedService>(_ => new Telemetry(collector));
    }

    private static void Use(WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<RequestGuard>();
        app.UseExceptionHandler(handler => handler.Run(Failures.AnswerAsync));
        app.UseStatusCodePages(context => Failures.ExplainAsync(context.HttpContext));
        app.UseResponseCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(Access.Reader).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429).ProducesProblem(500);
        AskEndpoints.Map(api);
        ChangeEndpoints.Map(api);
        UpkeepEndpoints.Map(api);
        WatchEndpoints.Map(api);
        app.MapOpenApi("/api/{documentName}/openapi.json").RequireAuthorization(Access.Reader);
        app.MapGet("/assets/{name}", (HttpContext context, AssetFiles assets, string name) => assets.Answer(context, name)).AllowAnonymous().ExcludeFromDescription();
        HealthEndpoints.Map(app);
        PageEndpoints.Map(app);
        app.MapRazorComponents<App>();
    }
}
