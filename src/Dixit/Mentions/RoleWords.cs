// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>What a description says: its head and the words that narrow it, as keys that can be compared.</summary>
/// <param name="Head">The stem of the head, or of the office that another wording means (« chef de l'Etat » → president).</param>
/// <param name="Group">A wider office that several heads share (« patron », « dirigeant »), or 0.</param>
/// <param name="Words">The stems of the other words that carry meaning; a demonym counts as its state.</param>
internal readonly record struct RoleWords(ulong Head, int Group, ulong[] Words)
{
    private const int MostWords = 16;

    private static readonly string[][] Groups =
    [
        ["chef", "patron", "pdg", "dirigeant", "directeur", "président", "secrétaire", "leader", "numéro", "responsable", "boss", "président-directeur", "premier", "tête"],
        ["médecin", "docteur", "chirurgien", "praticien", "professeur", "spécialiste", "expert", "scientifique", "chercheur", "universitaire", "psychiatre", "épidémiologiste", "virologue"],
        ["joueur", "footballeur", "attaquant", "buteur", "sportif", "champion", "athlète", "capitaine", "milieu", "défenseur", "gardien", "tennisman", "lauréat"],
        ["acteur", "comédien", "artiste", "chanteur", "musicien", "star", "vedette", "interprète"],
        ["avocat", "conseil", "défenseur", "pénaliste"],
        ["élu", "maire", "bourgmestre", "député", "sénateur", "conseiller", "adjoint", "parlementaire", "édile"],
        ["candidat", "prétendant", "postulant"],
        ["militaire", "soldat", "officier", "légionnaire", "général", "colonel", "commandant", "capitaine"],
        ["écrivain", "auteur", "romancier", "essayiste", "journaliste", "poète"],
        ["architecte", "paysagiste", "urbaniste", "designer"],
    ];

    // What a holder of any office can be called besides.
    private static readonly FrozenSet<ulong> Loose = new[]
    {
        "élu", "dirigeant", "responsable", "candidat", "auteur", "militant", "leader", "politique", "homme", "socialiste", "écologiste", "opposant", "intéressé", "accusé", "expert",
        "spécialiste", "parlementaire", "diplomate", "démocrate", "républicain", "conservateur", "figure", "champion", "lauréat", "vainqueur", "gagnant", "favori", "rival", "locataire",
        "garde", "sénateur", "député", "numéro", "patron", "militaire", "avocat", "juriste", "fondateur", "créateur", "initiateur", "membre", "femme", "natif", "jeune", "septuagénaire", "sexagénaire", "quinquagénaire", "quadragénaire", "trentenaire", "octogénaire",
    }.Select(word => Spelling.StemKey(word)).ToFrozenSet();

    // Heads that name an office of somebody in particular: « le maire » is not just anybody who was spoken of.
    private static readonly FrozenSet<ulong> Offices = new[]
    {
        "président", "ministre", "premier", "maire", "bourgmestre", "préfet", "procureur", "juge", "chef", "directeur", "gouverneur", "roi", "reine", "pape", "chancelier", "ambassadeur",
        "secrétaire", "porte-parole", "avocat", "policier", "commissaire", "magistrat", "greffier", "évêque", "conseiller", "vice-président", "adjoint", "médecin", "témoin", "négociateur", "représentant", "émissaire", "responsable",
    }.Select(word => Spelling.StemKey(word)).ToFrozenSet();

    // Offices that are a calling too: « l'avocat » may be said of anybody whose role the text has not told.
    private static readonly FrozenSet<ulong> Callings = new[] { "avocat", "conseiller", "policier", "magistrat", "médecin", "négociateur", "représentant", "responsable", "évêque", "ambassadeur" }
        .Select(word => Spelling.StemKey(word)).ToFrozenSet();

    // Wider words, each with the offices that it covers.
    private static readonly FrozenDictionary<ulong, FrozenSet<ulong>> Wider = new Dictionary<string, string[]>
    {
        ["magistrat"] = ["procureur", "juge", "substitut", "parquetier"],
        ["syndicaliste"] = ["secrétaire", "délégué", "représentant", "responsable", "porte-parole"],
        ["policier"] = ["commissaire", "brigadier", "lieutenant", "commandant", "capitaine"],
        ["diplomate"] = ["ambassadeur", "consul", "émissaire", "négociateur"],
        ["religieux"] = ["évêque", "prêtre", "pape", "imam", "rabbin"],
        ["militaire"] = ["général", "colonel", "capitaine", "commandant", "amiral", "lieutenant"],
        ["responsable"] = ["directeur", "chef", "secrétaire", "président", "délégué", "porte-parole"],
        ["fonctionnaire"] = ["préfet", "directeur", "inspecteur"],
    }.ToFrozenDictionary(static pair => Spelling.StemKey(pair.Key), static pair => pair.Value.Select(word => Spelling.StemKey(word)).ToFrozenSet());

    private static readonly FrozenDictionary<ulong, int> GroupOf = MakeGroups();

    private static readonly ulong Chief = Spelling.StemKey("chef");
    private static readonly ulong President = Spelling.StemKey("président");
    private static readonly ulong Minister = Spelling.StemKey("ministre");
    private static readonly ulong PrimeMinister = Spelling.StemKey("premier-ministre");
    private static readonly ulong Spokesperson = Spelling.StemKey("porte-parole");
    private static readonly ulong State = Spelling.StemKey("État");
    private static readonly ulong Mayor = Spelling.StemKey("maire");
    private static readonly ulong Tenant = Spelling.StemKey("locataire");
    private static readonly ulong Keeper = Spelling.StemKey("garde");
    private static readonly ulong Secretary = Spelling.StemKey("secrétaire");
    private static readonly ulong Attache = Spelling.StemKey("attaché");
    private static readonly ulong Adviser = Spelling.StemKey("conseiller");
    private static readonly ulong Alderman = Spelling.StemKey("édile");

    /// <summary>Reads a description without its determiner.</summary>
    /// <param name="tokens">The document.</param>
    /// <param name="range">The description.</param>
    /// <param name="head">The token of its head.</param>
    public static RoleWords Read(TokenList tokens, TokenRange range, int head)
    {
        Span<ulong> words = stackalloc ulong[MostWords];
        var count = 0;
        for (var i = range.First; i < range.End && count < MostWords; i++)
        {
            if (i == head || !tokens.IsWord(i) || IsEmptyWord(tokens, i))
                continue;
            words[count++] = WordOf(tokens, i);
        }

        return Canonical(Spelling.StemKey(tokens, head), words[..count]);
    }

    /// <summary>Whether the head names an office, so that salience alone does not tell who holds it.</summary>
    public static bool IsOffice(TokenList tokens, int head) => Offices.Contains(Spelling.StemKey(tokens, head));

    /// <summary>Whether the two name trades that one person hardly has at once: « le pilote » is not the minister spoken of.</summary>
    public static bool Clash(TokenList tokens, int described, int stated)
    {
        if (described == stated || !IsOffice(tokens, stated) || Covers(tokens, described, stated))
            return false;
        var group = GroupOf.GetValueOrDefault(Spelling.StemKey(tokens, described));
        return group == 0 ? !IsLoose(tokens, described) : group != GroupOf.GetValueOrDefault(Spelling.StemKey(tokens, stated)) && !IsLoose(tokens, described);
    }

    /// <summary>Whether the office is a calling, which many have: « l'avocat », « le médecin ».</summary>
    public static bool IsCalling(TokenList tokens, int head) => Callings.Contains(Spelling.StemKey(tokens, head));

    /// <summary>Whether the first is a wider word for the second: « le magistrat » for the prosecutor.</summary>
    public static bool Covers(TokenList tokens, int described, int stated) =>
        Wider.TryGetValue(Spelling.StemKey(tokens, described), out var offices) && offices.Contains(Spelling.StemKey(tokens, stated));

    /// <summary>Whether the two have the head, the group of the head, or another word in common.</summary>
    public bool Shares(RoleWords stated)
    {
        if (Head == stated.Head || (Group != 0 && Group == stated.Group))
            return true;
        foreach (var word in Words)
        {
            if (Array.IndexOf(stated.Words, word) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether a holder of any office can be called so besides: « l'élu », « le responsable ».</summary>
    public static bool IsLoose(TokenList tokens, int head) => Loose.Contains(Spelling.StemKey(tokens, head));

    /// <summary>Whether it is the head of state without a word of which state: « le président », « le chef de l'Etat ».</summary>
    public bool IsHeadOfState => Head == President && (Words.Length == 0 || (Words.Length == 1 && Words[0] == State));

    /// <summary>How well this description (of a mention) goes with one that is said of somebody: 0 not at all, 3 every word of it is there.</summary>
    public int Match(RoleWords stated)
    {
        var sameHead = Head == stated.Head;
        if (sameHead && Words.Length == 1 && Words[0] == State && stated.Words.Length < 2)
            return 2; // « le chef de l'Etat » of whom « le président russe » was said
        if (!sameHead && (Group == 0 || Group != stated.Group))
            return 0;
        var shared = 0;
        foreach (var word in Words)
        {
            if (Array.IndexOf(stated.Words, word) >= 0)
                shared++;
        }

        if (sameHead && shared == Words.Length)
            return 3;
        if (!sameHead)
            return shared > 0 && Words.Length > 0 ? 2 : Words.Length == 0 ? 1 : 0;
        if (shared > 0)
            return 2;
        return stated.Words.Length == 0 ? 1 : 0;
    }

    private static bool IsEmptyWord(TokenList tokens, int at)
    {
        var lexeme = tokens.Lexeme(at);
        if (tokens.IsForm(at, "ancien") || tokens.IsForm(at, "ancienne") || tokens.IsForm(at, "actuel") || tokens.IsForm(at, "actuelle") || tokens.IsForm(at, "nouveau") || tokens.IsForm(at, "nouvelle") || tokens.IsForm(at, "même"))
            return true;
        return lexeme.Is(WordClass.Determiner | WordClass.Of | WordClass.To | WordClass.Preposition | WordClass.Coordinator | WordClass.Possessive)
            && !tokens.IsCapitalised(at);
    }

    private static ulong WordOf(TokenList tokens, int at)
    {
        var lexeme = tokens.Lexeme(at);
        if (lexeme.Is(WordClass.Demonym | WordClass.OrganisationName) && lexeme.Stands is { } state)
            return Spelling.StemKey(state);
        return Spelling.StemKey(tokens, at);
    }

    // Offices that have a second name.
    private static RoleWords Canonical(ulong head, Span<ulong> words)
    {
        if (head == Chief && Drop(ref words, "diplomatie"))
            return With(Minister, words, "affaires", "étrangères");
        if (head == Chief && Drop(ref words, "État"))
            return With(President, words, "État");
        if (head == Chief && Drop(ref words, "gouvernement"))
            return With(PrimeMinister, words);
        if (head == Minister && Drop(ref words, "premier"))
            return With(PrimeMinister, words);
        if (head == Tenant && Drop(ref words, "Matignon"))
            return With(PrimeMinister, words);
        if (head == Keeper && Drop(ref words, "sceaux"))
            return With(Minister, words, "justice");
        if (head == President && Drop(ref words, "République"))
            return With(President, words, "État");
        if ((head == Secretary || head == Attache || head == Adviser) && Drop(ref words, "presse"))
            return With(Spokesperson, words);
        if (head == Alderman)
            return With(Mayor, words);
        return With(head, words);
    }

    private static bool Drop(ref Span<ulong> words, string word)
    {
        var at = words.IndexOf(Spelling.StemKey(word));
        if (at < 0)
            return false;
        words[at] = words[^1];
        words = words[..^1];
        return true;
    }

    private static RoleWords With(ulong head, Span<ulong> words, params ReadOnlySpan<string> more)
    {
        var all = new ulong[words.Length + more.Length];
        words.CopyTo(all);
        for (var i = 0; i < more.Length; i++)
            all[words.Length + i] = Spelling.StemKey(more[i]);
        return new RoleWords(head, GroupOf.GetValueOrDefault(head), all);
    }

    private static FrozenDictionary<ulong, int> MakeGroups()
    {
        var groups = new Dictionary<ulong, int>();
        for (var i = 0; i < Groups.Length; i++)
        {
            foreach (var word in Groups[i])
                groups.TryAdd(Spelling.StemKey(word), i + 1);
        }

        return groups.ToFrozenDictionary();
    }
}
