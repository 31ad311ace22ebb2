// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dixit.Cli.Ledgers;
using Dixit.Reading;
using Dixit.Reading.Fetching;
using Dixit.Storage;

namespace Dixit.Cli.Watching;

/// <summary>Sends what was new to a search to an address: a JSON object by POST, signed where there is a secret.</summary>
internal static class Webhook
{
    /// <summary>The header that carries the signature: <c>sha256=</c> and the HMAC of the body in hexadecimal.</summary>
    public const string SignatureHeader = "X-Dixit-Signature";

    /// <summary>Sends statements.</summary>
    /// <returns>Why they could not be delivered, or null.</returns>
    public static ReadProblem? Send(WebFetcher fetcher, SavedSearch search, IReadOnlyList<StoredStatement> statements, CancellationToken cancellation)
    {
        var body = Write(search.Name, statements);
        var headers = new Dictionary<string, string>();
        if (search.Secret is { } secret)
            headers[SignatureHeader] = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return fetcher.PostAsync(search.Webhook!, body, headers, cancellation).GetAwaiter().GetResult();
    }

    private static byte[] Write(string name, IReadOnlyList<StoredStatement> statements)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("search", name);
            json.WriteEach("statements", statements, json.WriteStatement);
            json.WriteEndObject();
        }

        return body.ToArray();
    }
}
