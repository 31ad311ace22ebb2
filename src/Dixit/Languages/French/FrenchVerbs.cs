// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Dixit.Attributions;
using Dixit.Mentions;
using static Dixit.Languages.VerbMorph;

namespace Dixit.Languages.French;

/// <summary>The verbs of French and what reports in it: cue verbs, phrases and nouns. Read from the files when first asked for.</summary>
internal static class FrenchVerbs
{
    private const string Folder = "Languages/French/";

    private static readonly Lazy<CueTable> s_cues = new(() => new CueTable(Files.Read("Cues.txt"), Files.Read("CuePhrases.txt")));
    private static readonly Lazy<FrozenDictionary<string, CueNoun[]>> s_nouns = new(() => Files.Read("CueNouns.txt")
        .SelectMany(ReadNoun)
        .GroupBy(noun => FirstWord(noun.Form), StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(noun => noun.Form.Length).ToArray(), StringComparer.Ordinal));

    /// <summary>The cue verbs of one word.</summary>
    public static IReadOnlyList<VerbEntry> Cues => s_cues.Value.Verbs;

    /// <summary>The reports of several words. Where one fits, it counts for more than its head alone.</summary>
    public static IReadOnlyList<CuePhrase> CuePhrases => s_cues.Value.Phrases;

    /// <summary>The cue nouns by their first word, folded as in <see cref="Lexeme.Form"/>; the longest first.</summary>
    public static IReadOnlyDictionary<string, CueNoun[]> CueNouns => s_nouns.Value;

    /// <inheritdoc cref="CueTable.ActOf"/>
    public static SpeechAct ActOf(VerbEntry verb, CueFrames frame) => s_cues.Value.ActOf(verb, frame);

    /// <summary>Adds the forms of all verbs, and the cue nouns of one word.</summary>
    /// <param name="builder">The lexicon to be.</param>
    /// <param name="cuePhrases">By verb: the cues of several words that it heads.</param>
    public static void AddTo(Lexicon.Builder builder, IReadOnlyDictionary<string, CuePhraseGroup>? cuePhrases = null)
    {
        AddVerbs(builder, cuePhrases);
        foreach (var nouns in CueNouns.Values)
        {
            foreach (var noun in nouns)
            {
                if (noun.Form.Contains(' ', StringComparison.Ordinal))
                    continue;
                var lexeme = builder.Add(noun.Form, WordClass.CueNoun, noun.Gender, singular: !noun.Plural, plural: noun.Plural);
                lexeme.Value = (int)noun.Act;
            }
        }
    }

    private static void AddVerbs(Lexicon.Builder builder, IReadOnlyDictionary<string, CuePhraseGroup>? cuePhrases)
    {
        var conjugation = new FrenchConjugation(Files.Read("Conjugations.txt"));
        var dropped = Files.Read("DroppedForms.txt").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

        // The forms of avoir and être are nobody else's: « sommes » is not sommer, « suis » not suivre.
        var auxiliaries = new HashSet<string>(StringComparer.Ordinal);
        var forms = new List<VerbForm>(64);
        foreach (var (verb, classes) in ReadVerbs())
        {
            forms.Clear();
            conjugation.Conjugate(verb.Lemma, forms);
            var left = dropped.GetValueOrDefault(verb.Lemma, []);
            var phrases = cuePhrases?.GetValueOrDefault(verb.Lemma);
            foreach (var (form, morph) in forms)
            {
                if (classes == WordClass.Auxiliary)
                    auxiliaries.Add(form);
                else if (auxiliaries.Contains(form) || Array.IndexOf(left, form) >= 0 || (verb.Frames == CueFrames.None && IsRare(morph)))
                    continue;
                builder.AddVerb(form, verb, morph, phrases);
                if (classes != WordClass.None)
                    builder.Add(form, classes);
            }
        }
    }

    // News says neither « tu abaissas » nor « vous abaisseriez »; without such forms the lexicon is a third smaller.
    private static bool IsRare(VerbMorph morph) =>
        (morph & SimplePast) != 0 ? (morph & Third) == 0
        : (morph & SecondPlural) != 0 ? (morph & (Present | VerbMorph.Imperative)) == 0
        : (morph & SecondSingular) != 0 && (morph & (FirstSingular | Third)) == 0;

    // Those of Verbs.txt, the auxiliaries first, then the cues.
    private static IEnumerable<(VerbEntry Verb, WordClass Classes)> ReadVerbs()
    {
        foreach (var line in Files.Read("Verbs.txt"))
        {
            var infinitive = FirstWord(line);
            var classes = line[infinitive.Length..].Trim() switch
            {
                "" => WordClass.None,
                "auxiliary" => WordClass.Auxiliary,
                "modal" => WordClass.Modal,
                var other => throw new FormatException($"Unknown class « {other} » in Verbs.txt."),
            };
            yield return (new VerbEntry(infinitive, CueFrames.None, SpeechAct.Assert), classes);
        }

        foreach (var verb in Cues)
            yield return (verb, WordClass.None);
    }

    private static IEnumerable<CueNoun> ReadNoun(string line)
    {
        var columns = CueLine.Columns(line, 5);
        var gender = columns[1] switch
        {
            "m" => Gender.Male,
            "f" => Gender.Female,
            var other => throw new FormatException($"Unknown gender « {other} » in CueNouns.txt."),
        };
        var noun = new CueNoun(Tokens(columns[0]), columns[0], gender, Plural: columns[2] == "=", CueLine.Frames(columns[3]), CueLine.Act(columns[4]));
        yield return noun;
        if (columns[2] is not ("-" or "="))
            yield return noun with { Form = Tokens(columns[2]), Plural = true };
    }

    // An elided word is a token of its own.
    private static string Tokens(string words) => words.Replace("'", "' ", StringComparison.Ordinal);

    private static string FirstWord(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? text : text[..space];
    }

    // The reader of a language's files belongs to Language and its heirs.
    private abstract class Files : Language
    {
        public static IEnumerable<string> Read(string file) => ReadLines(Folder + file);
    }
}
