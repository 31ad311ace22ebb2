// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Builder;

namespace Dixit.Web.Pages;

/// <summary>What pages send, and what they link to beside other pages.</summary>
internal static class PageEndpoints
{
    public static void Map(WebApplication app)
    {
    }
}
