// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages.French;

internal sealed partial class FrenchLanguage
{
    private readonly Dictionary<string, CuePhrase[]> _cuePhrases = FrenchVerbs.CuePhrases
        .GroupBy(phrase => phrase.Head, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Count).ToArray(), StringComparer.Ordinal);

    public override ReportingWords Reporting { get; } = new(ReadLines("Languages/French/Reporting.txt"));

    public override VerbEntry InFrame(VerbEntry verb, CueFrames frame)
    {
        var act = FrenchVerbs.ActOf(verb, frame);
        return act == verb.Act ? verb : verb with { Act = act };
    }

    public override IReadOnlyList<CueNoun> CueNouns(Lexeme first) => FrenchVerbs.CueNouns.TryGetValue(first.Form, out var nouns) ? nouns : [];

    public override IReadOnlyList<CuePhrase> CuePhrases(VerbEntry head) => _cuePhrases.TryGetValue(head.Lemma, out var phrases) ? phrases : [];
}
