// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Watching;

/// <summary>A statement that was new to a search.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Found">When, in UTC.</param>
internal sealed record NewStatement(string Id, DateTime Found);
