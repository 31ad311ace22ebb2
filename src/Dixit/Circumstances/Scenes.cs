// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>Which attributions share the scene of another: said in the same breath, by the same speaker.</summary>
internal sealed class Scenes(PhraseTable<ViaWord> words)
{
    private const int LookBack = 4; // drafts

    public Scenes(Language language)
        : this(PhraseTable<ViaWord>.Read(language, "Via"))
    {
    }

    /// <summary>The index of the nearest draft before that this one goes on with, or -1.</summary>
    public int OriginOf(TokenList tokens, SentenceList sentences, IReadOnlyList<AttributionDraft> drafts, int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - LookBack; i--)
        {
            if (GoesOn(tokens, sentences, drafts[i], drafts[index]))
                return i;
        }

        return -1;
    }

    /// <summary>Whether the later draft is said in the scene of the earlier one.</summary>
    private bool GoesOn(TokenList tokens, SentenceList sentences, AttributionDraft earlier, AttributionDraft later)
    {
        if (later.Parent != earlier.Parent)
            return false;
        for (var origin = later.Continues; origin is not null; origin = origin.Continues)
        {
            if (origin == earlier)
                return true;
        }

        if (later.Cue.IsEmpty || earlier.Cue.IsEmpty)
            return false;
        var sameSpeaker = later.Chain >= 0 ? later.Chain == earlier.Chain : later.Source.IsEmpty || later.Source == earlier.Source;
        if (!sameSpeaker)
            return false;
        var sameSentence = sentences.IndexAt(earlier.Cue.First) == sentences.IndexAt(later.Cue.First);
        // « …, a-t-il dit mardi, ajoutant que … »; « …, a-t-il poursuivi. »
        return sameSentence ? earlier.Cue.First < later.Cue.First : IsContinuing(later) && SameParagraph(tokens, earlier.Cue.First, later.Cue.First);
    }

    // The verbs that by their sense go on with what was being said.
    private bool IsContinuing(AttributionDraft draft) =>
        draft.Verb is { } verb && words.Has(verb.Lemma, ViaWord.Continuing);

    private static bool SameParagraph(TokenList tokens, int first, int second)
    {
        for (var i = first + 1; i <= second; i++)
        {
            if (tokens.Has(i, TokenFlags.ParagraphBefore))
                return false;
        }

        return true;
    }
}
