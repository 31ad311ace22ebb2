// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Charts;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Value">How long it is; not negative.</param>
/// <param name="Link">Where it leads, or null.</param>
/// <param name="Note">What stands at its end; the value where null.</param>
internal sealed record Bar(string Label, double Value, string? Link = null, string? Note = null)
{
    /// <summary>What a table calls it, such as <c>2024-10</c>; the label where null.</summary>
    public string? Key { get; init; }
}
