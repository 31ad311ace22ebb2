// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql;

/// <summary>A row of an answer, while it is the current one. Columns count from 0.</summary>
internal abstract class SqlRow
{
    public abstract bool IsDBNull(int column);

    public abstract long GetInt64(int column);

    public abstract double GetDouble(int column);

    public abstract string GetString(int column);

    public abstract byte[] GetBytes(int column);

    /// <summary>The bytes of a text or of bytes, until the next row is asked for; empty where there is nothing.</summary>
    public abstract ReadOnlySpan<byte> GetSpan(int column);

    /// <summary>The value as it is: <see cref="long"/>, <see cref="double"/>, text, bytes, or null.</summary>
    public abstract object? GetValue(int column);
}
