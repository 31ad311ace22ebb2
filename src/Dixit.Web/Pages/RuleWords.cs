// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;

namespace Dixit.Web.Pages;

/// <summary>Says in words by which rule something was found, and by which its speaker.</summary>
internal static class RuleWords
{
    private static readonly Dictionary<string, (string French, string English)> _found = new(StringComparer.Ordinal)
    {
        ["direct/after-subject"] = ("entre guillemets après le sujet", "in quotes after the subject"),
        ["direct/alone"] = ("entre guillemets, seule", "in quotes, standing alone"),
        ["direct/closed-by-cue"] = ("guillemet oublié, fermé par l'annonce", "quote mark forgotten, closed by the cue"),
        ["direct/closed-early"] = ("guillemet fermé trop tôt", "quote mark closed too early"),
        ["direct/colon"] = ("entre guillemets après deux-points", "in quotes after a colon"),
        ["direct/colon-after-clause"] = ("entre guillemets après une proposition et deux-points", "in quotes after a clause and a colon"),
        ["direct/colon-after-source"] = ("entre guillemets après un nom et deux-points", "in quotes after a name and a colon"),
        ["direct/colon-without-cue"] = ("entre guillemets après deux-points, sans verbe", "in quotes after a colon, without a verb"),
        ["direct/continued"] = ("suite de la citation précédente", "goes on with the quotation before"),
        ["direct/continued-paragraph"] = ("suite, à l'alinéa suivant", "goes on in the next paragraph"),
        ["direct/cue-after"] = ("entre guillemets, puis le verbe", "in quotes, then the verb"),
        ["direct/cue-before"] = ("le verbe, puis les guillemets", "the verb, then the quotes"),
        ["direct/cue-inside"] = ("le verbe au milieu de la citation", "the verb within the quotation"),
        ["direct/headline"] = ("citation d'un titre", "quotation in a headline"),
        ["direct/interview-turn"] = ("réponse d'un entretien", "answer in an interview"),
        ["direct/leading"] = ("citation en tête de phrase", "quotation that leads the sentence"),
        ["direct/passive"] = ("citation annoncée au passif", "quotation announced in the passive"),
        ["direct/plain-order"] = ("un nom, puis la citation", "a name, then the quotation"),
        ["direct/repeated"] = ("mots déjà cités plus haut", "words quoted above already"),
        ["direct/post"] = ("message d'un réseau", "post of a network"),
        ["direct/set-apart"] = ("citation mise à part", "quotation set apart"),
        ["direct/signature"] = ("citation signée", "signed quotation"),
        ["indirect/as"] = ("«\u00a0comme le dit…\u00a0»", "“as … says”"),
        ["indirect/backward"] = ("renvoi à la phrase d'avant", "points back to the sentence before"),
        ["indirect/bare"] = ("le verbe, puis ce qui est dit", "the verb, then what is said"),
        ["indirect/clause-first"] = ("ce qui est dit, puis le verbe", "what is said, then the verb"),
        ["indirect/colon"] = ("ce qui est dit après deux-points", "what is said after a colon"),
        ["indirect/conditional"] = ("conditionnel de l'ouï-dire", "conditional of hearsay"),
        ["indirect/event"] = ("annonce d'un événement", "announcement of an event"),
        ["indirect/for-infinitive"] = ("«\u00a0pour\u00a0» et l'infinitif", "“for” and the infinitive"),
        ["indirect/for-that"] = ("«\u00a0pour que\u00a0»", "“for … to”"),
        ["indirect/headline"] = ("propos d'un titre", "statement in a headline"),
        ["indirect/infinitive"] = ("le verbe et l'infinitif", "the verb and the infinitive"),
        ["indirect/of-infinitive"] = ("le verbe, «\u00a0de\u00a0» et l'infinitif", "the verb, “of” and what is done"),
        ["indirect/self-predicate"] = ("ce que l'on dit être soi-même", "what they say they are"),
        ["indirect/stance"] = ("une prise de position rapportée", "a stance that is reported"),
        ["indirect/that"] = ("le verbe et «\u00a0que\u00a0»", "the verb and “that”"),
        ["indirect/to-infinitive"] = ("le verbe, «\u00a0à\u00a0» et l'infinitif", "the verb, “to” and the infinitive"),
        ["indirect/to-that"] = ("le verbe et «\u00a0à ce que\u00a0»", "the verb and “to … that”"),
        ["indirect/whether"] = ("question rapportée", "reported question"),
        ["mixed/cue-after"] = ("en partie entre guillemets, puis le verbe", "partly in quotes, then the verb"),
        ["mixed/predicate"] = ("jugement en partie entre guillemets", "judgement partly in quotes"),
        ["mixed/quoted-object"] = ("objet du verbe entre guillemets", "the verb's object in quotes"),
        ["noun/according-to-which"] = ("un nom, puis «\u00a0selon lequel\u00a0»", "a noun, then “according to which”"),
        ["noun/colon"] = ("un nom, puis deux-points", "a noun, then a colon"),
        ["noun/of-infinitive"] = ("un nom, «\u00a0de\u00a0» et l'infinitif", "a noun, “to” and what is done"),
        ["source-phrase/quotation-before"] = ("la citation, puis «\u00a0selon…\u00a0»", "the quotation, then “according to”"),
        ["source-phrase/relative"] = ("«\u00a0selon lequel\u00a0»", "“according to whom”"),
        ["source-phrase/source-after"] = ("ce qui est dit, puis «\u00a0selon…\u00a0»", "what is said, then “according to”"),
        ["source-phrase/source-first"] = ("«\u00a0selon…\u00a0», puis ce qui est dit", "“according to”, then what is said"),
    };

