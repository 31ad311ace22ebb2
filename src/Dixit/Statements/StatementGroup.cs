// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>One statement: the contents of one speaker that say the same. Immutable.</summary>
public sealed class StatementGroup
{
    internal StatementGroup(IEnumerable<StatementContent> contents)
    {
        var sorted = contents.ToArray();
        Array.Sort(sorted);
        Contents = sorted;
        Variants = [.. sorted.GroupBy(content => content.Text.Folded, StringComparer.Ordinal).Select(same => new StatementVariant(same.First().Text, [.. same]))];
        Fullest = Variants.MaxBy(variant => variant.Text.Weight)!.Text;
    }

    /// <summary>The evidence id of the earliest content; see <see cref="StatementContent.EvidenceId"/>.</summary>
    public string Id => Earliest.EvidenceId;

    /// <summary>All evidence, the earliest first; never empty.</summary>
    public IReadOnlyList<StatementContent> Contents { get; }

    /// <summary>The first report.</summary>
    public StatementContent Earliest => Contents[0];

    /// <summary>The wording that says most; of several the earliest.</summary>
    public StatementText Fullest { get; }

    /// <summary>The wordings, each with its evidence, the earliest first.</summary>
    public IReadOnlyList<StatementVariant> Variants { get; }
}

/// <summary>One wording of a statement.</summary>
/// <param name="Text">The wording as its earliest evidence has it.</param>
/// <param name="Contents">Who has it in these words, the earliest first; case, accents and punctuation may differ.</param>
public sealed record StatementVariant(StatementText Text, IReadOnlyList<StatementContent> Contents);
