// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Retry;

namespace Dixit.Reading.Fetching;

/// <summary>Fetches things from the web: politely, within limits, and from addresses that may be reached.</summary>
/// <remarks>Safe for any number of threads. What fails is a problem in the result, never an exception, but for cancellation.</remarks>
public sealed class WebFetcher : IDisposable
{
    private const string ClientName = "dixit";

    private static readonly TimeSpan _robotsLive = TimeSpan.FromHours(24);

    private readonly WebOptions _options;
    private readonly ServiceProvider _services;
    private readonly IHttpClientFactory _clients;
    private readonly HostTurns _turns;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;
    private readonly ConcurrentDictionary<string, (Task<RobotsFile> File, long Until)> _robots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a fetcher.</summary>
    /// <param name="options">What it may do; the defaults where null.</param>
    public WebFetcher(WebOptions? options = null)
    {
        _options = options ?? new WebOptions();
        _turns = new HostTurns(_options.HostDelay);
        var services = new ServiceCollection();
        services.AddHttpClient(ClientName, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan; // Each attempt has its own.
            client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(WebOptions.Product, Assembly.GetExecutingAssembly().GetName().Version?.ToString(2) ?? "0"));
            client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("(reads news and notes who said what)"));
        }).ConfigurePrimaryHttpMessageHandler(() => GuardedConnection.CreateHandler(_options)).RemoveAllLoggers();
        _services = services.BuildServiceProvider();
        _clients = _services.GetRequiredService<IHttpClientFactory>();
        _retries = BuildRetries();
    }

    /// <summary>What it may do.</summary>
    public WebOptions Options => _options;

    /// <summary>Fetches something.</summary>
    /// <param name="url">Its address, http or https.</param>
    /// <param name="known">What the server gave the last time, or null.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Fetched> FetchAsync(string url, Validators? known = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        var current = Parse(url);
        if (current is null)
            return Failed(url, url, ReadProblems.ReportNotOnTheWeb(url, url));
        try
        {
            for (var redirects = 0; redirects <= _options.MaxRedirects; redirects++)
            {
                var robots = await RobotsOfAsync(current, cancellation).ConfigureAwait(false);
                if (!robots.Allows(current.PathAndQuery))
                    return Failed(url, current.AbsoluteUri, ReadProblems.ReportDisallowed(url, current.AbsoluteUri));
                var (result, next) = await FetchOneAsync(url, current, redirects == 0 ? known : null, robots.Delay, cancellation).ConfigureAwait(false);
                if (result is not null)
                    return result;
                current = next!;
            }

            return Failed(url, current.AbsoluteUri, ReadProblems.ReportRedirects(url, _options.MaxRedirects));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            if (exception is not (HttpRequestException or IOException or OperationCanceledException or InvalidDataException or FormatException or UriFormatException or NotSupportedException))
                throw;
            return Failed(url, current.AbsoluteUri, AddressRefusedException.IsCause(exception)
                ? ReadProblems.ReportRefused(url, current.Host)
                : exception is OperationCanceledException ? ReadProblems.ReportTooSlow(url, _options.Timeout)
                : ReadProblems.ReportFetchFailed(url, Explain(exception)));
        }
    }

    /// <summary>Sends a JSON object to an address, under the same rules as for fetching but without robots.txt.</summary>
    /// <param name="url">The address, http or https. Redirects are not followed.</param>
    /// <param name="json">The object.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>Why it failed, or null.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<ReadProblem?> PostAsync(string url, ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, string> headers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (Parse(url) is not { } address)
            return ReadProblems.ReportNotOnTheWeb(url, url);
        try
        {
            using var response = await SendAsync(address, () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(json) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
                foreach (var (name, value) in headers)
                    request.Headers.TryAddWithoutValidation(name, value);
                return request;
            }, TimeSpan.Zero, cancellation).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? null : ReadProblems.ReportStatus(url, (int)response.StatusCode, response.ReasonPhrase);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return AddressRefusedException.IsCause(exception)
                ? ReadProblems.ReportRefused(url, address.Host)
                : exception is OperationCanceledException ? ReadProblems.ReportTooSlow(url, _options.Timeout)
                : ReadProblems.ReportFetchFailed(url, Explain(exception));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    private static Uri? Parse(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Host.Length > 0 ? address : null;

    private static Fetched Failed(string url, string finalUrl, ReadProblem problem, TimeSpan? retryAfter = null) =>
        new() { Url = url, FinalUrl = finalUrl, Problem = problem, RetryAfter = retryAfter };

    private async Task<(Fetched? Result, Uri? Next)> FetchOneAsync(string url, Uri current, Validators? known, TimeSpan asked, CancellationToken cancellation)
    {
        // The body is read before the next attempt may begin, so that its limits and failures are those of an attempt.
        Fetched? body = null;
        using var response = await SendAsync(current, () => CreateRequest(current, known), asked, cancellation, async (answer, attempt) =>
        {
            if (answer.StatusCode == HttpStatusCode.OK)
                body = await ReadBodyAsync(url, current, answer, attempt).ConfigureAwait(false);
        }).ConfigureAwait(false);
        if (body is not null)
            return (body, null);
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.NotModified)
            return (new Fetched { Url = url, FinalUrl = current.AbsoluteUri, IsUnchanged = true, Validators = ValidatorsOf(response) ?? known, MaxAge = MaxAgeOf(response) }, null);
        if (status is not (301 or 302 or 303 or 307 or 308))
            return (Failed(url, current.AbsoluteUri, ReadProblems.ReportStatus(url, status, response.ReasonPhrase), RetryAfterOf(response)), null);
        if (response.Headers.Location is not { } location)
            return (Failed(url, current.AbsoluteUri, ReadProblems.ReportFetchFailed(url, "a redirect leads nowhere")), null);
        var next = location.IsAbsoluteUri ? location : new Uri(current, location);
        return Parse(next.AbsoluteUri) is { } checkedNext
            ? (null, checkedNext)
            : (Failed(url, current.AbsoluteUri, ReadProblems.ReportNotOnTheWeb(url, next.AbsoluteUri)), null);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, Func<HttpRequestMessage> create, TimeSpan asked, CancellationToken cancellation, Func<HttpResponseMessage, CancellationToken, Task>? read = null) =>
        await _retries.ExecuteAsync(async outer =>
        {
            using var turn = await _turns.TakeAsync(address.Authority, asked, outer).ConfigureAwait(false);
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(outer);
            attempt.CancelAfter(_options.Timeout);
            using var request = create();
            var response = await _clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, attempt.Token).ConfigureAwait(false);
            try
            {
                if (read is not null)
                    await read(response, attempt.Token).ConfigureAwait(false);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }, cancellation).ConfigureAwait(false);

    private static HttpRequestMessage CreateRequest(Uri address, Validators? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, */*;q=0.5");
        if (known?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } time)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", time);
        return request;
    }

    private async Task<Fetched> ReadBodyAsync(string url, Uri address, HttpResponseMessage response, CancellationToken cancellation)
    {
        using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        if (await ReadUpToAsync(stream, _options.MaxBytes, cancellation).ConfigureAwait(false) is not { } bytes)
            return Failed(url, address.AbsoluteUri, ReadProblems.ReportTooLarge(url, _options.MaxBytes, null));
        return new Fetched
        {
            Url = url,
            FinalUrl = address.AbsoluteUri,
            Bytes = bytes,
            ContentType = response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.FirstOrDefault() : null,
            Validators = ValidatorsOf(response),
            MaxAge = MaxAgeOf(response),
            Date = response.Headers.Date,
        };
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadUpToAsync(Stream stream, int most, CancellationToken cancellation)
    {
        var whole = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            if (whole.Length + read > most)
                return null;
            whole.Write(buffer, 0, read);
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    private Task<RobotsFile> RobotsOfAsync(Uri address, CancellationToken cancellation)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(origin, out var known) && known.Until > Environment.TickCount64 && !known.File.IsFaulted && !known.File.IsCanceled)
            return known.File;
        var file = ReadRobotsAsync(new Uri(origin + "/robots.txt"), cancellation);
        _robots[origin] = (file, Environment.TickCount64 + (long)_robotsLive.TotalMilliseconds);
        return file;
    }

    // A host that has no such file asks for nothing; one that fails may be asking for anything.
    private async Task<RobotsFile> ReadRobotsAsync(Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= 5; redirects++)
        {
            var text = "";
            using var response = await SendAsync(address, () => new HttpRequestMessage(HttpMethod.Get, address), TimeSpan.Zero, cancellation, async (answer, attempt) =>
            {
                if (answer.StatusCode == HttpStatusCode.OK)
                    text = await ReadRobotsTextAsync(answer, attempt).ConfigureAwait(false);
            }).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status == 200)
                return RobotsFile.Parse(text);
            if (status is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                if (Parse(new Uri(address, location).AbsoluteUri) is not { } next)
                    return RobotsFile.AllowAll;
                address = next;
                continue;
            }

            return status >= 500 || status == 429 ? RobotsFile.DisallowAll : RobotsFile.AllowAll;
        }

        return RobotsFile.AllowAll;
    }

    private static async Task<string> ReadRobotsTextAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var bytes = new byte[RobotsFile.MostBytes];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private ResiliencePipeline<HttpResponseMessage> BuildRetries()
    {
        if (_options.Retries == 0)
            return ResiliencePipeline<HttpResponseMessage>.Empty;
        return new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = _options.Retries,
            Delay = _options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
            {
                { Exception: { } exception } => IsPassing(exception) && !attempt.Context.CancellationToken.IsCancellationRequested,
                { Result: { } response } => IsPassing(response),
                _ => false,
            }),
            DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } response ? RetryAfterOf(response) : null),
            OnRetry = attempt =>
            {
                attempt.Outcome.Result?.Dispose();
                return default;
            },
        }).Build();
    }

    private static bool IsPassing(Exception exception) =>
        exception is OperationCanceledException || (exception is HttpRequestException or IOException && !AddressRefusedException.IsCause(exception) && !IsForGood(exception));

    // A name that nobody has will not be had in a second.
    private static bool IsForGood(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded };

    private bool IsPassing(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        && (RetryAfterOf(response) is not { } wait || wait <= _options.LongestRetryAfter);

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } => until > DateTimeOffset.UtcNow ? until - DateTimeOffset.UtcNow : TimeSpan.Zero,
        _ => null,
    };

    private static TimeSpan? MaxAgeOf(HttpResponseMessage response) => response.Headers.CacheControl?.MaxAge;

    private static Validators? ValidatorsOf(HttpResponseMessage response)
    {
        var tag = response.Headers.TryGetValues("ETag", out var tags) ? tags.FirstOrDefault() : null;
        var time = response.Content.Headers.TryGetValues("Last-Modified", out var times) ? times.FirstOrDefault() : null;
        return tag is null && time is null ? null : new Validators(tag, time);
    }

    private static string Explain(Exception exception)
    {
        var inner = exception;
        while (inner.InnerException is { } next)
            inner = next;
        return inner.Message.ReplaceLineEndings(" ").TrimEnd('.').ToString(CultureInfo.InvariantCulture);
    }
}
