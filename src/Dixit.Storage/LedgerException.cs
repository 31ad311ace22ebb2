// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>A ledger cannot do what was asked, for a reason that a person can act on.</summary>
public sealed class LedgerException : Exception
{
    internal LedgerException(string code, string reason, Exception? inner = null)
        : base(reason, inner) => Code = code;

    /// <summary>One of the constants of <see cref="LedgerProblems"/>.</summary>
    public string Code { get; }

    /// <summary>The problem as one line, such as <c>DX2101: dixit.db: there is no ledger; …</c>.</summary>
    public string Line => $"{Code}: {Message}";
}
