// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>The other end of a copy: the original of a document, or a copy of it.</summary>
/// <param name="Document">The id of that document.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Published">Its day, or null.</param>
/// <param name="Share">How much of the copy's text stands in the original, from 0 to 1.</param>
public sealed record DocumentCopy(string Document, string? Outlet, DateOnly? Published, double Share);
