// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;

namespace Dixit.Cli.Watching;

/// <summary>What somebody wants to hear of when it is said anew, and how.</summary>
/// <param name="Name">What it is called; its place in the memory of the watch.</param>
/// <param name="Query">Whose words, about what, with which words.</param>
/// <param name="Feed">The Atom file to write, or null.</param>
/// <param name="Webhook">The address to send to, or null.</param>
/// <param name="Secret">What to sign with, or null.</param>
internal sealed record SavedSearch(string Name, StatementQuery Query, string? Feed, string? Webhook, string? Secret);
