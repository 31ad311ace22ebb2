// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql;

/// <summary>What a session that cannot write is for.</summary>
internal enum ReaderUse
{
    /// <summary>Answers questions.</summary>
    Asking,

    /// <summary>Looks up many things all over the ledger, while it is written.</summary>
    LookingAhead,

    /// <summary>Asks of each document whether it is there, while the ledger is written. What it needs is little, however large the ledger is.</summary>
    Comparing,
}
