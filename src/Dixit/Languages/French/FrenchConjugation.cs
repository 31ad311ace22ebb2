// SPDX-License-Identifier: Apache-2.0
using static Dixit.Languages.VerbMorph;

namespace Dixit.Languages.French;

/// <summary>Makes the simple forms of a French verb from its infinitive. Immutable.</summary>
/// <remarks>
/// Verbs in -er follow rules of spelling, which are code; all others follow a model listed in <c>Conjugations.txt</c>.
/// The imperfect subjunctive is left out but for « fût » and « eût »: news has hardly any other.
/// </remarks>
internal sealed class FrenchConjugation
{
    private static readonly VerbMorph[] s_persons = [FirstSingular, SecondSingular, ThirdSingular, FirstPlural, SecondPlural, ThirdPlural];
    private static readonly string[] s_imperfect = ["ais", "ais", "ait", "ions", "iez", "aient"];
    private static readonly string[] s_future = ["ai", "as", "a", "ons", "ez", "ont"];

    private readonly Dictionary<string, ConjugationModel> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConjugationModel>.AlternateLookup<ReadOnlySpan<char>> _endings;

    /// <param name="lines">The lines of <c>Conjugations.txt</c>.</param>
    public FrenchConjugation(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var model = ConjugationModel.Read(line);
            _models.Add(model.Ending, model);
        }

        _endings = _models.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Adds every simple form of a verb to a list.</summary>
    /// <exception cref="ArgumentException">The word is no infinitive that can be inflected.</exception>
    public void Conjugate(string infinitive, List<VerbForm> forms)
    {
        if (FindModel(infinitive) is { } model)
            model.Inflect(infinitive, forms);
        else if (infinitive.Length > 2 && infinitive.EndsWith("er", StringComparison.Ordinal))
            ConjugateEr(infinitive, forms);
        else
            throw new ArgumentException($"No model of conjugation for « {infinitive} ».", nameof(infinitive));
    }

    private ConjugationModel? FindModel(string infinitive)
    {
        if (_models.TryGetValue("^" + infinitive, out var model))
            return model;
        for (var start = 0; start < infinitive.Length; start++)
        {
            if (_endings.TryGetValue(infinitive.AsSpan(start), out model))
                return model;
        }

        return null;
    }

    private static void ConjugateEr(string infinitive, List<VerbForm> forms)
    {
        var stem = infinitive[..^2];

        // « mangeons », « commençait »: before a and o the consonant keeps its sound.
        var soft = stem[^1] switch
        {
            'g' => stem + "e",
            'c' => stem[..^1] + "ç",
            _ => stem,
        };
        foreach (var strong in EStem.Before(stem))
        {
            forms.Add(new(strong + "e", Present | Subjunctive | Imperative | FirstSingular | SecondSingular | ThirdSingular));
            forms.Add(new(strong + "es", Present | Subjunctive | SecondSingular));
            forms.Add(new(strong + "ent", Present | Subjunctive | ThirdPlural));
        }

        forms.Add(new(soft + "ons", Present | Imperative | FirstPlural));
        forms.Add(new(stem + "ez", Present | Imperative | SecondPlural));
        forms.Add(new(soft + "ais", Imperfect | FirstSingular | SecondSingular));
        forms.Add(new(soft + "ait", Imperfect | ThirdSingular));
        forms.Add(new(stem + "ions", Imperfect | Subjunctive | FirstPlural));
        forms.Add(new(stem + "iez", Imperfect | Subjunctive | SecondPlural));
        forms.Add(new(soft + "aient", Imperfect | ThirdPlural));
        forms.Add(new(soft + "ai", SimplePast | FirstSingular));
        forms.Add(new(soft + "as", SimplePast | SecondSingular));
        forms.Add(new(soft + "a", SimplePast | ThirdSingular));
        forms.Add(new(soft + "âmes", SimplePast | FirstPlural));
        forms.Add(new(soft + "âtes", SimplePast | SecondPlural));
        forms.Add(new(stem + "èrent", SimplePast | ThirdPlural));
        foreach (var future in EStem.Future(stem))
            AddFuture(future, forms);
        forms.Add(new(infinitive, Infinitive));
        forms.Add(new(soft + "ant", PresentParticiple));
        AddParticiple([stem + "é"], forms);
    }

    /// <summary>Adds future and conditional.</summary>
    /// <param name="stem">Up to the r.</param>
    /// <param name="forms">Where they go.</param>
    internal static void AddFuture(string stem, List<VerbForm> forms)
    {
        for (var person = 0; person < s_persons.Length; person++)
            forms.Add(new(stem + s_future[person], Future | s_persons[person]));
        AddImperfect(stem, Conditional, forms);
    }

    /// <summary>Adds six forms with the endings that imperfect and conditional share.</summary>
    internal static void AddImperfect(string stem, VerbMorph tense, List<VerbForm> forms)
    {
        forms.Add(new(stem + "ais", tense | FirstSingular | SecondSingular));
        for (var person = 2; person < s_persons.Length; person++)
            forms.Add(new(stem + s_imperfect[person], tense | s_persons[person]));
    }

    /// <summary>Adds the four agreements of a past participle.</summary>
    /// <param name="listed">The masculine, then the feminine and both plurals where they do not follow from it.</param>
    /// <param name="forms">Where they go.</param>
    internal static void AddParticiple(ReadOnlySpan<string> listed, List<VerbForm> forms)
    {
        var masculine = listed[0];
        var feminine = listed.Length > 1 ? listed[1] : masculine + "e";
        forms.Add(new(masculine, PastParticiple));
        forms.Add(new(feminine, PastParticiple | Feminine));
        forms.Add(new(listed.Length > 2 ? listed[2] : masculine.EndsWith('s') ? masculine : masculine + "s", PastParticiple | Plural));
        forms.Add(new(listed.Length > 3 ? listed[3] : feminine + "s", PastParticiple | Feminine | Plural));
    }
}
