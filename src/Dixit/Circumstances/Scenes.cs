// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>Which attributions share the scene of another: said in the same breath, by the same speaker.</summary>
internal sealed class Scenes(Language language)
{
    private readonly PhraseTable<ViaWord> _words = PhraseTable<ViaWord>.Read(language, "Via");

    /// <summary>Gives what is known of a scene to the drafts that go on with it and say nothing of their own.</summary>
    public void Spread<T>(TokenList tokens, SentenceList sentences, IReadOnlyList<AttributionDraft> drafts, T?[] known)
        where T : struct
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            if (known[i] is null && Origin(tokens, sentences, drafts, i, known) is >= 0 and var origin)
                known[i] = known[origin];
        }
    }

    // The nearest draft before, with something known, that this one goes on with; -1 for none.
    private int Origin<T>(TokenList tokens, SentenceList sentences, IReadOnlyList<AttributionDraft> drafts, int index, T?[] known)
        where T : struct
    {
        for (var i = index - 1; i >= 0 && i >= index - 4; i--)
        {
            if (GoesOn(tokens, sentences, drafts[i], drafts[index]))
                return known[i] is null ? -1 : i;
        }

        return -1;
    }

    /// <summary>Whether the later draft is said in the scene of the earlier one.</summary>
    public bool GoesOn(TokenList tokens, SentenceList sentences, AttributionDraft earlier, AttributionDraft later)
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
        draft.Verb is { } verb && _words.Has(verb.Lemma, ViaWord.Continuing);

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
