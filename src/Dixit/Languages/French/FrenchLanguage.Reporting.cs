// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages.French;

internal sealed partial class FrenchLanguage
{
    public override ReportingWords Reporting { get; } = new(ReadLines("Languages/French/Reporting.txt"));

    public override VerbEntry InFrame(VerbEntry verb, CueFrames frame)
    {
        var act = FrenchVerbs.ActOf(verb, frame);
        return act == verb.Act ? verb : verb with { Act = act };
    }

    public override ReadOnlySpan<CueNoun> CueNouns(Lexeme first) => FrenchVerbs.CueNouns.TryGetValue(first.Form, out var nouns) ? nouns : [];
}
