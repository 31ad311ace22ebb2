// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage;

/// <summary>Who writes to a ledger.</summary>
/// <param name="ProcessId">The number of the process.</param>
/// <param name="Host">The machine it runs on.</param>
/// <param name="Since">When it began, in UTC.</param>
public sealed record WriterInfo(int ProcessId, string Host, DateTime Since);
