// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>The speakers of a document and where they are mentioned.</summary>
/// <param name="Speakers">One an entity; the index is the chain.</param>
/// <param name="Mentions">In order of their spans.</param>
internal sealed record Coreference(Speaker[] Speakers, Mention[] Mentions);

/// <summary>Resolves the mentions of a document into entities and each draft's source into its speaker. Safe for many threads.</summary>
internal sealed class CoreferenceResolver
{
    /// <summary>Sets <see cref="AttributionDraft.Chain"/> and <see cref="AttributionDraft.SpeakerRule"/> of each draft.</summary>
    /// <returns>The entities that are named or speak, and their mentions. Linear in the number of tokens.</returns>
    public Coreference Resolve(TokenList tokens, SentenceList sentences, NounPhraseList phrases, IReadOnlyList<AttributionDraft> drafts, MentionSetting setting)
    {
        var resolution = new Resolution(tokens, sentences, phrases, drafts, setting);
        return resolution.Run();
    }
}
