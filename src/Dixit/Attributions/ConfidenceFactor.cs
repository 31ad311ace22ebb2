// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Attributions;

/// <summary>One of the facts that make up a confidence.</summary>
/// <param name="Name">What is the case, in words.</param>
/// <param name="Weight">What it adds to the logarithm of the odds: above zero for, below zero against.</param>
public readonly record struct ConfidenceFactor(string Name, double Weight);
