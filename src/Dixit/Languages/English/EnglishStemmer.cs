// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages.English;

/// <summary>A light stemmer of English: plurals, inflections and the commonest derivations, in one pass over the ending.</summary>
/// <remarks>
/// After Donna Harman, « How effective is suffixing? », Journal of the American Society for Information Science 42(1), 1991 (the S-stemmer), with
/// endings of derivation in the order of M. F. Porter, « An algorithm for suffix stripping », Program 14(3), 1980; the table is our wording.
/// Verbs come as their infinitives, which the lexicon knows better than any ending.
/// </remarks>
internal sealed class EnglishStemmer : Stemmer
{
    public static EnglishStemmer Instance { get; } = new();

    // Ending, the least length of the whole word, and what stands in its place; the first that fits is taken, so longer ones come first.
    private static readonly (string Ending, int Length, string Put)[] Endings =
    [
        ("ational", 10, "ate"), ("ization", 10, "ize"), ("isation", 10, "ize"), ("fulness", 10, "ful"), ("ousness", 10, "ous"), ("iveness", 10, "ive"), ("ically", 9, "ic"),
        ("ation", 8, "ate"), ("ition", 8, "it"), ("ement", 8, ""), ("ments", 8, ""), ("ment", 7, ""), ("ness", 7, ""), ("ities", 8, ""), ("ity", 6, ""), ("ously", 8, "ous"),
        ("ingly", 8, ""), ("edly", 7, ""), ("ly", 5, ""), ("ising", 8, "ize"), ("ise", 6, "ize"), ("ing", 6, ""), ("ied", 5, "y"), ("ed", 5, ""), ("ers", 6, ""), ("er", 6, ""), ("ors", 6, ""), ("or", 6, ""),
    ];

    private const int LongestWord = 64;

    private EnglishStemmer()
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
        foreach (var (ending, least, put) in Endings)
        {
            if (length < least || !letters[..length].EndsWith(ending))
                continue;
            put.CopyTo(letters[(length - ending.Length)..]);
            length = length - ending.Length + put.Length;
            break;
        }

        // « admitt », « make », « happi »: what is left differs in a doubled letter, a final e or y.
        if (length > 4 && letters[length - 1] == letters[length - 2] && letters[length - 1] is not ('s' or 'l'))
            length--;
        if (length > 4 && letters[length - 1] == 'e')
            length--;
        if (length > 3 && letters[length - 1] == 'i')
            letters[length - 1] = 'y';
        return new string(letters[..length]);
    }

    private static int WithoutPlural(Span<char> word, int length)
    {
        if (word[..length].EndsWith("ies") && length > 4)
        {
            word[length - 3] = 'y';
            return length - 2;
        }

        if (length > 4 && (word[..length].EndsWith("sses") || word[..length].EndsWith("xes") || word[..length].EndsWith("ches") || word[..length].EndsWith("shes")))
            return length - 2;
        return word[length - 1] == 's' && word[length - 2] is not ('s' or 'u' or 'i') ? length - 1 : length;
    }
}
