// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;

namespace Dixit.Statements;

/// <summary>How alike two names of persons are.</summary>
internal enum NameLikeness
{
    None,

    /// <summary>One is the surname, the initials or some words of the other.</summary>
    Part,

    /// <summary>Two spellings of one full name.</summary>
    Spelling,

    /// <summary>The same full name.</summary>
    Same,
}

/// <summary>Compares names of persons across documents.</summary>
internal static class PersonName
{
    /// <summary>The words of a name, titles left out.</summary>
    public static string[] Words(string name) =>
        [.. name.Split([' ', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries).Where(word => !IsTitle(word))];

    /// <summary>How alike two names are, of which these are the words.</summary>
    public static NameLikeness Compare(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0)
            return NameLikeness.None;
        if (a.Length == b.Length && a.Length > 1)
        {
            var same = true;
            var spelling = true;
            var initial = true;
            for (var i = 0; i < a.Length && (spelling || initial); i++)
            {
                same &= Spelling.Same(a[i], b[i]);
                spelling &= Alike(a[i], b[i]);
                initial &= Alike(a[i], b[i]) || (i < a.Length - 1 && (Spelling.IsInitial(a[i], b[i]) || Spelling.IsInitial(b[i], a[i])));
            }

            return same ? NameLikeness.Same : spelling ? NameLikeness.Spelling : initial ? NameLikeness.Part : NameLikeness.None;
        }

        // The surname, which comes last, with all else that the shorter one says in order.
        var (few, many) = a.Length < b.Length ? (a, b) : (b, a);
        if (!Alike(few[^1], many[^1]))
            return NameLikeness.None;
        var at = 0;
        foreach (var word in few)
        {
            while (at < many.Length && !Alike(word, many[at]))
                at++;
            if (at++ == many.Length)
                return NameLikeness.None;
        }

        return NameLikeness.Part;
    }

    /// <summary>Whether one name is the first word of the other and no more: « Maren », « Maren Dahl ».</summary>
    public static bool IsGivenNameOf(string[] a, string[] b) => a.Length != b.Length && Math.Min(a.Length, b.Length) == 1 && Spelling.Same(a[0], b[0]);

    /// <summary>What spellings of one word share: its consonants without doubles, y as i.</summary>
    public static string Sound(string word)
    {
        var plain = Stemmer.Plain(word);
        Span<char> sound = stackalloc char[Math.Min(plain.Length, 32)];
        var length = 0;
        foreach (var c in plain)
        {
            if (length == sound.Length)
                break;
            if (!char.IsLetter(c) || c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w' || (length > 0 && sound[length - 1] == c))
                continue;
            sound[length++] = c switch
            {
                'z' => 's',
                'k' or 'q' => 'c',
                'v' => 'f',
                _ => c,
            };
        }

        return length == 0 ? plain : new string(sound[..length]);
    }

    private static bool Alike(string a, string b) => Spelling.Alike(a, b, Math.Min(a.Length, b.Length) >= 8 ? 2 : 1);

    private static bool IsTitle(string word) => word is "M." or "MM." or "Mme" or "Mlle" or "Mr" or "Mrs" or "Ms" or "Dr" or "Pr" or "Me" or "Mgr" or "monsieur" or "madame" or "Monsieur" or "Madame" or "Sir" or "Lord" or "Lady";
}
