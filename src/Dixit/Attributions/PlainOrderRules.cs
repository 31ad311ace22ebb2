// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Reports of languages that need no word to open the clause and no inversion to close it: « said the wall would hold », « …, she said ».</summary>
internal sealed class PlainOrderRules(Scene scene, SourceFinder sources, ClauseBoundary boundary, QuotationRules quotations)
{
    private const int FarthestVerb = 34;

    private TokenList Tokens => scene.Tokens;

    private NounPhraseList Phrases => scene.Phrases;

    /// <summary>« said (on Tuesday) the wall would hold », « told the paper she was ready ».</summary>
    public bool TryBare(VerbGroup group, SourceMatch source)
    {
        if (!scene.Language.Grammar.BareClauses || !group.Reports(CueFrames.Bare) || (scene.Language.Reporting.IsWritten(group.Entry) && source.Kind != PhraseKind.Document))
            return false;
        var limit = scene.SentenceLimit(group.Verb);
        // « told residents the dam would break », « warned the dam would break »
        var at = sources.PassTold(group, limit);
        if (at > group.End && (scene.IsFiniteVerb(at) || Tokens.Is(at, WordClass.Auxiliary | WordClass.Modal)))
            at = group.End;
        // « changes which officials said | will take effect »
        if (source.Found && source.Range.First < group.First && Tokens.Is(source.Range.First - 1, WordClass.Relative) && (scene.IsFiniteVerb(at) || Tokens.Is(at, WordClass.Auxiliary | WordClass.Modal)))
            return Add(group, source, at, ClauseEnd(at, limit));
        for (var step = 0; step < 6 && at < limit; step++)
        {
            if (BeginsClause(at, limit, group))
                return Add(group, source, at, limit);
            var next = sources.PassAdjunct(at, limit);
            if (next == at)
                return false;
            at = next;
        }

        return false;
    }

    // A relative clause is over at its comma, outside marks.
    private int ClauseEnd(int start, int limit)
    {
        for (var i = start; i < limit; i++)
        {
            if (scene.Quotations.OpeningAt(i) is >= 0 and var quoted && scene.Quotations[quoted].Close is > 0 and var close)
                i = close;
            else if (Tokens.IsKind(i, TokenKind.Comma))
                return i;
        }

        return limit;
    }

    private bool Add(VerbGroup group, SourceMatch source, int start, int limit)
    {
        var content = scene.Trim(new TokenRange(start, Math.Min(limit, boundary.EndOf(start, group))));
        if (content.IsEmpty || !scene.HasFiniteVerb(new TokenRange(content.First, Math.Max(content.End, Math.Min(limit, content.First + 1)))))
            return false;
        var draft = QuotationRules.Draft(group, source, [content], "indirect/bare", 0.85);
        draft.Verb = scene.Language.InFrame(group.Entry, CueFrames.That);
        scene.Add(draft);
        quotations.TryColonBehind(group, source, content.End);
        return true;
    }

    // A subject and, before anything that would make it an object, its verb.
    private bool BeginsClause(int at, int limit, VerbGroup group)
    {
        var saying = group.Reports(CueFrames.Quote);
        var i = at;
        if (scene.Quotations.Opens(i))
            return false;
        // « said if she won, she would », « said after the vote that … » is none.
        if (Phrases.IndexAt(i) < 0 && Tokens.Is(i, WordClass.Subordinator) && !Tokens.Is(i, WordClass.Preposition))
            return saying && Tokens.IsForm(i, "if") && HasVerb(i + 1, limit, true);
        if (Tokens.IsForm(i, "there") && !(Tokens.Is(i + 1, WordClass.Auxiliary | WordClass.Modal) || scene.IsFiniteVerb(i + 1)))
            return false;
        if (Tokens.IsForm(i, "there"))
            return true;
        if (Phrases.IndexAt(i) < 0 && !(Tokens.Is(i, WordClass.Determiner) && Tokens.Is(i + 1, WordClass.Auxiliary | WordClass.Modal)) && !Tokens.Lexeme(i).IsVerb(VerbMorph.PresentParticiple) && !Tokens.Is(i, WordClass.Quantifier | WordClass.Numeral))
            return false;
        // « said the days are gone », « said Tuesday was »: a time too, where its verb follows at once.
        if (Phrases.IndexAt(i) >= 0 && (!Phrases.TryStartingAt(i, out var phrase) || (phrase.Kind == PhraseKind.Time && !(saying && scene.IsFiniteVerb(phrase.End)))))
            return false;
        return HasVerb(i, limit, saying);
    }

