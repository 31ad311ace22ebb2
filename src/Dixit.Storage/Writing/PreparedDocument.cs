// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage.Sql;
using Dixit.Storage.Sql.Copies;
using Dixit.Storage.Sql.Linking;

namespace Dixit.Storage;

/// <summary>A document with what can be found out for a ledger before it is its turn. Immutable.</summary>
/// <remarks>Made by <see cref="ILedgerWriter.Prepare"/>.</remarks>
public sealed class PreparedDocument
{
    internal PreparedDocument(Analysis analysis, AnalysisReading reading, FindingColumns columns, byte[] text, byte[] hash, TextShingles shingles) =>
        (Analysis, Reading, Columns, Text, Hash, Shingles) = (analysis, reading, columns, text, hash, shingles);

    /// <summary>The document and all that was found in it.</summary>
    public Analysis Analysis { get; }

    internal AnalysisReading Reading { get; }

    internal FindingColumns Columns { get; }

    internal byte[] Text { get; }

    internal byte[] Hash { get; }

    internal TextShingles Shingles { get; }
}
