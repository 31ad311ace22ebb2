// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>Finds media by their listed names, also behind « au » and « du », and unlisted ones by the noun before their name. Safe for threads.</summary>
internal sealed class MediaFinder
{
    private const int LongestGap = 3;   // lower-case words between « chaîne » and the name: « la chaîne d'information continue »
    private const int LongestName = 5;

    private readonly ListedNames _names;
    private readonly Dictionary<string, List<string[]>> _withoutArticle = new(FoldedComparer.Instance);
    private readonly Dictionary<string, List<string[]>>.AlternateLookup<ReadOnlySpan<char>> _withoutArticleInText;
    private readonly PhraseTable<ViaWord> _words;

    public MediaFinder(Language language, PhraseTable<ViaWord> words)
    {
        _words = words;
        var media = language.Phrases.Where(phrase => (phrase.Classes & WordClass.MediaName) != 0).ToList();
        _names = new ListedNames(media);
        foreach (var phrase in media)
        {
            if (!words.Has(phrase.Words[0], ViaWord.Article))
                continue;
            if (!_withoutArticle.TryGetValue(phrase.Words[1], out var list))
                _withoutArticle.Add(phrase.Words[1], list = []);
            list.Add(phrase.Words);
        }

        foreach (var list in _withoutArticle.Values)
            list.Sort((one, other) => other.Length.CompareTo(one.Length));
        _withoutArticleInText = _withoutArticle.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The media of the text in order, none overlapping another.</summary>
    public List<MediaMention> Find(TokenList tokens, NounPhraseList phrases)
    {
        var found = new List<MediaMention>();
        for (var i = 0; i < tokens.Count;)
        {
            if (TryRead(tokens, phrases, i, out var mention))
            {
                found.Add(mention);
                i = mention.Range.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private bool TryRead(TokenList tokens, NounPhraseList phrases, int at, out MediaMention mention)
    {
        mention = default;
        // Only a capital, a figure, an article before a capital, or « le quotidien » can begin one.
        if (!tokens.IsCapitalised(at) && !tokens.Is(at, WordClass.MediumNoun | WordClass.Determiner) && !tokens.IsKind(at, TokenKind.Number))
            return false;
        if (tokens.Kind(at) is not (TokenKind.Word or TokenKind.Number))
            return false;
        if (TryListed(tokens, at, out mention))
            return true;
        if (!tokens.Is(at, WordClass.MediumNoun) || !_words.Has(tokens, at, ViaWord.Medium))
            return false;
        return tokens.IsCapitalised(at) ? TryNameOfItsOwn(tokens, phrases, at, out mention) : TryBehindNoun(tokens, phrases, at, out mention);
    }

    private bool TryListed(TokenList tokens, int at, out MediaMention mention)
    {
        mention = default;
        // « au Matin de Valmont », « du Matin »: the article of the name has gone into the preposition.
        if (tokens.IsCapitalised(at) && _words.IsAt(tokens, at - 1, ViaWord.Contracted) && _withoutArticleInText.TryGetValue(tokens.Form(at), out var names))
        {
            foreach (var words in names)
            {
                if (!StandsAt(tokens, at, words))
                    continue;
                var end = at + words.Length - 1;
                var apart = words[0].EndsWith('\'') ? "" : " ";
                mention = new MediaMention(new TokenRange(at, end), WithCapital(words[0]) + apart + Text(tokens, at, end), true);
                return true;
            }
        }

        if (_names.TryMatch(tokens, at, out var phrase))
        {
            mention = new MediaMention(new TokenRange(at, at + phrase.Words.Length), WithCapital(Text(tokens, at, at + phrase.Words.Length)), true);
            return true;
        }

        if (!tokens.Is(at, WordClass.MediaName) || !tokens.IsCapitalised(at) || tokens.IsCapitalised(at - 1) && tokens.Is(at - 1, WordClass.GivenName))
            return false;
        mention = new MediaMention(new TokenRange(at, at + 1), Text(tokens, at, at + 1), true);
        return true;
    }

    private static bool StandsAt(TokenList tokens, int at, string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (!tokens.IsForm(at + i - 1, words[i]))
                return false;
        }

        return true;
    }

    // « Radio Valmont », « Journal de la Brume »
    private static bool TryNameOfItsOwn(TokenList tokens, NounPhraseList phrases, int at, out MediaMention mention)
    {
        mention = default;
        var next = at + 1;
        while (next < at + 3 && tokens.Is(next, WordClass.NameParticle) && !tokens.IsCapitalised(next))
            next++;
        if (!tokens.IsCapitalised(next) || tokens.Has(next, TokenFlags.ParagraphBefore))
            return false;
        var end = NameEnd(tokens, phrases, next);
        mention = new MediaMention(new TokenRange(at, end), Text(tokens, at, end), false);
        return true;
    }

    // « la chaîne publique Canal Valmont »; « le quotidien » alone stands for the last one named.
    private bool TryBehindNoun(TokenList tokens, NounPhraseList phrases, int at, out MediaMention mention)
    {
        var name = at + 1;
        while (name <= at + LongestGap && tokens.Kind(name) == TokenKind.Word && !tokens.IsCapitalised(name) && IsPartOfNoun(tokens, name))
            name++;
        if (tokens.IsKind(name, TokenKind.QuoteMark))
            name++;
        if (TryListed(tokens, name, out var listed))
        {
            // « la télévision Canal Valmont », where « Canal » alone is known too.
            var end = phrases.IndexAt(name) is >= 0 and var index && phrases[index].Name.Contains(listed.Range) && phrases[index].Name.First == name ? phrases[index].Name.End : listed.Range.End;
            mention = new MediaMention(new TokenRange(at, end), end == listed.Range.End ? listed.Name : Text(tokens, name, end), true);
            return true;
        }

        if (tokens.IsCapitalised(name) && !tokens.Has(name, TokenFlags.ParagraphBefore) && !tokens.Is(name, WordClass.Title | WordClass.GivenName))
        {
            var end = NameEnd(tokens, phrases, name);
            mention = new MediaMention(new TokenRange(at, end), Text(tokens, name, end), false);
            return true;
        }

        mention = new MediaMention(new TokenRange(at, at + 1), null, false);
        return _words.IsAt(tokens, at - 1, ViaWord.Article) || _words.IsAt(tokens, at - 1, ViaWord.Contracted);
    }

    private static bool IsPartOfNoun(TokenList tokens, int at) =>
        tokens.Is(at, WordClass.Adjective | WordClass.Demonym | WordClass.Of | WordClass.Noun)
        || (tokens.Is(at - 1, WordClass.Of) && tokens.IsWord(at))
        || (tokens.Lexeme(at) == Lexeme.Unknown && tokens.IsWord(at));

    // The name goes on over capitals, « de » and « & »; a noun phrase that begins inside it is somebody else's.
    private static int NameEnd(TokenList tokens, NounPhraseList phrases, int first)
    {
        var end = first + 1;
        var limit = phrases.IndexAt(first) is >= 0 and var index ? Math.Max(end, phrases[index].End) : end + LongestName;
        while (end < Math.Min(limit, first + LongestName))
        {
            if (tokens.IsCapitalised(end) || tokens.IsKind(end, TokenKind.Number))
                end++;
            else if (tokens.Is(end, WordClass.NameParticle) && tokens.IsCapitalised(end + 1) && end + 1 < limit)
                end += 2;
            else
                break;
        }

        return end;
    }

    private static string Text(TokenList tokens, int first, int end)
    {
        var span = tokens.Span(first, end);
        return tokens.Text.Substring(span.Start, span.Length);
    }

    private static string WithCapital(string name) => char.IsLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;
}
