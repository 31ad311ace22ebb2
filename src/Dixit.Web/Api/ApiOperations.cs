// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Dixit.Web.Api;

/// <summary>The operations of the API, for the page that lists them. They never change while the desk runs, and take a while to describe.</summary>
internal sealed class ApiOperations(IServiceScopeFactory scopes)
{
    private readonly Lock _lock = new();
    private Task<IReadOnlyList<(string Method, string Path, OpenApiOperation Operation)>>? _operations;

    public Task<IReadOnlyList<(string Method, string Path, OpenApiOperation Operation)>> AllAsync()
    {
        lock (_lock)
        {
            if (_operations is null or { IsFaulted: true })
                _operations = ReadAsync();
            return _operations;
        }
    }

    private async Task<IReadOnlyList<(string Method, string Path, OpenApiOperation Operation)>> ReadAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name).GetOpenApiDocumentAsync();
        return [.. document.Paths.SelectMany(path => (path.Value.Operations ?? []).Select(operation => (operation.Key.Method.ToUpperInvariant(), path.Key, operation.Value)))];
    }
}
