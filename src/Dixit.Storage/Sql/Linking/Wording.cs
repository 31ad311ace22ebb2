// SPDX-License-Identifier: Apache-2.0
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>A wording of one speaker, whatever documents have it.</summary>
/// <param name="number">Its row.</param>
/// <param name="speaker">The row of the speaker, or null where nobody knows.</param>
/// <param name="text">The words, read.</param>
/// <param name="language">The language of its document, or null.</param>
/// <param name="component">See <see cref="Component"/>.</param>
internal sealed class Wording(long number, long? speaker, StatementText text, string? language, long component)
{
    public long Number => number;

    public long? Speaker { get; set; } = speaker;

    public StatementText Text => text;

    /// <summary>The wordings that are linked to one another, directly or through others, have one number here.</summary>
    public long Component { get; set; } = component;

    /// <summary>When it was last needed, so that what was not for long can be let go.</summary>
    public long LastUse { get; set; }

    /// <summary>Whether it is the same words, reported in the same way.</summary>
    public bool Is(string words, QuotationKind kind, string? itsLanguage) => text.Text == words && text.Kind == kind && language == itsLanguage;

    /// <summary>Whether it is the same words, reported in the same way, as another.</summary>
    public bool Is(Wording other) => other.Is(text.Text, text.Kind, language);
}
