// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Documents;

/// <summary>Whole days from <see cref="From"/> to <see cref="To"/>, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before the first.</param>
public readonly record struct DateRange(DateOnly From, DateOnly To);
