// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Pages;

/// <summary>Makes a document of the bytes of a page.</summary>
internal static class PageDocument
{
    /// <summary>Fewer characters are no article of which there could be more for subscribers.</summary>
    private const int ShortArticle = 1500;

    /// <summary>The document, or why there is none. A page without an article is a document without text, with a note.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="path">How to call it in results and problems.</param>
    /// <param name="id">Its id, where it is not named by the address that it states: the address it was fetched from, or the name of its file.</param>
    /// <param name="url">Where it was fetched, or null.</param>
    /// <param name="contentType">What its server said that it is, or null.</param>
    /// <param name="fetched">When it was fetched, or null.</param>
    /// <param name="options">What the user asked for.</param>
    /// <param name="cancellation">Ends the work by an <see cref="OperationCanceledException"/>.</param>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, string path, string id, string? url, string? contentType, DateTimeOffset? fetched, DocumentReaderOptions options, CancellationToken cancellation)
    {
        var decoded = MarkupDecoder.Decode(bytes.Span, contentType);
        if (decoded.Problem(path, bytes.Span, null) is { } problem)
            return ReadResult.Of(problem);
        var notes = new List<string>();
        if (decoded.Note is not null)
            notes.Add(decoded.Note);
        var html = decoded.Text!;
        if (Mojibake.TryRepair(html, out var repaired, out var count))
        {
            html = repaired;
            notes.Add(Mojibake.RepairNote(count));
        }

        if (PageParser.Parse(html, cancellation) is not { } tree)
            return ReadResult.Of(ReadProblems.ReportTooComplex(path));
        var outline = PageWalker.Walk(tree);
        var json = ArticleJson.Read(outline.Head.Json);
        var facts = PageFacts.Of(outline, json, url, fetched);
        var article = PageArticle.Of(outline, facts, json);
        var text = article.Text;
        if (Mojibake.IsIn(text))
            notes.Add(Mojibake.Note);
        if (article.Note is not null)
            notes.Add(article.Note);
        if (text.Length > 0 && text.Length < ShortArticle && (json.IsForSubscribers || article.HasPaywall))
            notes.Add("cut off: the rest of the article is for subscribers");
        return ReadResult.Of(
            new Document(options.NamesPagesByAddress ? PageAddress.Choose(facts.Stated, url) ?? id : id, text)
            {
                Uri = facts.Uri,
                Title = facts.Title,
                Outlet = facts.Outlet ?? options.Outlet,
                Published = facts.Published?.Day ?? options.Published,
                PublishedAt = Exact(facts.Published),
                DeclaredLanguage = facts.Language,
                Authors = facts.Authors,
                Modified = facts.Modified?.Day,
                ModifiedAt = Exact(facts.Modified),
                Blocks = article.Blocks,
                Notes = notes.Count == 0 ? [] : notes.ToArray(),
            },
            path);
    }

    /// <summary>The moment, where it is more than a day; else null.</summary>
    internal static Moment? Exact(Moment? moment) => moment is { Time: not null } ? moment : null;
}
