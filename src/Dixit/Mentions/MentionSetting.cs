// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Mentions;

/// <summary>What the resolver must know of a token that others found out.</summary>
/// <param name="IsFurniture">Whether the token belongs to the site, not to the article.</param>
/// <param name="IsQuoted">Whether it stands in quote marks.</param>
internal readonly record struct MentionSetting(Func<int, bool> IsFurniture, Func<int, bool> IsQuoted)
{
    /// <summary>An article without furniture and quotations.</summary>
    public static MentionSetting Plain { get; } = new(static _ => false, static _ => false);
}
