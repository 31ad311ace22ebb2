// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>To whom, at what event and where something was said, as the text words it; null for what it does not say.</summary>
/// <param name="Addressee">Such as <c>journalistes</c>, behind « aux ».</param>
/// <param name="Occasion">Such as <c>une conférence de presse</c>.</param>
/// <param name="Place">Such as <c>Bruxelles</c>.</param>
internal readonly record struct Surrounding(string? Addressee, string? Occasion, string? Place);

/// <summary>Finds what stands around the cue in its own clause, outside every content. Safe for threads.</summary>
internal sealed class Surroundings
{
    private const int Reach = 30;         // tokens looked at on either side of the cue
    private const int LongestPhrase = 8;  // tokens of an occasion

    private readonly PhraseTable<ViaWord> _words;
    private readonly Scenes _scenes;
    private readonly TimeExpressions _times;

    public Surroundings(Language language)
    {
        _words = PhraseTable<ViaWord>.Read(language, "Via");
        _scenes = new Scenes(_words);
        _times = new TimeExpressions(language);
    }

    /// <summary>What surrounds each draft, in the order of the drafts.</summary>
    public Surrounding[] Find(TokenList tokens, SentenceList sentences, NounPhraseList phrases, IReadOnlyList<AttributionDraft> drafts, ContentOwners owners)
    {
        var found = new Surrounding[drafts.Count];
        var dateline = Dateline(tokens, out var paragraph);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (!drafts[i].Cue.IsEmpty)
                found[i] = Around(tokens, sentences.At(drafts[i].Cue.First), phrases, owners, drafts[i]);
            if (_scenes.OriginOf(tokens, sentences, drafts, i) is >= 0 and var origin)
                found[i] = new Surrounding(found[i].Addressee ?? found[origin].Addressee, found[i].Occasion ?? found[origin].Occasion, found[i].Place ?? found[origin].Place);
            if (dateline is not null && found[i].Place is null && paragraph.Contains(drafts[i].ContentExtent.First))
                found[i] = found[i] with { Place = dateline };
        }

