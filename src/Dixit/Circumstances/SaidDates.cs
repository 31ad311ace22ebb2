// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>Finds when each attribution was said, from a time expression in the clause of its cue. Safe for threads.</summary>
/// <remarks>
/// An expression inside a content is what somebody talks about; one behind « après », « depuis » or in a relative clause tells
/// of another event; one that belongs to a noun (« l'attaque de mardi ») dates the noun. What the text does not say stays null.
/// </remarks>
internal sealed class SaidDates(Language language)
{
    private const int Reach = 40;          // tokens between cue and expression
    private const int OtherCue = 15;       // tokens that another cue between them counts for
    private const int LookBack = 14;       // tokens before an expression that can tie it to another event

    private readonly TimeExpressions _times = new(language);
    private readonly Scenes _scenes = new(language);

    /// <summary>The days of each draft, in the order of the drafts; null where the text does not tell.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="drafts">The attributions.</param>
    /// <param name="owners">Whose words each token is.</param>
    /// <param name="published">The article's day, or null: then only a date with its year is resolved.</param>
    /// <param name="blocks">What the page sets apart: an entry of a live report has a day of its own, and so has a message.</param>
    public DateRange?[] Find(TokenList tokens, SentenceList sentences, IReadOnlyList<AttributionDraft> drafts, ContentOwners owners, DateOnly? published, BlockList? blocks = null)
    {
        blocks ??= BlockList.None;
        var said = new DateRange?[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
            said[i] = drafts[i].SaidOn is { } day ? new DateRange(day, day) : null;
        var expressions = _times.FindAll(tokens);
        if (expressions.Count == 0 || drafts.Count == 0)
            return said;
        var days = ResolveAll(expressions, published, blocks);
        for (var i = 0; i < drafts.Count; i++)
        {
            var anchor = drafts[i].Cue.IsEmpty ? drafts[i].Source : drafts[i].Cue;
            if (said[i] is null && !anchor.IsEmpty && Nearest(tokens, sentences.At(anchor.First), owners, anchor, expressions) is >= 0 and var nearest)
                said[i] = days[nearest];
        }

        for (var i = 0; i < drafts.Count; i++)
        {
            if (said[i] is null && _scenes.OriginOf(tokens, sentences, drafts, i) is >= 0 and var origin)
                said[i] = said[origin];
        }

        return said;
    }

    private static DateRange?[] ResolveAll(List<TimeExpression> expressions, DateOnly? published, BlockList blocks)
    {
        var days = new DateRange?[expressions.Count];
        DateOnly? named = null;
        for (var i = 0; i < days.Length; i++)
        {
            if (i > 0 && blocks.Part(expressions[i - 1].Range.First, expressions[i].Range.First))
                named = null;
            days[i] = DateResolver.Resolve(expressions[i], blocks.DayAt(expressions[i].Range.First) ?? published, named);
            if (days[i] is { } day && day.From == day.To && expressions[i].Shape is TimeShape.Day or TimeShape.Weekday)
                named = day.From;
        }

        return days;
    }

    private int Nearest(TokenList tokens, TokenRange sentence, ContentOwners owners, TokenRange anchor, List<TimeExpression> expressions)
    {
        int best = -1, least = Reach + 1;
        for (var i = FirstFrom(expressions, Math.Max(sentence.First, anchor.First - Reach)); i < expressions.Count; i++)
        {
            var range = expressions[i].Range;
            if (range.First >= Math.Min(sentence.End, anchor.End + Reach))
                break;
            if (!owners.Same(range.First, anchor.First) || range.Overlaps(anchor))
                continue;
            var distance = Distance(tokens, owners, anchor, range);
            if (distance >= least || BelongsElsewhere(tokens, sentence, owners, anchor, range))
                continue;
            best = i;
            least = distance;
        }

        return best;
    }

    private static int FirstFrom(List<TimeExpression> expressions, int token)
    {
        int low = 0, high = expressions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (expressions[middle].Range.First < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // Tokens of the teller's own between the two; another cue between them makes it likelier that the expression is that cue's.
    private static int Distance(TokenList tokens, ContentOwners owners, TokenRange anchor, TokenRange range)
    {
        var first = Math.Min(anchor.End, range.End);
        var end = Math.Max(anchor.First, range.First);
        var distance = 0;
        for (var i = first; i < end; i++)
        {
            if (owners.Same(i, anchor.First))
                distance++;
            if (owners.IsCue(i) && !owners.IsCue(i - 1))
                distance += OtherCue;
            if (tokens.Kind(i) == TokenKind.Semicolon)
                distance += OtherCue;
        }

        return distance;
    }

    private bool BelongsElsewhere(TokenList tokens, TokenRange sentence, ContentOwners owners, TokenRange anchor, TokenRange range)
    {
        var before = range.First - 1;
        if (before >= sentence.First && _times.Words.IsAt(tokens, before, TimeWord.Article))
            before--;
        if (before >= sentence.First && IsBound(tokens, before, range.First) && !owners.IsCue(before))
            return true;

        var floor = Math.Max(sentence.First, range.First - LookBack);
        var spoken = false;
        for (var i = range.First - 1; i >= floor; i--)
        {
            if (owners.IsCue(i) || !owners.Same(i, range.First))
                return false;
            if (tokens.Kind(i) is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon or TokenKind.QuoteMark or TokenKind.Dash)
                return false;
            if (_times.Words.TryMatch(tokens, i, range.First, out var match) && match.Kind is TimeWord.Spoken or TimeWord.Barrier)
            {
                spoken |= match.Kind == TimeWord.Spoken;
                if (match.Kind == TimeWord.Barrier)
                    return !spoken;
                continue;
            }

            if (!spoken && (tokens.Is(i, WordClass.Relative) || IsOtherEvent(tokens, i)))
                return true;
        }

        return false;
    }

    // « depuis mardi », « la réunion de mardi »; « au 3 mars » too, but not « au soir ».
    private bool IsBound(TokenList tokens, int at, int end)
    {
        for (var i = Math.Max(0, at - 3); i <= at; i++)
        {
            if (_times.Words.TryMatch(tokens, i, end, out var match) && match.Kind is TimeWord.Bound or TimeWord.Edge or TimeWord.Barrier && i + match.Length == at + 1)
                return true;
        }

        return false;
    }

    // A participle or a verb of the writer's own: « l'homme arrêté mardi », « qui se rendait mardi à Rennes ».
    private static bool IsOtherEvent(TokenList tokens, int at)
    {
        var lexeme = tokens.Lexeme(at);
        if (lexeme.Verb is null || lexeme.Is(WordClass.Adverb | WordClass.Preposition | WordClass.Determiner))
            return false;
        // « une conférence de presse », « la visite »: after an article or a preposition only an infinitive is a verb.
        if (!lexeme.IsVerb(VerbMorph.Infinitive) && tokens.Is(at - 1, WordClass.Determiner | WordClass.Preposition))
            return false;
        return lexeme.IsVerb(VerbMorph.Finite | VerbMorph.PastParticiple | VerbMorph.Infinitive) && !tokens.IsCapitalised(at);
    }
}
