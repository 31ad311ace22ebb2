// SPDX-License-Identifier: Apache-2.0
using static Dixit.Languages.VerbMorph;

namespace Dixit.Languages.French;

/// <summary>The forms of one group of verbs, from where their common ending begins. Immutable.</summary>
internal sealed class ConjugationModel
{
    private static readonly VerbMorph[] s_persons = [FirstSingular, SecondSingular, ThirdSingular, FirstPlural, SecondPlural, ThirdPlural];

    private readonly string[][] _present;     // by person; no form where the verb lacks it
    private readonly string[] _future;
    private readonly string? _past;
    private readonly string[] _participle;
    private readonly string[][] _subjunctive; // by person
    private readonly string[] _imperative;
    private readonly string? _imperfect;
    private readonly string? _presentParticiple;
    private readonly string? _imperfectSubjunctive;

    private ConjugationModel(string ending, string[] columns)
    {
        Ending = ending;
        _present = Array.ConvertAll(Words(columns[1]), Alternatives);
        _future = Alternatives(columns[2]);
        _past = Alternatives(columns[3]) is [var past] ? past : null;
        _participle = Alternatives(columns[4]).Length == 0 ? [] : Words(columns[4]);
        var nous = _present[3].Length > 0 ? _present[3][^1][..^3] : null;
        _imperfect = nous;
        _presentParticiple = nous + "ant";
        _imperative = [.. Imperative(_present[1]), .. _present[3], .. _present[4]];
        foreach (var other in Words(columns.ElementAtOrDefault(6) ?? (columns.Length > 5 && columns[5].Contains('=') ? columns[5] : "")))
        {
            var parts = other.Split('=');
            switch (parts[0])
            {
                case "impf": _imperfect = parts[1]; break;
                case "ppr": _presentParticiple = parts[1]; break;
                case "imp": _imperative = parts[1].Split(','); break;
                case "also": _imperfectSubjunctive = parts[1]; break;
                default: throw new FormatException($"Unknown « {other} » for the verbs in « {ending} ».");
            }
        }

        _subjunctive = Subjunctive(columns.Length > 5 && !columns[5].Contains('=') ? Words(columns[5]) : []);
        if (_present[3].Length == 0 && _presentParticiple == "ant")
            _presentParticiple = null;
    }

    /// <summary>The ending of the infinitive, with ^ before it if it is the whole word.</summary>
    public string Ending { get; }

    /// <summary>Reads a line of <c>Conjugations.txt</c>.</summary>
    public static ConjugationModel Read(string line)
    {
        var columns = line.Split('|', StringSplitOptions.TrimEntries);
        if (columns.Length is < 5 or > 7 || Words(columns[1]).Length != 6)
            throw new FormatException($"Not a model of conjugation: « {line} ».");
        return new ConjugationModel(columns[0], columns);
    }

    /// <summary>Adds the forms of a verb that ends as the model does.</summary>
    public void Inflect(string infinitive, List<VerbForm> forms)
    {
        var stem = infinitive[..^Ending.TrimStart('^').Length];
        for (var person = 0; person < s_persons.Length; person++)
        {
            Add(_present[person], Present | s_persons[person]);
            Add(_subjunctive[person], VerbMorph.Subjunctive | s_persons[person]);
        }

        if (_imperfect is not null && _present[0].Length > 0)
            FrenchConjugation.AddImperfect(stem + _imperfect, Imperfect, forms);
        else if (_imperfect is not null)
            Add([_imperfect + "ait"], Imperfect | ThirdSingular);
        foreach (var future in _future)
            FrenchConjugation.AddFuture(stem + future, forms);
        if (_past is not null)
            AddSimplePast(stem + _past, forms);
        Add(_imperative, VerbMorph.Imperative);
        if (_imperfectSubjunctive is not null)
            Add([_imperfectSubjunctive], VerbMorph.Subjunctive | ThirdSingular);
        forms.Add(new(infinitive, Infinitive));
        if (infinitive.EndsWith("ître", StringComparison.Ordinal))
            forms.Add(new(infinitive[..^4] + "itre", Infinitive)); // since 1990: « connaitre »
        if (_presentParticiple is not null)
            Add([_presentParticiple], PresentParticiple);
        if (_participle.Length > 0)
            FrenchConjugation.AddParticiple(Array.ConvertAll(_participle, form => stem + form), forms);

        void Add(string[] endings, VerbMorph morph)
        {
            foreach (var ending in endings)
                forms.Add(new(stem + ending, morph));
        }
    }

    // From the first person: « finis », « voulus », « tins », « haïs », « allai ».
    private static void AddSimplePast(string first, List<VerbForm> forms)
    {
        if (first.EndsWith("ai", StringComparison.Ordinal))
        {
            var stem = first[..^2];
            string[] endings = ["ai", "as", "a", "âmes", "âtes", "èrent"];
            for (var person = 0; person < s_persons.Length; person++)
                forms.Add(new(stem + endings[person], SimplePast | s_persons[person]));
            return;
        }

        var theme = first[..^1];
        var vowel = theme.LastIndexOfAny(['i', 'u', 'ï', 'û']);
        var circumflex = theme[vowel] switch { 'i' => 'î', 'u' => 'û', var other => other };
        var marked = string.Concat(theme.AsSpan(0, vowel), [circumflex], theme.AsSpan(vowel + 1));
        forms.Add(new(first, SimplePast | FirstSingular | SecondSingular));
        forms.Add(new(theme + "t", SimplePast | ThirdSingular));
        forms.Add(new(marked + "mes", SimplePast | FirstPlural));
        forms.Add(new(marked + "tes", SimplePast | SecondPlural));
        forms.Add(new(theme + "rent", SimplePast | ThirdPlural));
    }

    // Listed: none, a singular and a plural, or all six.
    private string[][] Subjunctive(string[] listed)
    {
        if (listed.Length == 6)
            return Array.ConvertAll(listed, Alternatives);
        var singular = listed.Length == 2 ? Stems(Alternatives(listed[0]), 1) : Stems(_present[5], 3);
        var plural = listed.Length == 2 ? Stems(Alternatives(listed[1]), 4) : Stems(_present[3], 3);
        var full = _present[0].Length > 0;
        return
        [
            full ? With(singular, "e") : [], full ? With(singular, "es") : [], With(singular, "e"),
            With(plural, "ions"), With(plural, "iez"), _present[5].Length > 0 ? With(singular, "ent") : [],
        ];
    }

    // « ouvres » loses its s in the imperative.
    private static string[] Imperative(string[] second) =>
        Array.ConvertAll(second, form => form.EndsWith("es", StringComparison.Ordinal) ? form[..^1] : form);

    private static string[] Stems(string[] forms, int cut) => Array.ConvertAll(forms, form => form[..^cut]);

    private static string[] With(string[] stems, string ending) => Array.ConvertAll(stems, stem => stem + ending);

    private static string[] Words(string column) => column.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Alternatives(string cell) => cell == "-" ? [] : cell.Split('/');
}
