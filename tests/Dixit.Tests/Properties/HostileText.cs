// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Tests.Properties;

/// <summary>Texts made to keep a stage busy: something that is looked at again and again, or that never ends.</summary>
internal static class HostileText
{
    private static readonly (string Name, string Head, string Unit, string Tail)[] Repeats =
    [
        ("no space", "", "a", ""),
        ("combining accents", "e", "\u0301", ""),
        ("elisions", "", "l'", ""),
        ("hyphens", "", "dit-", ""),
        ("lone surrogates", "", "\ud83d", ""),
        ("address", "http://", "a.b/", ""),
        ("numbers with spaces", "", "123 ", ""),
        ("initials", "", "J.-C.", ""),
        ("titles", "", "M. ", ""),
        ("lines", "", "le maire,\n", ""),
        ("every mark", "", "«»“”„\"‹›'’‘", ""),
        ("every mark about words", "", "« a » “b” „c “d\" e\" ‹f› 'g' ’h ‘i ", ""),
        ("opening marks", "", "« a ", ""),
        ("closing marks", "", "a » ", ""),
        ("closing mark at the end", "", "la mer monte ", "»"),
        ("single marks", "", " 'a", ""),
        ("nested marks", "", "« a ", "b »"),
        ("marks left open", "", "« La mer monte\n\n", ""),
        ("marks left open and a cue", "", "Ana Sorel a dit : « La mer monte\n\n", ""),
        ("mark left open at the start", "« ", "La mer monte. ", ""),
        ("mark re-opened", "", "« La mer monte.\n\n", "La fin », a dit le maire."),
        ("brackets", "", "( ", ""),
        ("bracket pairs", "", "Ana Sorel (Vardal), ", ""),
        ("commas", "", "a, ", ""),
        ("one sentence", "", "le maire de la ville marche vers le port et regarde la mer ", ""),
        ("verbs", "", "il marche ", ""),
        ("adverbs", "", "toutefois ", ""),
        ("reports", "", "il dit que ", ""),
        ("thoughts", "", "il pense que ", ""),
        ("accusations", "", "il accuse le maire de mentir ", ""),
        ("cues without an object", "", "a-t-il dit ", ""),
        ("incises", "", "la mer monte, a-t-il dit, ", ""),
        ("incises after marks", "", "« la mer monte », a-t-il dit, ", ""),
        ("incises in one quotation", "« ", "La mer monte, a-t-il dit. ", " »"),
        ("incises and reports in one quotation", "Il a dit : « ", "La mer monte, a-t-il dit. Ana Sorel dit que la mer monte. ", " »"),
        ("reports in one quotation", "Il a dit : « ", "il dit que la mer monte ", " »"),
        ("quotations over sentence ends", "", "il dit que « la mer. Oui » ", ""),
        ("sources", "", "selon Ana Sorel, ", ""),
        ("sources and clauses", "", "selon le maire, la mer monte, ", ""),
        ("cited sources", "", "a dit Ana Sorel, cité par Le Phare, ", ""),
        ("subjects of the verb before", "Le maire ", "a vu la mer, ", ""),
        ("relative clauses", "", "le maire, qui a dit que la mer monte, ", ""),
        ("who", "", "qui ", ""),
        ("and", "", "Ana Sorel et ", ""),
        ("and that", "Il a dit que ", "la mer monte et que ", ""),
        ("gerunds", "Il a dit que la mer monte", ", ajoutant que la mer monte", ""),
        ("complements", "", "le maire de la ville de ", ""),
        ("capitals", "", "Xorv Blent ", ""),
        ("continued quotations", "« La mer monte », a dit Ana Sorel. ", "« La mer monte encore. » ", ""),
        ("quotations on their own", "« La mer monte », a dit Ana Sorel.\n\n", "« La mer monte encore. »\n\n", ""),
        ("quotations closed early", "", "« La mer monte. » Nous partons. ", ""),
        ("conditionals", "Ana Sorel a dit que la mer monte. ", "Elle aurait tout pris. ", ""),
        ("interview", "", "Pourquoi ?\n\nAna Sorel : Parce que la mer monte.\n\n", ""),
        ("dates", "", "Ana Sorel a dit mardi que la mer monte. ", ""),
        ("furniture", "", "Lire aussi : La mer monte\n\n", ""),
        ("pronouns", "Ana Sorel marche. ", "Elle a dit que la mer monte. ", ""),
    ];

    /// <summary>What each is called.</summary>
    public static IEnumerable<string> Names => [.. Repeats.Select(repeat => repeat.Name), "names"];

    /// <summary>The text of the name, about as long as asked.</summary>
    public static string Make(string name, int length)
    {
        if (name == "names")
            return ManyNames(length);
        var (_, head, unit, tail) = Array.Find(Repeats, repeat => repeat.Name == name);
        var text = new StringBuilder(head, length + head.Length + unit.Length + tail.Length);
        while (text.Length < length)
            text.Append(unit);
        return text.Append(tail).ToString();
    }

    // Everyone says one thing and is never heard of again.
    private static string ManyNames(int length)
    {
        string[] given = ["Ana", "Marc", "Paul", "Jeanne", "Luc"];
        var text = new StringBuilder(length + 80);
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(given[i % given.Length]).Append(' ').Append((char)('A' + (i % 26))).Append("or")
                .Append((char)('a' + (i / 26 % 26))).Append((char)('a' + (i / 676 % 26))).Append((char)('a' + (i / 17576 % 26))).Append("vel a dit que la mer monte. ");
        }

        return text.ToString();
    }
}
