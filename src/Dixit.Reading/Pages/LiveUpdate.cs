// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>An entry of a live report as a page gives it to machines.</summary>
/// <param name="Headline">The letters of its headline, or an empty string.</param>
/// <param name="Body">The letters of its text, or an empty string.</param>
/// <param name="Published">When it was entered, as it is written.</param>
internal sealed record LiveUpdate(string Headline, string Body, string Published);
