// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>Brings the forms of one word, and words of one family, to a common beginning. Immutable.</summary>
/// <remarks>A stem is a key for comparison and search, not a word: it need not be one.</remarks>
internal abstract class Stemmer
{
    /// <summary>A stemmer for languages that have none: a word is its own stem.</summary>
    public static Stemmer Identity { get; } = new Unchanged();

    /// <summary>The stem of a word that is in lower case already; accents may be there or not.</summary>
    public abstract string Stem(ReadOnlySpan<char> word);

    /// <summary>The letter without its accent, in lower case; ligatures are left to <see cref="Plain(ReadOnlySpan{char})"/>.</summary>
    protected internal static char Plain(char c) => c < 128
        ? c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c
        : char.ToLowerInvariant(c) switch
        {
            'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
            'ç' or 'ć' or 'č' => 'c',
            'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ę' or 'ě' or 'ė' => 'e',
            'ì' or 'í' or 'î' or 'ï' or 'ī' or 'ı' => 'i',
            'ñ' or 'ń' or 'ň' => 'n',
            'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' or 'ō' or 'ő' => 'o',
            'ù' or 'ú' or 'û' or 'ü' or 'ū' or 'ů' or 'ű' => 'u',
            'ý' or 'ÿ' => 'y',
            'š' or 'ś' or 'ş' or 'ș' => 's',
            'ž' or 'ź' or 'ż' => 'z',
            'ğ' => 'g',
            'ł' => 'l',
            'ř' => 'r',
            'ť' or 'ţ' or 'ț' => 't',
            'đ' or 'ď' => 'd',
            '’' or 'ʼ' or '‘' => '\'',
            '‐' or '‑' => '-',
            var other => other,
        };

    /// <summary>The word in lower case without accents, apostrophes and soft hyphens; ligatures are two letters.</summary>
    public static string Plain(ReadOnlySpan<char> word)
    {
        Span<char> plain = word.Length <= 64 ? stackalloc char[128] : new char[word.Length * 2];
        var length = 0;
        foreach (var c in word)
        {
            if (c is '\u00ad' or '\u200d' or (>= '\u0300' and <= '\u036f'))
                continue;
            var letter = Plain(c);
            switch (letter)
            {
                case '\'':
                    break;
                case 'œ':
                    plain[length++] = 'o';
                    plain[length++] = 'e';
                    break;
                case 'æ':
                    plain[length++] = 'a';
                    plain[length++] = 'e';
                    break;
                default:
                    plain[length++] = letter;
                    break;
            }
        }

        return new string(plain[..length]);
    }

    private sealed class Unchanged : Stemmer
    {
        public override string Stem(ReadOnlySpan<char> word) => Plain(word);
    }
}
