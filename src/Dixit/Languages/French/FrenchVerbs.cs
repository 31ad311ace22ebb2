// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Dixit.Attributions;
using Dixit.Mentions;

namespace Dixit.Languages.French;

/// <summary>The verbs of French and what reports in it: cue verbs, phrases and nouns. Read from the files when first asked for.</summary>
internal static class FrenchVerbs
{
    private const string Folder = "Languages/French/";

    private static readonly Lazy<IReadOnlyList<CuePhrase>> s_phrases = new(() => [.. Files.Read("CuePhrases.txt").Select(ReadPhrase)]);
    private static readonly Lazy<FrozenDictionary<string, CueNoun[]>> s_nouns = new(() => Files.Read("CueNouns.txt")
        .SelectMany(ReadNoun)
        .GroupBy(noun => FirstWord(noun.Form), StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(noun => noun.Form.Length).ToArray(), StringComparer.Ordinal));

    /// <summary>The reports of several words. Where one fits, it counts for more than its head alone.</summary>
    public static IReadOnlyList<CuePhrase> CuePhrases => s_phrases.Value;

    /// <summary>The cue nouns by their first word, folded as in <see cref="Lexeme.Form"/>; the longest first.</summary>
    public static IReadOnlyDictionary<string, CueNoun[]> CueNouns => s_nouns.Value;

    /// <summary>Adds the forms of all verbs, and the cue nouns of one word.</summary>
    public static void AddTo(Lexicon.Builder builder)
    {
        var conjugation = new FrenchConjugation(Files.Read("Conjugations.txt"));
        var auxiliaries = new HashSet<string>(StringComparer.Ordinal);
        var forms = new List<VerbForm>(64);
        foreach (var (infinitive, classes, dropped, verb) in ReadVerbs())
        {
            forms.Clear();
            conjugation.Conjugate(infinitive, forms);
            foreach (var (form, morph) in forms)
            {
                // « sommes » is être, not sommer; « suis » too.
                var auxiliary = (classes & WordClass.Auxiliary) != 0;
                if (auxiliary)
                    auxiliaries.Add(form);
                else if (auxiliaries.Contains(form) || dropped.Contains(form))
                    continue;
                builder.AddVerb(form, verb, morph);
                if (classes != WordClass.None)
                    builder.Add(form, classes);
            }
        }

        foreach (var noun in CueNouns.Values.SelectMany(nouns => nouns).Where(noun => !noun.Form.Contains(' ')))
        {
            var lexeme = builder.Add(noun.Form, WordClass.CueNoun, noun.Gender, singular: !noun.Plural, plural: noun.Plural);
            lexeme.Value = (int)noun.Act;
        }
    }

    /// <summary>The cue verbs of one word, in the order of their file.</summary>
    public static IEnumerable<VerbEntry> ReadCues()
    {
        foreach (var line in Files.Read("Cues.txt"))
        {
            var columns = CueLine.Columns(line, 3);
            yield return new VerbEntry(FirstWord(columns[0]), CueLine.Frames(columns[1]), CueLine.Act(columns[2]));
        }
    }

    // The auxiliaries come first: their forms are nobody else's.
    private static IEnumerable<(string Infinitive, WordClass Classes, string[] Dropped, VerbEntry Verb)> ReadVerbs()
    {
        var dropped = Files.Read("DroppedForms.txt").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);
        var cues = ReadCues().ToDictionary(verb => verb.Lemma, StringComparer.Ordinal);
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
            if (!cues.Remove(infinitive, out var verb))
                verb = new VerbEntry(infinitive, CueFrames.None, SpeechAct.Assert);
            yield return (infinitive, classes, dropped.GetValueOrDefault(infinitive, []), verb);
        }

        foreach (var verb in cues.Values)
            yield return (verb.Lemma, WordClass.None, dropped.GetValueOrDefault(verb.Lemma, []), verb);
    }

    private static CuePhrase ReadPhrase(string line)
    {
        var columns = CueLine.Columns(line, 3);
        var words = Tokens(columns[0]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var reflexive = words[0] is "se" or "s'";
        var head = reflexive ? 1 : 0;
        var verb = new VerbEntry(columns[0], CueLine.Frames(columns[1]), CueLine.Act(columns[2]));
        return new CuePhrase(words[head], reflexive, words[(head + 1)..], verb);
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
        var frames = CueLine.Frames(columns[3]);
        var act = CueLine.Act(columns[4]);
        yield return new CueNoun(Tokens(columns[0]), columns[0], gender, Plural: false, frames, act);
        if (columns[2] != "-")
            yield return new CueNoun(Tokens(columns[2]), columns[0], gender, Plural: true, frames, act);
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
