// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Dixit.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Dixit.Web;

/// <summary>The style sheet, the script and the pictures of the pages. They are in the assembly; their names change with their content.</summary>
internal sealed class AssetFiles
{
    private const string Prefix = "assets/";
    private readonly Dictionary<string, (byte[] Bytes, string Type)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    public AssetFiles()
    {
        var assembly = typeof(AssetFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var (name, ending) = (Path.GetFileNameWithoutExtension(resource[Prefix.Length..]), Path.GetExtension(resource));
            var served = $"{name}.{Convert.ToHexStringLower(SHA256.HashData(bytes)[..6])}{ending}";
            _files.Add(served, (bytes, ending switch { ".css" => "text/css; charset=utf-8", ".js" => "text/javascript; charset=utf-8", ".svg" => "image/svg+xml", _ => "application/octet-stream" }));
            _paths.Add(name + ending, "/assets/" + served);
        }
    }

    /// <summary>Where a file is served, such as <c>desk.css</c>.</summary>
    public string PathOf(string name) => _paths[name];

    /// <summary>The file, to be kept for a year: another content has another name.</summary>
    public IResult Answer(HttpContext context, string name)
    {
        if (!_files.TryGetValue(name, out var file))
            return Problems.Of(404, Problems.NothingHere, "There is nothing at this address.");
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return JsonAnswers.Tagged(context, file.Bytes, file.Type);
    }
}
