// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using Dixit.Mentions;

namespace Dixit.Reading.Writing;

/// <summary>Two speakers are the same where all that is known of them is. As records with lists in them they compare those by reference.</summary>
internal sealed class SameSpeaker : IEqualityComparer<Speaker>
{
    public static readonly SameSpeaker Instance = new();

    public bool Equals(Speaker? a, Speaker? b) =>
        ReferenceEquals(a, b)
        || (a is not null && b is not null && a.Name == b.Name && a.Kind == b.Kind && a.Role == b.Role && a.Gender == b.Gender && a.Aliases.SequenceEqual(b.Aliases));

    public int GetHashCode([DisallowNull] Speaker speaker) => HashCode.Combine(speaker.Name, speaker.Kind);
}
