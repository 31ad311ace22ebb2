// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages.French;

/// <summary>A light stemmer of French: plurals, feminines and the commonest derivations, in one pass over the ending.</summary>
/// <remarks>
/// After Jacques Savoy, « A stemming procedure and stopword list for general French corpora », Journal of the American Society for
/// Information Science 50(10), 1999, and his « light stemming approaches » of 2006; the table of endings is our wording of it.
/// Verbs come as their infinitives, which the lexicon knows better than any ending.
/// </remarks>
internal sealed class FrenchStemmer : Stemmer
{
    public static FrenchStemmer Instance { get; } = new();

    // Ending, the least length of the whole word, and what stands in its place; the first that fits is taken, so longer ones come first.
    private static readonly (string Ending, int Length, string Put)[] Endings =
    [
        ("issements", 10, "ir"), ("issement", 10, "ir"), ("issant", 9, "ir"), ("ivement", 8, "if"), ("ement", 7, "e"), ("amment", 8, "ant"), ("emment", 8, "ent"),
        ("ificatrice", 12, "ifier"), ("ificateur", 11, "ifier"), ("ification", 11, "ifier"), ("catrice", 10, "quer"), ("cateur", 9, "quer"),
        ("atrice", 9, "er"), ("ateur", 8, "er"), ("trice", 7, "ter"), ("teuse", 8, "ter"), ("teur", 7, "ter"), ("euse", 7, "eu"),
        ("ieme", 6, ""), ("ive", 6, "if"), ("nnelle", 10, "n"), ("nnel", 10, "n"), ("isation", 10, "iser"), ("isateur", 10, "iser"),
        ("ation", 9, "er"), ("ition", 9, "ir"), ("esse", 9, ""), ("inage", 8, "in"), ("ique", 9, ""), ("ere", 7, "er"), ("ete", 7, "et"),
    ];

    private const int LongestWord = 64;

    private FrenchStemmer()
    {
    }

    public override string Stem(ReadOnlySpan<char> word)
    {
        var plain = Plain(word);
        if (plain.Length is <= 3 or > LongestWord)
            return plain;
        Span<char> letters = stackalloc char[LongestWord + 8];
        plain.CopyTo(letters);
        var length = WithoutPlural(letters, plain.Length);
        length = WithoutEnding(letters, length);
        return new string(letters[..Close(letters, length)]);
    }

    private static int WithoutPlural(Span<char> word, int length)
    {
        if (length > 5 && word[..length].EndsWith("aux") && word[length - 4] != 'e')
        {
            word[length - 2] = 'l'; // nationaux, national
            return length - 1;
        }

        if (word[length - 1] == 'x' || word[length - 1] == 's')
            length--;
        return length;
    }

    private static int WithoutEnding(Span<char> word, int length)
    {
        foreach (var (ending, least, put) in Endings)
        {
            if (length < least || !word[..length].EndsWith(ending))
                continue;
            put.CopyTo(word[(length - ending.Length)..]);
            return length - ending.Length + put.Length;
        }

        return length;
    }

    // What masculine and feminine, infinitive and noun still differ in: doubled letters, « -r », « -e », « -ie ».
    private static int Close(Span<char> word, int length)
    {
        if (length <= 4)
            return length;
        var kept = 1;
        for (var i = 1; i < length; i++)
        {
            if (word[i] != word[kept - 1] || !char.IsLetter(word[i]))
                word[kept++] = word[i];
        }

        length = kept;
        if (length > 4 && word[length - 2] == 'i' && word[length - 1] == 'e')
            return length - 2;
        if (length > 4 && word[length - 1] == 'r')
            length--;
        if (length > 4 && word[length - 1] == 'e')
            length--;
        if (length > 4 && word[length - 1] == 'e')
            length--;
        return length;
    }
}
