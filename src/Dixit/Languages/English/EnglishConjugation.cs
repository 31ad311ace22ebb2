// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using static Dixit.Languages.VerbMorph;

namespace Dixit.Languages.English;

/// <summary>Makes the forms of an English verb from its infinitive. Immutable.</summary>
internal sealed class EnglishConjugation
{
    private const VerbMorph Base = Present | Infinitive | VerbMorph.Imperative | FirstSingular | SecondSingular | FirstPlural | SecondPlural | ThirdPlural;
    private const VerbMorph Past = SimplePast | FirstSingular | SecondSingular | ThirdSingular | FirstPlural | SecondPlural | ThirdPlural;
    private const VerbMorph Any = FirstSingular | SecondSingular | ThirdSingular | FirstPlural | SecondPlural | ThirdPlural;

    private static readonly VerbForm[] s_be =
    [
        new("be", Infinitive | VerbMorph.Imperative), new("am", Present | FirstSingular), new("'m", Present | FirstSingular), new("is", Present | ThirdSingular), new("'s", Present | ThirdSingular),
        new("isn't", Present | ThirdSingular), new("are", Present | SecondSingular | FirstPlural | SecondPlural | ThirdPlural), new("'re", Present | SecondSingular | FirstPlural | SecondPlural | ThirdPlural),
        new("aren't", Present | SecondSingular | FirstPlural | SecondPlural | ThirdPlural), new("ain't", Present | Any), new("was", SimplePast | FirstSingular | ThirdSingular),
        new("wasn't", SimplePast | FirstSingular | ThirdSingular), new("were", SimplePast | SecondSingular | FirstPlural | SecondPlural | ThirdPlural),
        new("weren't", SimplePast | SecondSingular | FirstPlural | SecondPlural | ThirdPlural), new("been", PastParticiple), new("being", PresentParticiple),
    ];

    private static readonly VerbForm[] s_have =
    [
        new("have", Base), new("'ve", Present | FirstSingular | SecondSingular | FirstPlural | SecondPlural | ThirdPlural), new("haven't", Present | FirstSingular | SecondSingular | FirstPlural | SecondPlural | ThirdPlural),
        new("has", Present | ThirdSingular), new("hasn't", Present | ThirdSingular), new("had", Past | PastParticiple), new("hadn't", Past), new("having", PresentParticiple),
    ];

    private static readonly VerbForm[] s_do =
    [
        new("do", Base), new("don't", Base & ~Infinitive), new("does", Present | ThirdSingular), new("doesn't", Present | ThirdSingular), new("did", Past), new("didn't", Past), new("done", PastParticiple), new("doing", PresentParticiple),
    ];

    // What a modal can look like: present and future count as such, « would » and the like as conditionals.
    private static readonly FrozenDictionary<string, VerbForm[]> s_modals = new Dictionary<string, VerbForm[]>(StringComparer.Ordinal)
    {
        ["will"] = [new("will", Future | Any), new("'ll", Future | Any), new("won't", Future | Any), new("would", Conditional | Any), new("'d", Conditional | Any), new("wouldn't", Conditional | Any)],
        ["shall"] = [new("shall", Future | Any), new("should", Conditional | Any), new("shouldn't", Conditional | Any)],
        ["can"] = [new("can", Present | Any), new("can't", Present | Any), new("cannot", Present | Any), new("could", Conditional | Any), new("couldn't", Conditional | Any)],
        ["may"] = [new("may", Present | Any), new("might", Conditional | Any)],
        ["must"] = [new("must", Present | Any), new("mustn't", Present | Any)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, (string[] Past, string[] Participle, bool Doubled)> _irregular = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doubled = new(StringComparer.Ordinal);

    /// <param name="lines">The lines of <c>Conjugations.txt</c>.</param>
    public EnglishConjugation(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var columns = line.Split('|', StringSplitOptions.TrimEntries);
            if (columns.Length == 1)
                _doubled.Add(line);
            else if (columns.Length is 3 or 4)
                _irregular.Add(columns[0], (columns[1].Split('/'), columns[2].Split('/'), columns.Length == 4));
            else
                throw new FormatException($"Not a verb and its forms: « {line} ».");
        }
    }

    /// <summary>Adds every form of a verb to a list.</summary>
    public void Conjugate(string infinitive, List<VerbForm> forms)
    {
        if (infinitive is "be" or "have" or "do")
        {
            forms.AddRange(infinitive == "be" ? s_be : infinitive == "have" ? s_have : s_do);
            return;
        }

        if (s_modals.TryGetValue(infinitive, out var modal))
        {
            forms.AddRange(modal);
            return;
        }

        forms.Add(new(infinitive, Base));
        forms.Add(new(Third(infinitive), Present | ThirdSingular));
        var irregular = _irregular.TryGetValue(infinitive, out var listed);
        var doubled = irregular ? listed.Doubled : _doubled.Contains(infinitive);
        forms.Add(new(Stem(infinitive, doubled, 'i') + "ing", PresentParticiple));
        var regular = infinitive.EndsWith('y') && infinitive.Length > 2 && !IsVowel(infinitive[^2]) ? infinitive[..^1] + "ied" : Stem(infinitive, doubled, 'e') + "ed";
        foreach (var form in irregular ? listed.Past : [regular])
            forms.Add(new(form, Past));
        foreach (var form in irregular ? listed.Participle : [regular])
            forms.Add(new(form, PastParticiple));
    }

    private static string Third(string verb)
    {
        if (verb.EndsWith('y') && !IsVowel(verb[^2]))
            return verb[..^1] + "ies";
        return verb[^1] is 's' or 'x' or 'z' or 'o' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) ? verb + "es" : verb + "s";
    }

    // What stands before -ing and -ed: the final e is dropped, « ie » is y before -ing.
    private static string Stem(string verb, bool doubled, char next)
    {
        if (doubled)
            return verb + verb[^1];
        if (verb.EndsWith("ie", StringComparison.Ordinal))
            return next == 'i' ? verb[..^2] + "y" : verb[..^1];
        if (verb.EndsWith('e') && !(next == 'i' && (verb.EndsWith("ee", StringComparison.Ordinal) || verb.EndsWith("oe", StringComparison.Ordinal) || verb.EndsWith("ye", StringComparison.Ordinal))))
            return verb[..^1];
        return verb;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
