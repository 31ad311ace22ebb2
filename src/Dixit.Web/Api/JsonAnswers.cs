// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dixit.Web.Api;

/// <summary>Writes answers as JSON, with a tag by which a caller tells that it has them already.</summary>
internal static class JsonAnswers
{
    /// <summary>How all JSON is written here.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // As JSON that nobody takes for a page it needs no escapes but JSON's own.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 32;
    }

    /// <summary>The answer, or nothing where the caller has the same.</summary>
    public static IResult Of<T>(HttpContext context, T answer)
    {
        var options = (JsonSerializerOptions)context.RequestServices.GetService(typeof(JsonSerializerOptions))!;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, options);
        return Tagged(context, bytes, "application/json; charset=utf-8");
    }

    /// <summary>Bytes, or nothing where the caller has the same.</summary>
    public static IResult Tagged(HttpContext context, byte[] bytes, string contentType)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..12])}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch.Any(value => value is not null && value.Split(',', StringSplitOptions.TrimEntries).Any(known => known == "*" || known.TrimStart('W', '/') == tag))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, contentType);
    }
}
