// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Dixit.Languages;

/// <summary>Names the language of a text or a paragraph by its commonest words, and by its script where only one language of news has that.</summary>
/// <remarks>
/// Every word votes for the languages that have it among their commonest, the less the more of them there are. What comes out is a
/// name or nothing: a short text, names and figures alone, or two languages that are as likely as each other have none. Immutable.
/// </remarks>
internal sealed class LanguageIdentifier
{
    private const int Sample = 600;          // words looked at
    private const int LeastWords = 6;
    private const double LeastShare = 0.11;  // of the words, as votes
    private const double LeastLead = 1.15;   // over the second language
    private const int PlainSample = 24;      // words after which most paragraphs leave no doubt
    private const double PlainLead = 1.5;
    private const int LongestWord = 12;
    private const int Shapes = 1 << 14;

    private readonly string[] _codes;
    private readonly FrozenDictionary<string, int[]> _words;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _wordsInText;
    private readonly bool[] _shapes = new bool[Shapes]; // that some word has: most words of a text need not be looked up

    public LanguageIdentifier()
    {
        var codes = new List<string>();
        var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var line in Language.ReadLines("Languages/Recognition.txt"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in parts.Skip(1).Distinct(StringComparer.Ordinal))
            {
                if (!words.TryGetValue(word, out var languages))
                    words.Add(word, languages = []);
                languages.Add(codes.Count);
            }

            codes.Add(parts[0]);
        }

        _codes = [.. codes];
        _words = words.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _wordsInText = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in words.Keys)
            _shapes[ShapeOf(word)] = true;
    }

    /// <summary>The language of the text (BCP 47), or null where nothing is certain enough.</summary>
    public string? Identify(ReadOnlySpan<char> text)
    {
        Span<double> votes = stackalloc double[64];
        votes = votes[.._codes.Length];
        votes.Clear();
        var words = Count(text, Sample, votes, out var scripts);
        if (scripts.Named is { } named)
            return named;
        if (words < LeastWords)
            return null;
        var (best, second) = Ahead(votes);
        return votes[best] >= LeastShare * words && votes[best] >= LeastLead * votes[second] ? _codes[best] : null;
    }

    /// <summary>Whether the first words alone tell that the text is in the language: far quicker than to name it, and false where there is a doubt.</summary>
    public bool IsPlainly(ReadOnlySpan<char> text, string language)
    {
        Span<double> votes = stackalloc double[64];
        votes = votes[.._codes.Length];
        votes.Clear();
        var words = Count(text, PlainSample, votes, out var scripts);
        if (words < LeastWords || scripts.Named is not null)
            return false;
        var (best, second) = Ahead(votes);
        return votes[best] >= LeastShare * words && votes[best] >= PlainLead * votes[second] && _codes[best] == language;
    }

    // The two languages with the most votes.
    private static (int Best, int Second) Ahead(ReadOnlySpan<double> votes)
    {
        int best = 0, second = -1;
        for (var i = 1; i < votes.Length; i++)
        {
            if (votes[i] > votes[best])
                (best, second) = (i, best);
            else if (second < 0 || votes[i] > votes[second])
                second = i;
        }

        return (best, second);
    }

    private int Count(ReadOnlySpan<char> text, int sample, Span<double> votes, out Scripts scripts)
    {
        scripts = default;
        Span<char> lower = stackalloc char[LongestWord];
        var words = 0;
        for (var at = 0; at < text.Length && words < sample;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var length = 0;
            for (; at < text.Length; at++, length++)
            {
                var letter = text[at];
                if (char.IsAscii(letter))
                {
                    letter = (char)(letter | 0x20);
                    if (letter is < 'a' or > 'z')
                        break;
                }
                else
                {
                    if (!char.IsLetter(letter))
                        break;
                    scripts.Count(letter);
                    letter = char.ToLowerInvariant(letter);
                }

                if (length < LongestWord)
                    lower[length] = letter;
            }

            scripts.CountLetters(length);
            words++;
            if (length > LongestWord || !_shapes[ShapeOf(lower[..length])] || !_wordsInText.TryGetValue(lower[..length], out var languages))
                continue;
            foreach (var language in languages)
                votes[language] += 1.0 / languages.Length;
        }

        return words;
    }

    private static int ShapeOf(ReadOnlySpan<char> word) => ((word[0] * 31) + (word[word.Length / 2] * 7) + (word[^1] * 1009) + word.Length) & (Shapes - 1);

    /// <summary>How many letters are of scripts that tell the language by themselves.</summary>
    private struct Scripts
    {
        private int _letters;
        private int _kana;
        private int _han;
        private int _hangul;
        private int _thai;
        private int _devanagari;

        public void CountLetters(int count) => _letters += count;

        public void Count(char c)
        {
            if (c < '\u0900')
                return;
            if (c is >= '\u3040' and <= '\u30FF')
                _kana++;
            else if (c is >= '\u4E00' and <= '\u9FFF')
                _han++;
            else if (c is >= '\uAC00' and <= '\uD7AF')
                _hangul++;
            else if (c is >= '\u0E00' and <= '\u0E7F')
                _thai++;
            else if (c <= '\u097F')
                _devanagari++;
        }

        public readonly string? Named
        {
            get
            {
                if (_letters < LeastWords)
                    return null;
                if ((_kana + _han) * 2 > _letters)
                    return _kana * 10 > _kana + _han ? "ja" : "zh";
                if (_hangul * 2 > _letters)
                    return "ko";
                if (_thai * 2 > _letters)
                    return "th";
                return _devanagari * 2 > _letters ? "hi" : null;
            }
        }
    }
}
