// SPDX-License-Identifier: Apache-2.0
using System.Buffers;

namespace Dixit.Languages.French;

/// <summary>How the last vowel of a verb in -er changes where the next syllable is mute.</summary>
/// <remarks>Where the spelling of 1990 differs from the older one, both are given, the older first.</remarks>
internal static class EStem
{
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouyéèêëâàîïôöûùü");

    // Verbs in -eler and -eter that have always had è; the rest double the consonant, or have è since 1990.
    private static readonly string[] s_grave =
    [
        "cel", "décel", "recel", "cisel", "démantel", "écartel", "gel", "dégel", "congel", "surgel", "martel", "model", "remodel",
        "pel", "harcel", "achet", "rachet", "crochet", "furet", "halet",
    ];

    // Those that keep the double consonant in either spelling, with their compounds.
    private static readonly string[] s_doubled = ["appel", "jet", "interpel"];

    /// <summary>The stem before -e, -es and -ent: « appell », « cèd », « nettoi ».</summary>
    public static string[] Before(string stem)
    {
        if (stem.EndsWith('y'))
            return BeforeY(stem);
        if (stem.EndsWith("el", StringComparison.Ordinal) || stem.EndsWith("et", StringComparison.Ordinal))
            return BeforeElOrEt(stem);
        return WithGrave(stem) is { } grave ? [grave] : [stem];
    }

    /// <summary>The stem of the future, up to its r: « appeller », « céder » and « cèder », « nettoier ».</summary>
    public static string[] Future(string stem)
    {
        if (stem.EndsWith("envoy", StringComparison.Ordinal))
            return [stem[..^2] + "err"];

        // « cédera »: older spelling keeps é in the future alone.
        if (WithGrave(stem) is { } grave && stem[LastVowel(stem)] == 'é')
            return [stem + "er", grave + "er"];
        var stems = Before(stem);
        for (var i = 0; i < stems.Length; i++)
            stems[i] += "er";
        return stems;
    }

    private static string[] BeforeY(string stem) => stem.Length < 2 ? [stem] : stem[^2] switch
    {
        'o' or 'u' => [stem[..^1] + "i"],
        'a' => [stem[..^1] + "i", stem],
        _ => [stem],
    };

    private static string[] BeforeElOrEt(string stem)
    {
        var grave = stem[..^2] + "è" + stem[^1];
        if (EndsWithAny(stem, s_doubled))
            return [stem + stem[^1]];
        return Array.IndexOf(s_grave, stem) >= 0 ? [grave] : [stem + stem[^1], grave];
    }

    // « lever », « céder », « régler », « alléguer »; not « rester », « annexer », « créer », « débriefer », « interviewer ».
    private static string? WithGrave(string stem)
    {
        var vowel = LastVowel(stem);
        if (vowel < 0 || vowel == stem.Length - 1)
            return null;
        var consonants = stem.AsSpan(vowel + 1);
        var changes = stem[vowel] switch
        {
            'é' => true,
            'e' => consonants is "vr" || (consonants.Length == 1 && consonants[0] is not ('x' or 'w') && (vowel == 0 || stem[vowel - 1] != 'i')),
            _ => false,
        };
        return changes ? string.Concat(stem.AsSpan(0, vowel), "è", consonants) : null;
    }

    private static int LastVowel(string stem)
    {
        // The u of « alléguer », « disséquer » is mute.
        var end = stem.EndsWith("gu", StringComparison.Ordinal) || stem.EndsWith("qu", StringComparison.Ordinal) ? stem.Length - 2 : stem.Length - 1;
        return stem.AsSpan(0, end + 1).LastIndexOfAny(s_vowels);
    }

    private static bool EndsWithAny(string stem, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (stem.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