        return found;
    }

    /// <summary>« BRUXELLES (AFP) – … », « NIORT, 3 mars – … »: the place in capitals or before an agency, at the head of one of the first paragraphs.</summary>
    private static string? Dateline(TokenList tokens, out TokenRange paragraph)
    {
        paragraph = default;
        for (var p = 0; p < Math.Min(3, tokens.Paragraphs.Count); p++)
        {
            paragraph = tokens.Paragraphs[p];
            var end = paragraph.First;
            while (end < Math.Min(paragraph.End, paragraph.First + 3) && tokens.IsCapitalised(end) && tokens.IsKind(end, TokenKind.Word))
                end++;
            if (end > paragraph.First && EndsDateline(tokens, paragraph, end))
                return Text(tokens, paragraph.First, end);
        }

        return null;
    }

    private static bool EndsDateline(TokenList tokens, TokenRange paragraph, int end)
    {
        var capitals = tokens.Has(paragraph.First, TokenFlags.AllCapitals);
        var agency = false;
        for (var i = end; i < Math.Min(paragraph.End - 1, end + 10); i++)
        {
            if (tokens.IsKind(i, TokenKind.Dash))
                return agency || (capitals && tokens.Is(paragraph.First, WordClass.PlaceName | WordClass.SpeakingPlace));
            agency |= tokens.IsKind(i - 1, TokenKind.OpenBracket) && tokens.Is(i, WordClass.MediaName);
            if (tokens.Kind(i) is TokenKind.SentenceEnd or TokenKind.QuoteMark or TokenKind.Colon)
                return false;
        }

        return false;
    }

    private Surrounding Around(TokenList tokens, TokenRange sentence, NounPhraseList phrases, ContentOwners owners, AttributionDraft draft)
    {
        var found = default(Surrounding);
        // Behind the cue first: « a-t-il dit aux journalistes à Valmont ».
        for (var i = draft.Cue.End; i < Math.Min(sentence.End, draft.Cue.End + Reach) && !Leaves(tokens, owners, draft, i); i++)
            Note(tokens, sentence, phrases, owners, draft, i, ref found);
        for (var i = draft.Cue.First - 1; i >= Math.Max(sentence.First, draft.Cue.First - Reach) && !Leaves(tokens, owners, draft, i); i--)
            Note(tokens, sentence, phrases, owners, draft, i, ref found);
        return found;
    }

    // Another cue, another verb or a relative clause: what follows is told of something else.
    private static bool Leaves(TokenList tokens, ContentOwners owners, AttributionDraft draft, int at)
    {
        if (tokens.Kind(at) == TokenKind.Semicolon)
            return true;
        if (draft.Cue.Contains(at) || draft.Source.Contains(at) || !owners.Same(at, draft.Cue.First))
            return false;
        if (owners.IsCue(at) || tokens.Is(at, WordClass.Relative))
            return true;
        var lexeme = tokens.Lexeme(at);
        return lexeme.IsVerb(VerbMorph.Finite | VerbMorph.Infinitive) && !lexeme.IsVerb(VerbMorph.PastParticiple)
            && !lexeme.Is(WordClass.Noun | WordClass.Adjective | WordClass.Role | WordClass.OccasionNoun | WordClass.Document | WordClass.Preposition | WordClass.Adverb | WordClass.OrganisationNoun | WordClass.PersonNoun)
            && (lexeme.IsVerb(VerbMorph.Infinitive) || !tokens.Is(at - 1, WordClass.Determiner | WordClass.Of)) && !tokens.IsCapitalised(at);
    }

    private void Note(TokenList tokens, TokenRange sentence, NounPhraseList phrases, ContentOwners owners, AttributionDraft draft, int at, ref Surrounding found)
    {
        if (!owners.Same(at, draft.Cue.First) || draft.Source.Contains(at) || !tokens.IsWord(at) || !_words.TryMatch(tokens, at, sentence.End, out var match))
            return;
        var next = at + match.Length;
        switch (match.Kind)
        {
            case ViaWord.Event when Occasion(tokens, sentence, phrases, next) is { } end:
                found = found with { Occasion = found.Occasion ?? Text(tokens, match.Value == 1 ? at : next, end) };
                break;
            case ViaWord.In when IsPaper(tokens, phrases, next) && Occasion(tokens, sentence, phrases, next) is { } end:
                found = found with { Occasion = found.Occasion ?? Text(tokens, next, end) };
                break;
            case ViaWord.On when _words.IsAt(tokens, next, ViaWord.Network):
                found = found with { Occasion = found.Occasion ?? Text(tokens, next, next + 1) };
                break;
            case ViaWord.On when IsPaper(tokens, phrases, next) && Occasion(tokens, sentence, phrases, next) is { } end:
                found = found with { Occasion = found.Occasion ?? Text(tokens, next, end) };
                break;
            case ViaWord.Before when phrases.TryStartingAt(next, out var phrase):
                if (_words.Has(tokens, phrase.Head, ViaWord.Court))
                    found = found with { Occasion = found.Occasion ?? Text(tokens, next, End(tokens, phrase, sentence)) };
                else if (IsListener(tokens, phrase))
                    found = found with { Addressee = found.Addressee ?? Text(tokens, next, End(tokens, phrase, sentence)) };
                break;
            case ViaWord.To or ViaWord.Contracted or ViaWord.At:
                NotePreposition(tokens, sentence, phrases, draft, at, next, ref found);
                break;
        }
    }

    // « à », « au », « aux »: a listener behind the cue, or a place.
    private void NotePreposition(TokenList tokens, TokenRange sentence, NounPhraseList phrases, AttributionDraft draft, int at, int next, ref Surrounding found)
    {
        var first = StartOfPhrase(tokens, phrases, at, next);
        if (first < 0)
            return;
        var phrase = phrases[phrases.IndexAt(first)];
        if (phrase.Kind == PhraseKind.Place || IsPlaceName(tokens, next))
        {
            var end = phrase.Kind == PhraseKind.Place ? phrase.End : next + 1;
            if (IsPlaceWord(tokens, at))
                found = found with { Place = found.Place ?? Text(tokens, phrase.Kind == PhraseKind.Place && !phrase.Name.IsEmpty ? phrase.Name.First : next, end) };
        }
        else if (at >= draft.Cue.End && tokens.Is(next - 1, WordClass.To | WordClass.Definite) && !tokens.Is(at, WordClass.Of) && IsListener(tokens, phrase))
        {
            found = found with { Addressee = found.Addressee ?? Text(tokens, first, End(tokens, phrase, sentence)) };
        }
    }

    // The article may stand in the phrase (« à la presse ») or have gone into the preposition (« aux députés »).
    private static int StartOfPhrase(TokenList tokens, NounPhraseList phrases, int at, int next)
    {
        for (var first = at + 1; first <= next; first++)
        {
            if (phrases.IndexAt(first) is >= 0 and var index && (phrases[index].First == first || tokens.Is(first, WordClass.PlaceName | WordClass.SpeakingPlace)))
                return first;
        }

        return -1;
    }

    private static bool IsPlaceName(TokenList tokens, int at) => tokens.Is(at, WordClass.PlaceName | WordClass.SpeakingPlace) && tokens.IsCapitalised(at);

    // « à Valmont », « en Brumie », « depuis Valmont »; « du Mali » and « des Ulis » belong to a noun.
    private bool IsPlaceWord(TokenList tokens, int at) => !tokens.Is(at, WordClass.Of) && (_words.IsAt(tokens, at, ViaWord.At) || tokens.Is(at, WordClass.To));

    private bool IsListener(TokenList tokens, NounPhrase phrase) => !tokens.Is(phrase.Head, WordClass.Determiner | WordClass.MediaName) && !IsMedium(tokens, phrase) && phrase.Kind is PhraseKind.Person or PhraseKind.PersonName or PhraseKind.Role or PhraseKind.Group
        or PhraseKind.Organisation or PhraseKind.OrganisationName or PhraseKind.Demonym or PhraseKind.UnknownName;

    private bool IsPaper(TokenList tokens, NounPhraseList phrases, int next)
    {
        var head = phrases.IndexAt(next) is >= 0 and var index ? phrases[index].Head : -1;
        return head >= 0 && (tokens.Is(head, WordClass.Document | WordClass.OccasionNoun) || _words.IsAt(tokens, head, ViaWord.Paper));
    }

    // « à l'agence Brumia » says through whom it is heard.
    private bool IsMedium(TokenList tokens, NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (_words.IsAt(tokens, i, ViaWord.Medium))
                return true;
        }

        return false;
    }

    // Where the phrase of an occasion ends, or null where none begins.
    private int? Occasion(TokenList tokens, TokenRange sentence, NounPhraseList phrases, int first)
    {
        if (phrases.IndexAt(first) is not (>= 0 and var index) || phrases[index].Kind == PhraseKind.Time)
            return null;
        var end = End(tokens, phrases[index], sentence);
        return end > first ? end : null;
    }

    // Short: without the place, the day and whatever comes behind them.
    private int End(TokenList tokens, NounPhrase phrase, TokenRange sentence)
    {
        var limit = Math.Min(Math.Min(phrase.End, sentence.End), phrase.First + LongestPhrase);
        var end = phrase.First + 1;
        while (end < limit && !(end > phrase.Head && (IsTime(tokens, end) || (IsPlaceWord(tokens, end) && IsPlaceName(tokens, end + 1)))))
            end++;
        // Nothing hangs: « une conférence de | », « la réunion du | 3 mars ».
        while (end > phrase.First + 1 && tokens.Is(end - 1, WordClass.Preposition | WordClass.Determiner | WordClass.Coordinator))
            end--;
        return end;
    }

    private bool IsTime(TokenList tokens, int at) => _times.TryRead(tokens, at, out _);

    private static string Text(TokenList tokens, int first, int end)
    {
        var span = tokens.Span(first, end);
        return tokens.Text.Substring(span.Start, span.Length);
    }
}
