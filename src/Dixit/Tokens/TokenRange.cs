// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Tokens;

/// <summary>Tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
/// <param name="First">The index of the first token.</param>
/// <param name="End">The index after the last.</param>
internal readonly record struct TokenRange(int First, int End)
{
    public int Count => End - First;

    public bool IsEmpty => End <= First;

    public bool Contains(int index) => index >= First && index < End;

    public bool Contains(TokenRange other) => other.First >= First && other.End <= End;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;
}
