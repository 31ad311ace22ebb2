// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>A time that a page sets apart.</summary>
/// <param name="Value">The value for machines, or null.</param>
/// <param name="Text">The value for people, or null.</param>
/// <param name="Property">What it is the time of, in the words of schema.org, or null.</param>
/// <param name="Hints">What the names of the element say.</param>
/// <param name="Container">The element that it stands in.</param>
internal readonly record struct PageTime(string? Value, string? Text, string? Property, PageHints Hints, PageContainer Container);
