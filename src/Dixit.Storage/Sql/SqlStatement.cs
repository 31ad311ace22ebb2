// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql;

/// <summary>A prepared statement: bound, stepped through, reset, and then again. For one thread at a time.</summary>
internal abstract class SqlStatement : SqlRow, IDisposable
{
    /// <summary>Whether it is being stepped through.</summary>
    public bool IsRunning { get; set; }

    /// <summary>How many rows the run that is ended changed.</summary>
    public abstract int Changes { get; }

    /// <summary>Gives <c>$1</c>, <c>$2</c> … their values: null, text, bytes, whole numbers, numbers.</summary>
    public abstract void Bind(ReadOnlySpan<object?> values);

    /// <summary>Goes on to the next row, whose values it has then; false where there is none.</summary>
    public abstract bool Step();

    /// <summary>Ends the run, wherever it is.</summary>
    public abstract void Reset();

    /// <inheritdoc/>
    public abstract void Dispose();
}
