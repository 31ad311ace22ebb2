// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Documents;
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

    /// <summary>Such as <c>8 oct. 2024 à 14:05</c>, by the clock of this machine.</summary>
    public static string Moment(Visitor visitor, DateTime utc) => $"{Day(visitor, DateOnly.FromDateTime(utc.ToLocalTime()))} {visitor["à", "at"]} {utc.ToLocalTime():HH:mm}";

    /// <summary>Such as <c>8 oct. 2024 à 14:05 (UTC+2)</c>, by the clock of where it was written down; what is not known of it is left out.</summary>
    public static string Moment(Visitor visitor, Moment moment) => moment.Time is not { } time
        ? Day(visitor, moment.Day)
        : $"{Day(visitor, moment.Day)} {visitor["à", "at"]} {time:HH:mm}{(moment.Offset is { } offset ? $" (UTC{Distance(offset)})" : "")}";

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

    /// <summary>Such as <c>42 %</c>; what is there is never none.</summary>
    public static string Share(Visitor visitor, long part, long whole) => whole == 0 ? "–" : $"{(part > 0 && part * 200 < whole ? "< 1" : $"{Math.Round(100.0 * part / whole):0}")}{visitor["\u00a0%", "%"]}";

    /// <summary>Such as <c>sûr à 96 %</c>.</summary>
    public static string Sure(Visitor visitor, double confidence) => visitor[$"sûr à {Math.Round(confidence * 100):0}\u00a0%", $"{Math.Round(confidence * 100):0}% sure"];

    /// <summary>Where a report stands: the outlet, where that is not known the article.</summary>
    public static string Place(StatementReport report) => report.Outlet ?? report.Title ?? report.Document;

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
        "all" => visitor["comptées chacune", "counted each"],
        "once" => visitor["comptées une fois", "counted once"],
        "poor" => visitor["mauvaise", "poor"],
        "fair" => visitor["passable", "fair"],
        "good" => visitor["bonne", "good"],
        "quote" => visitor["citation", "quotation"],
        "caption" => visitor["légende", "caption"],
        "post" => visitor["message", "post"],
        "entry" => visitor["point du direct", "live entry"],
        "fr" => visitor["français", "French"],
        "en" => visitor["anglais", "English"],
        _ => name,
    };

    /// <summary>What a filter is called.</summary>
    public static string Filter(Visitor visitor, string name) => name switch
    {
        "q" => visitor["mots", "words"],
        "by" => visitor["qui", "who"],
        "about" => visitor["sujet", "about"],
        "outlet" => visitor["média", "outlet"],
        "from" => visitor["du", "from"],
        "to" => visitor["au", "to"],
        "type" => visitor["forme", "type"],
        "act" => visitor["acte", "act"],
        "language" => visitor["langue", "language"],
        "copies" => visitor["copies", "copies"],
        "quality" => visitor["qualité du texte", "quality of the text"],
        _ => name,
    };

    /// <summary>What is wrong with the fields of a question, each with its name.</summary>
    public static IEnumerable<string> Mistakes(Visitor visitor, IReadOnlyDictionary<string, string> errors) => errors.Select(error => $"{Filter(visitor, error.Key)}{visitor["\u00a0: ", ": "]}{error.Value}");

    /// <summary>What the ledger cannot do, for people.</summary>
    public static string Mistake(Visitor visitor, LedgerException exception) => exception.Code switch
    {
        LedgerProblems.NoWords => visitor["Il n'y a pas de mot à chercher dans cette question.", "There is no word to look for in this question."],
        LedgerProblems.WrongCursor => visitor["Cette suite n'existe pas ou n'existe plus\u00a0: recommencez du début.", "There is no such page, or no longer: begin anew."],
        LedgerProblems.Ambiguous => visitor["Ce nom est celui de plusieurs personnes\u00a0: donnez leur identifiant.", "Several people have this name: give an id."],
        LedgerProblems.Busy => visitor["Un autre programme écrit dans le registre. Rien n'a été changé\u00a0; réessayez.", "Another program writes to the ledger. Nothing was changed; try again."],
        _ => exception.Message,
    };

    /// <summary>A verdict for people, and what it means.</summary>
    public static (string Name, string Meaning) Verdict(Visitor visitor, ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Verbatim => (visitor["Mot pour mot", "Verbatim"], visitor["Ces mots, dans cet ordre, sont au registre.", "These words, in this order, are on record."]),
        ClaimVerdict.Reworded => (visitor["Reformulé", "Reworded"], visitor["Le registre dit la même chose en d'autres mots.", "The record says the same in other words."]),
        ClaimVerdict.Altered => (visitor["Altéré", "Altered"], visitor["Proche du registre, mais un mot qui porte le sens diffère.", "Close to the record, but a word that carries meaning differs."]),
        ClaimVerdict.Misattributed => (visitor["Mal attribué", "Misattributed"], visitor["Au registre, mais de quelqu'un d'autre.", "On record, but from someone else."]),
        _ => (visitor["Introuvable", "Not found"], visitor["Rien au registre n'en approche.", "Nothing on record comes near."]),
    };

    // « +2 », « −3:30 »; nothing at Greenwich.
    private static string Distance(TimeSpan offset) => offset == TimeSpan.Zero
        ? ""
        : $"{(offset < TimeSpan.Zero ? '\u2212' : '+')}{Math.Abs(offset.Hours)}{(offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}")}";

    /// <summary>Whoever it is, or that nobody knows.</summary>
    public static string Name(Visitor visitor, SpeakerReference? speaker) => speaker?.Name ?? visitor["Source inconnue", "Unknown source"];
}