    private bool HasVerb(int at, int limit, bool saying)
    {
        var relative = false;
        for (var i = at; i < Math.Min(limit, at + FarthestVerb); i++)
        {
            if (Phrases.TryStartingAt(i, out var phrase))
            {
                i = phrase.End - 1;
                continue;
            }

            if (Phrases.IndexAt(i) >= 0)
                continue;
            if (Tokens.Is(i, WordClass.Relative | WordClass.Complementiser))
            {
                if (!saying)
                    return false;
                relative = true;
                continue;
            }

            if (Tokens.Is(i, WordClass.To) && Tokens.Lexeme(i + 1).IsVerb(VerbMorph.Infinitive) && i == at)
                return false;
            if (Tokens.Kind(i) is TokenKind.Colon or TokenKind.Semicolon || (Tokens.Is(i, WordClass.Subordinator) && !Tokens.Is(i, WordClass.Preposition | WordClass.Adverb | WordClass.Relative)))
                return false;
            // « announced a plan, said the mayor »: the verb behind a comma is another's.
            if (Tokens.IsKind(i, TokenKind.Comma) && !saying)
                return false;
            if (!scene.IsFiniteVerb(i))
                continue;
            if (relative)
            {
                relative = false; // the verb of the relative clause
                continue;
            }

            return true;
        }

        return false;
    }

    /// <summary>« "…," she said », « The wall would hold, the mayor said on Tuesday », « The wall, she said, would hold ».</summary>
    public bool TryIncise(VerbGroup group, SourceMatch source)
    {
        if (!scene.Language.Grammar.PlainIncises || !source.Found || source.Range.First >= group.First || !group.Reports(CueFrames.Quote | CueFrames.AfterClause | CueFrames.Manner))
            return false;
        return quotations.TryPlainIncise(group, source);
    }

    /// <summary>« "…," she said, "…" »: behind a quotation that goes on over its marks, before anything else is asked of the cue.</summary>
    public bool TryQuotedIncise(VerbGroup group, SourceMatch source) =>
        source.Found && source.Range.First < group.First && scene.Quotations.Closes(source.Range.First - 1) && TryIncise(group, source);

    /// <summary>Whether the incise is over behind the cue: nothing follows but who was told, when and where.</summary>
    public static bool IsOver(Scene scene, SourceFinder sources, VerbGroup group)
    {
        var limit = scene.SentenceLimit(group.Verb);
        var at = sources.PassTold(group, limit);
        for (var step = 0; step < 8 && at < limit; step++)
        {
            if (scene.Tokens.Kind(at) is TokenKind.Comma or TokenKind.SentenceEnd or TokenKind.Dash or TokenKind.Colon or TokenKind.QuoteMark or TokenKind.CloseBracket)
                return true;
            if (scene.Phrases.IndexAt(at) < 0 && scene.Tokens.Is(at, WordClass.Subordinator | WordClass.Coordinator))
                return true;
            if (scene.Tokens.Lexeme(at).IsVerb(VerbMorph.PresentParticiple) && scene.Phrases.IndexAt(at) < 0)
                return true;
            var next = sources.PassAdjunct(at, limit);
            if (next == at)
                return false;
            at = next;
        }

        return true;
    }
}
