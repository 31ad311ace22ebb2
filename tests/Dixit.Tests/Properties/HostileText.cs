// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Tests.Properties;

/// <summary>Texts made to keep a stage busy: something that is looked at again and again, or that never ends.</summary>
internal static class HostileText
{
    private static readonly Repeat[] Repeats =
    [
        new("no space", "a"),
        new("combining accents", "\u0301", head: "e"),
        new("elisions", "l'"),
        new("hyphens", "dit-"),
        new("lone surrogates", "\ud83d"),
        new("address", "a.b/", head: "http://"),
        new("numbers with spaces", "123 "),
        new("initials", "J.-C."),
        new("titles", "M. "),
        new("lines", "le maire,\n"),
        new("every mark", "«»“”„\"‹›'’‘"),
        new("every mark about words", "« a » “b” „c “d\" e\" ‹f› 'g' ’h ‘i "),
        new("opening marks", "« a "),
        new("closing marks", "a » "),
        new("closing mark at the end", "la mer monte ", tail: "»"),
        new("single marks", " 'a"),
        new("nested marks", "« a ", then: "b » "),
        new("marks left open", "« La mer monte\n\n"),
        new("marks left open and a cue", "Ana Sorel a dit : « La mer monte\n\n"),
        new("mark left open at the start", "La mer monte. ", head: "« "),
        new("mark re-opened", "« La mer monte.\n\n", tail: "La fin », a dit le maire."),
        new("brackets", "( "),
        new("bracket pairs", "Ana Sorel (Vardal), "),
        new("commas", "a, "),
        new("one sentence", "le maire de la ville marche vers le port et regarde la mer "),
        new("verbs", "il marche "),
        new("adverbs", "toutefois "),
        new("reports", "il dit que "),
        new("thoughts", "il pense que "),
        new("accusations", "il accuse le maire de mentir "),
        new("cues without an object", "a-t-il dit "),
        new("incises", "la mer monte, a-t-il dit, "),
        new("incises after marks", "« la mer monte », a-t-il dit, "),
        new("incises in one quotation", "La mer monte, a-t-il dit. ", head: "« ", tail: " »"),
        new("incises and reports in one quotation", "La mer monte, a-t-il dit. Ana Sorel dit que la mer monte. ", head: "Il a dit : « ", tail: " »"),
        new("reports in one quotation", "il dit que la mer monte ", head: "Il a dit : « ", tail: " »"),
        new("quotations over sentence ends", "il dit que « la mer. Oui » "),
        new("sources", "selon Ana Sorel, "),
        new("sources and clauses", "selon le maire, la mer monte, "),
        new("cited sources", "a dit Ana Sorel, cité par Le Phare, "),
        new("subjects of the verb before", "a vu la mer, ", head: "Le maire "),
        new("relative clauses", "le maire, qui a dit que la mer monte, "),
        new("who", "qui "),
        new("and", "Ana Sorel et "),
        new("and that", "la mer monte et que ", head: "Il a dit que "),
        new("gerunds", ", ajoutant que la mer monte", head: "Il a dit que la mer monte"),
        new("complements", "le maire de la ville de "),
        new("capitals", "Xorv Blent "),
        new("continued quotations", "« La mer monte encore. » ", head: "« La mer monte », a dit Ana Sorel. "),
        new("marks re-opened, then quotations on their own", "« La mer monte.\n\n", tail: "La fin », a dit le maire.\n\n", then: "« La mer monte encore. »\n\n"),
        new("incises, then quotations on their own", "La mer monte, a-t-il dit. ", head: "Il a dit : « ", tail: "Ana Sorel dit que la mer monte ».\n\nLe port.\n\n", then: "« La mer monte encore. »\n\n"),
        new("reports, then one long quotation", "il dit que ", tail: "« ", then: "Oui. "),
        new("quotations on their own", "« La mer monte encore. »\n\n", head: "« La mer monte », a dit Ana Sorel.\n\n"),
        new("quotations closed early", "« La mer monte. » Nous partons. "),
        new("conditionals", "Elle aurait tout pris. ", head: "Ana Sorel a dit que la mer monte. "),
        new("interview", "Pourquoi ?\n\nAna Sorel : Parce que la mer monte.\n\n"),
        new("dates", "Ana Sorel a dit mardi que la mer monte. "),
        new("furniture", "Lire aussi : La mer monte\n\n"),
        new("pronouns", "Elle a dit que la mer monte. ", head: "Ana Sorel marche. "),
    ];

    /// <summary>What each is called.</summary>
    public static IEnumerable<string> Names => [.. Repeats.Select(repeat => repeat.Name), "names"];

    /// <summary>The text of the name; twice the length asked for gives twice the length.</summary>
    public static string Make(string name, int length)
    {
        // So many that as many as are ever compared with one another are there in the short text too.
        if (name == "names")
            return ManyNames(length * 3);
        var repeat = Array.Find(Repeats, candidate => candidate.Name == name)!;
        var text = new StringBuilder(repeat.Head, length + 200);
        Fill(text, repeat.Unit, repeat.Then.Length == 0 ? length : length / 2);
        text.Append(repeat.Tail);
        Fill(text, repeat.Then, length);
        return text.ToString();
    }

    private static void Fill(StringBuilder text, string unit, int length)
    {
        while (unit.Length > 0 && text.Length < length)
            text.Append(unit);
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

    /// <summary>A unit over and over behind a head; then a tail, and in the second half perhaps another unit.</summary>
    private sealed class Repeat(string name, string unit, string head = "", string tail = "", string then = "")
    {
        public string Name { get; } = name;

        public string Unit { get; } = unit;

        public string Head { get; } = head;

        public string Tail { get; } = tail;

        public string Then { get; } = then;
    }
}
