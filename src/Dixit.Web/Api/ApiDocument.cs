// SPDX-License-Identifier: Apache-2.0
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Dixit.Web.Api;

/// <summary>Describes the API for programs (OpenAPI).</summary>
internal static class ApiDocument
{
    /// <summary>Its name, and so a part of its path.</summary>
    public const string Name = "v1";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Dixit",
                Version = "1",
                Description = "Who said what, in which words. Offsets count code points, ends exclusive. What is not known is null. Problems are problem details (RFC 9457) with a code.",
                License = new OpenApiLicense { Name = "Apache-2.0" },
            };
            // The address is whatever the document was asked under.
            document.Servers?.Clear();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Needed unless the desk is open on loopback." };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }, []];
            return Task.CompletedTask;
        });
    });
}
