// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Formats;
using Dixit.Reading.Inputs;

namespace Dixit.Reading.Fetching;

/// <summary>Reads documents from addresses: some are fetched ahead, results come in the order of the addresses.</summary>
internal sealed class WebDocuments(WebSource web, DocumentReaderOptions options)
{
    /// <summary>Whether a path is an address.</summary>
    public static bool IsAddress(string path) =>
        path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A document or a problem for each thing at the addresses; nothing for those that are done or as they were.</summary>
    public IEnumerable<ReadResult> Read(IEnumerable<string> addresses, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var underWay = new Queue<Task<Fetched>>();
        using var wanted = Wanted(addresses).GetEnumerator();
        try
        {
            var isMore = true;
            while (true)
            {
                while (isMore && underWay.Count < web.Fetcher.Options.Parallel && (isMore = wanted.MoveNext()))
                    underWay.Enqueue(web.Fetcher.FetchAsync(wanted.Current, web.Known?.Invoke(wanted.Current), ending.Token));
                if (!underWay.TryDequeue(out var first))
                    yield break;
                var fetched = Wait(first, cancellation);
                foreach (var result in Read(fetched, cancellation))
                    yield return result;
                if (fetched.Problem is null)
                    web.OnFetched?.Invoke(fetched);
            }
        }
        finally
        {
            ending.Cancel();
            foreach (var task in underWay)
                task.ContinueWith(static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    /// <summary>What was fetched, as documents.</summary>
    public IEnumerable<ReadResult> Read(Fetched fetched, CancellationToken cancellation)
    {
        if (fetched.Problem is { } problem)
            return [ReadResult.Of(problem)];
        if (fetched.IsUnchanged)
            return [];
        return InputReader.Read(
            () => new MemoryStream(fetched.Bytes.ToArray(), false),
            false,
            IsPage(fetched) ? _pages : null,
            bytes => new InputSource(fetched.Url, fetched.FinalUrl, bytes, options, cancellation)
            {
                Name = new Uri(fetched.FinalUrl).AbsolutePath,
                Url = fetched.FinalUrl,
                ContentType = fetched.ContentType,
                Fetched = fetched.Date,
            },
            fetched.Url,
            isOutermost: true);
    }

    /// <summary>Puts the article that an item of a feed links to in the item's place; where it cannot be had, the item stays.</summary>
    /// <returns>Null where the article was read before and is as it was.</returns>
    public ReadResult? Follow(ReadResult item, CancellationToken cancellation)
    {
        if (item.Link is not { } link || !IsAddress(link))
            return item;
        if (web.IsDone?.Invoke(link) == true)
            return null;
        var fetched = Wait(web.Fetcher.FetchAsync(link, web.Known?.Invoke(link), cancellation), cancellation);
        if (fetched.IsUnchanged)
            return null;
        var page = Read(fetched, cancellation).FirstOrDefault();
        if (page is not { Succeeded: true } || (page.Document.Text.Length == 0 && item.Document is not null))
            return item.Document is { } kept ? Kept(item, ReadResult.Of(WithNote(kept, page?.Problem), item.Path, item.Line)) : page ?? item;
        web.OnFollowed?.Invoke(fetched);
        var document = page.Document;
        // A page that does not say who published it is called by its host; the feed knows better.
        var host = new Uri(fetched.FinalUrl).Host;
        var isNamed = document.Outlet is { } outlet && !host.EndsWith(outlet, StringComparison.OrdinalIgnoreCase);
        var followed = ReadResult.Of(
            document.With(
                uri: document.Uri ?? link,
                title: document.Title ?? item.Document?.Title,
                outlet: isNamed ? document.Outlet : item.Document?.Outlet,
                published: document.Published ?? item.Document?.Published,
                publishedAt: document.Published is null ? item.Document?.PublishedAt : null,
                language: document.Language ?? item.Document?.Language),
            item.Path,
            item.Line);
        return page.Original is { } bytes ? followed.From(bytes) : followed;
    }

    private static ReadResult Kept(ReadResult item, ReadResult noted) => item.Original is { } bytes ? noted.From(bytes) : noted;

    private static readonly PageFormat _pages = new();

    private static bool IsPage(Fetched fetched)
    {
        var type = (fetched.ContentType ?? "").Split(';')[0].Trim();
        return type.Equals("text/html", StringComparison.OrdinalIgnoreCase) || type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
    }

    private static Document WithNote(Document document, ReadProblem? problem) => problem is null
        ? document
        : document.With(notes: [.. document.Notes, $"the page it links to was not read: {problem.Code}: {problem.Message}"]);

    private static Fetched Wait(Task<Fetched> task, CancellationToken cancellation)
    {
        task.Wait(cancellation);
        return task.GetAwaiter().GetResult();
    }

    private IEnumerable<string> Wanted(IEnumerable<string> addresses)
    {
        var seen = new SeenNames();
        foreach (var address in addresses)
        {
            if (seen.Add(address) && web.IsDone?.Invoke(address) != true)
                yield return address;
        }
    }

    /// <summary>A page that its server says to be one.</summary>
    private sealed class PageFormat : FormatReader
    {
        public override IReadOnlyList<string> Endings => [];

        public override bool Recognises(ReadOnlySpan<byte> head) => true;

        // Servers call feeds and archives pages too.
        public override bool IsCertain(ReadOnlySpan<byte> head) => true;

        public override IEnumerable<ReadResult> Read(InputSource source)
        {
            if (FormatReaders.FindCertain(source.Bytes.Head) is { } other)
            {
                foreach (var result in other.Read(source))
                    yield return result;
                yield break;
            }

            yield return source.ReadAll() is { } bytes
                ? PageReading.Read(bytes, source)
                : ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, null));
        }
    }
}