    private static readonly Dictionary<string, (string French, string English)> _speakers = new(StringComparer.Ordinal)
    {
        ["apposition"] = ("nom et fonction côte à côte", "name and role side by side"),
        ["continues"] = ("le même que juste avant", "the same as just before"),
        ["coordination"] = ("plusieurs ensemble", "several together"),
        ["correction"] = ("décidé par une personne", "decided by a person"),
        ["demonstrative"] = ("désigné par un démonstratif", "pointed at"),
        ["demonym"] = ("par l'origine", "by where they are from"),
        ["demonym-salience"] = ("par l'origine, le plus en vue", "by where they are from, the most prominent"),
        ["description"] = ("par une description", "by a description"),
        ["first-person"] = ("«\u00a0je\u00a0» dans ses propres mots", "“I” in their own words"),
        ["head-of-name"] = ("par une partie du nom", "by a part of the name"),
        ["last-mentioned"] = ("le dernier nommé", "the last one named"),
        ["main-person"] = ("la personne dont parle l'article", "whom the article is about"),
        ["name"] = ("nommé", "named"),
        ["named-next"] = ("nommé juste après", "named just after"),
        ["noun-phrase"] = ("désigné sans nom", "described without a name"),
        ["pronoun"] = ("par un pronom", "by a pronoun"),
        ["role"] = ("par sa fonction", "by a role"),
        ["same-noun"] = ("par le même mot que plus haut", "by the same noun as above"),
        ["same-source"] = ("«\u00a0la même source\u00a0»", "“the same source”"),
    };

    /// <summary>The rules that have words, without their language.</summary>
    public static IReadOnlyCollection<string> Known => _found.Keys;

    /// <summary>Why something is held to be reported, and by whom, such as <c>entre guillemets, puis le verbe · nommé</c>.</summary>
    public static string Of(Visitor visitor, Evidence evidence)
    {
        var rule = evidence.Rule[(evidence.Rule.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var found = Say(visitor, _found, rule);
        return evidence.SpeakerRule is { } speaker ? $"{found} · {Say(visitor, _speakers, speaker)}" : found;
    }

    /// <summary>The names of the rules, as the engine and <c>dixit explain</c> have them.</summary>
    public static string NamesOf(Evidence evidence) => evidence.SpeakerRule is { } speaker ? $"{evidence.Rule} · {speaker}" : evidence.Rule;

    private static string Say(Visitor visitor, Dictionary<string, (string French, string English)> words, string name) =>
        words.TryGetValue(name, out var known) ? visitor[known.French, known.English] : name.Replace('-', ' ');
}
