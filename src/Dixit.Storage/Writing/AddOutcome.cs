// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>What adding a document does.</summary>
public enum AddOutcome
{
    /// <summary>The ledger has it already, as this engine finds it.</summary>
    Unchanged,

    /// <summary>The ledger did not have it.</summary>
    Added,

    /// <summary>The ledger had another text under its id, and keeps both.</summary>
    Changed,

    /// <summary>The ledger had its text; what is known beside it, or the engine, changed, and the findings were replaced.</summary>
    Refreshed,

    /// <summary>It was removed for good: nothing was taken in.</summary>
    Removed,
}
