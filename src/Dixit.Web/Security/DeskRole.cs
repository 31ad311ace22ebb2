// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web;

/// <summary>What somebody may do at the desk. Each may do what those before may.</summary>
public enum DeskRole
{
    /// <summary>Ask.</summary>
    Reader,

    /// <summary>Read documents in, correct, save searches.</summary>
    Editor,

    /// <summary>Take things out for good, look after the ledger, see how the service does.</summary>
    Admin,
}
