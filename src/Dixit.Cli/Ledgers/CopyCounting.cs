// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Cli.Ledgers;

/// <summary>How often a text counts that several outlets ran.</summary>
internal enum CopyCounting
{
    /// <summary>For each of them: how often it was to be read.</summary>
    All,

    /// <summary>For the earliest alone: how often it was reported.</summary>
    Once,
}
