// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Dixit.Attributions;
using Dixit.Mentions;

namespace Dixit.Languages.English;

/// <summary>The words of English, read from the lists beside this file. Immutable.</summary>
internal sealed class EnglishLanguage : Language
{
    private readonly CueTable _cues;
    private readonly FrozenDictionary<string, CueNoun[]> _nouns;

    public EnglishLanguage()
    {
        _cues = new CueTable(Lines("Cues"), Lines("CuePhrases"));
        _nouns = Lines("CueNouns").SelectMany(ReadNoun).GroupBy(noun => noun.Form, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        Lexicon = Build(new Lexicon.Builder(), _cues.Phrases, AddVerbs, AddNouns);
        Reporting = new ReportingWords(Lines("Reporting"));
    }

    public override string Code => "en";

    public override Grammar Grammar { get; } = Grammar.Analytic;

    public override Lexicon Lexicon { get; }

    public override Stemmer Stemmer => EnglishStemmer.Instance;

    public override ReportingWords Reporting { get; }

    public override VerbEntry InFrame(VerbEntry verb, CueFrames frame)
    {
        var act = _cues.ActOf(verb, frame);
        return act == verb.Act ? verb : verb with { Act = act };
    }

    public override ReadOnlySpan<CueNoun> CueNouns(Lexeme first) => _nouns.TryGetValue(first.Form, out var nouns) ? nouns : [];

    private static IEnumerable<CueNoun> ReadNoun(string line)
    {
        var columns = CueLine.Columns(line, 4);
        var noun = new CueNoun(columns[0], columns[0], Gender.Unknown, Plural: false, CueLine.Frames(columns[2]), CueLine.Act(columns[3]));
        yield return noun;
        if (columns[1] != "-")
            yield return noun with { Form = columns[1], Plural = true };
    }

    private void AddNouns(Lexicon.Builder builder)
    {
        foreach (var noun in _nouns.Values.SelectMany(nouns => nouns))
            builder.Add(noun.Form, WordClass.CueNoun | WordClass.Noun, Gender.Unknown, singular: !noun.Plural, plural: noun.Plural).Value = (int)noun.Act;
    }

    // Auxiliaries first, then what reports nothing, then the cues.
    private void AddVerbs(Lexicon.Builder builder, Dictionary<string, CuePhraseGroup> cuePhrases)
    {
        var conjugation = new EnglishConjugation(Lines("Conjugations"));
        var dropped = Lines("DroppedForms").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .GroupBy(words => words[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(words => words[1..]).ToArray(), StringComparer.Ordinal);
        var auxiliaries = new HashSet<string>(StringComparer.Ordinal);
        var forms = new List<VerbForm>(16);
        foreach (var (verb, classes) in Verbs())
        {
            forms.Clear();
            conjugation.Conjugate(verb.Lemma, forms);
            var left = dropped.GetValueOrDefault(verb.Lemma, []);
            var phrases = cuePhrases.GetValueOrDefault(verb.Lemma);
            foreach (var (form, morph) in forms)
            {
                if (classes != WordClass.None)
                    auxiliaries.Add(form);
                else if (auxiliaries.Contains(form) || Array.IndexOf(left, form) >= 0)
                    continue;
                builder.AddVerb(form, verb, morph, phrases);
                if (classes != WordClass.None)
                    builder.Add(form, form.EndsWith("n't", StringComparison.Ordinal) || form == "cannot" ? classes | WordClass.Negation | WordClass.NegativeAdverb : classes);
            }
        }
    }

    private IEnumerable<(VerbEntry Verb, WordClass Classes)> Verbs()
    {
        foreach (var line in Lines("Verbs"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var classes = words.ElementAtOrDefault(1) switch
            {
                null => WordClass.None,
                "auxiliary" => WordClass.Auxiliary,
                "modal" => WordClass.Modal | WordClass.Auxiliary,
                var other => throw new FormatException($"Unknown class « {other} » in Verbs.txt."),
            };
            yield return (new VerbEntry(words[0], CueFrames.None, SpeechAct.Assert), classes);
        }

        foreach (var verb in _cues.Verbs)
            yield return (verb, WordClass.None);
    }
}
