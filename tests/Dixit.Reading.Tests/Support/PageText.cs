// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;
using Dixit.Reading.Pages;

namespace Dixit.Reading.Tests.Support;

/// <summary>Pages about invented people, built up from their parts.</summary>
internal static class PageText
{
    /// <summary>An article of six paragraphs as HTML.</summary>
    public const string Paragraphs = """
        <p>La digue de Morvane sera relevée de deux mètres avant l'hiver, a annoncé jeudi la ministre des Eaux, Odile Varenne, devant les élus de la vallée.</p>
        <p>« Nous ne laisserons pas la rivière entrer une seconde fois dans les maisons », a-t-elle promis, en présence du maire et des pompiers du canton.</p>
        <p>Le chantier, estimé à quatre millions d'euros, doit commencer au printemps, selon la préfecture, qui attend encore l'avis des ingénieurs.</p>
        <p>Les riverains, eux, se disent prudents. Beaucoup se souviennent de la crue qui avait emporté le pont, et des promesses faites alors.</p>
        <p>« On nous a déjà parlé de cette digue il y a dix ans », rappelle Bastien Lormeau, qui tient la quincaillerie de la place du marché.</p>
        <p>Une réunion publique est prévue la semaine prochaine dans la salle des fêtes, où le calendrier des travaux sera présenté en détail.</p>
        """;

    public static readonly string[] Sentences = [.. Paragraphs.Split("<p>", StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split("</p>")[0].Trim()).Where(each => each.Length > 0)];

    public static string Page(string body, string head = "") => $"<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\">{head}</head><body>{body}</body></html>";

    public static ReadResult Result(byte[] bytes, string? contentType = null, string? url = null, DocumentReaderOptions? options = null, DateTimeOffset? fetched = null) =>
        PageDocument.Read(bytes, "page.html", "page", url, contentType, fetched, options ?? new DocumentReaderOptions(), Reads.Cancellation);

    public static Document Read(string html, string? url = null) => Reads.DocumentOf(Result(Encoding.UTF8.GetBytes(html), null, url));
}
