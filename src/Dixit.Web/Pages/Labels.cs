// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Statements;
using Dixit.Storage;

namespace Dixit.Web.Pages;

/// <summary>Values as pages word them, in the language of whoever looks.</summary>
internal static class Labels
{
    private static readonly string[] _french = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    private static readonly string[] _english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Such as <c>8 oct. 2024</c>.</summary>
    public static string Day(Visitor visitor, DateOnly day) => $"{(day.Day == 1 && visitor.Language == "fr" ? "1er" : day.Day)} {Month(visitor, day)} {day.Year}";

    /// <summary>Such as <c>8 oct. 2024 – 3 déc. 2024</c>; null where nothing is known.</summary>
    public static string? Days(Visitor visitor, DateOnly? first, DateOnly? last) => (first, last) switch
    {
        (null, null) => null,
        ({ } one, { } other) when one != other => $"{Day(visitor, one)} – {Day(visitor, other)}",
        var (one, other) => Day(visitor, one ?? other!.Value),
    };

    /// <summary>Such as <c>oct.</c></summary>
    public static string Month(Visitor visitor, DateOnly day) => (visitor.Language == "fr" ? _french : _english)[day.Month - 1];

    /// <summary>Such as <c>12 345</c>, or <c>12,345</c>.</summary>
    public static string Number(Visitor visitor, long number)
    {
        var text = number.ToString("N0", CultureInfo.InvariantCulture);
        return visitor.Language == "fr" ? text.Replace(',', '\u202f') : text;
    }

    /// <summary>Such as <c>3 articles</c>.</summary>
    public static string Count(Visitor visitor, long number, string french, string english, string? frenchPlural = null, string? englishPlural = null) =>
        visitor.Language == "fr"
            ? $"{Number(visitor, number)} {(number < 2 ? french : frenchPlural ?? french + "s")}"
            : $"{Number(visitor, number)} {(number == 1 ? english : englishPlural ?? english + "s")}";

    /// <summary>Such as <c>42 %</c>.</summary>
    public static string Share(Visitor visitor, long part, long whole) => whole == 0 ? "–" : $"{Math.Round(100.0 * part / whole):0}{(visitor.Language == "fr" ? "\u00a0%" : "%")}";

    /// <summary>A name of the output contract, such as <c>refuse</c>, for people; null is what is not known.</summary>
    public static string Of(Visitor visitor, string? name) => name switch
    {
        null => visitor["non connu", "not known"],
        "assert" => visitor["affirme", "asserts"],
        "commit" => visitor["s'engage", "commits"],
        "refuse" => visitor["refuse", "refuses"],
        "demand" => visitor["demande", "demands"],
        "warn" => visitor["avertit", "warns"],
        "deny" => visitor["dément", "denies"],
        "accuse" => visitor["accuse", "accuses"],
        "predict" => visitor["prédit", "predicts"],
        "praise" => visitor["salue", "praises"],
        "regret" => visitor["regrette", "regrets"],
        "ask" => visitor["interroge", "asks"],
        "direct" => visitor["direct", "direct"],
        "mixed" => visitor["mixte", "mixed"],
        "indirect" => visitor["indirect", "indirect"],
        "person" => visitor["personne", "person"],
        "organisation" => visitor["organisation", "organisation"],
        "group" => visitor["groupe", "group"],
        "anonymous" => visitor["source anonyme", "anonymous source"],
        "unknown" => visitor["inconnu", "unknown"],
        "female" => visitor["femmes", "women"],
        "male" => visitor["hommes", "men"],
        "own" => visitor["reportage propre", "own reporting"],
        "via" => visitor["d'après un autre", "as told by another"],
        "wire" => visitor["dépêche", "wire copy"],
        "negation" => visitor["négation", "negation"],
        "number" => visitor["nombre", "number"],
        "name" => visitor["nom", "name"],
        "modal" => visitor["modalité", "modal"],
        "quantifier" => visitor["quantité", "quantity"],
        "roles" => visitor["qui fait quoi", "who does what"],
        "act" => visitor["volte-face", "reversal"],
        "fr" => visitor["français", "French"],
        "en" => visitor["anglais", "English"],
        _ => name,
    };

    /// <summary>A verdict for people.</summary>
    public static string Of(Visitor visitor, ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Verbatim => visitor["Mot pour mot", "Verbatim"],
        ClaimVerdict.Reworded => visitor["Reformulé", "Reworded"],
        ClaimVerdict.Altered => visitor["Altéré", "Altered"],
        ClaimVerdict.Misattributed => visitor["Mal attribué", "Misattributed"],
        _ => visitor["Introuvable", "Not found"],
    };

    /// <summary>What a verdict means.</summary>
    public static string Explain(Visitor visitor, ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Verbatim => visitor["Ces mots, dans cet ordre, sont au registre.", "These words, in this order, are on record."],
        ClaimVerdict.Reworded => visitor["Le registre dit la même chose en d'autres mots.", "The record says the same in other words."],
        ClaimVerdict.Altered => visitor["Proche du registre, mais un mot qui porte le sens diffère.", "Close to the record, but a word that carries meaning differs."],
        ClaimVerdict.Misattributed => visitor["Au registre, mais de quelqu'un d'autre.", "On record, but from someone else."],
        _ => visitor["Rien au registre n'en approche.", "Nothing on record comes near."],
    };

    /// <summary>Whoever it is, or that nobody knows.</summary>
    public static string Name(Visitor visitor, SpeakerReference? speaker) => speaker?.Name ?? visitor["Source inconnue", "Unknown source"];
}
