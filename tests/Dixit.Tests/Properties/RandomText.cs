// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Tests.Properties;

/// <summary>Texts that a seed decides: some read like news, some like damaged news, some like nothing at all.</summary>
/// <remarks>The generator is its own, so that a seed means the same text on every machine and every runtime.</remarks>
internal sealed class RandomText(uint seed)
{
    private static readonly string[] Words =
    [
        "le", "la", "les", "l'", "l’", "un", "une", "des", "du", "de", "d'", "à", "au", "en", "dans", "et", "ou", "mais", "que", "qu'", "qui", "dont", "si", "ne", "pas", "n'", "se", "s'", "lui",
        "il", "elle", "ils", "on", "nous", "je", "celui-ci", "ce dernier", "maire", "ministre", "porte-parole", "présidente", "police", "gouvernement", "source", "témoins", "mer", "port", "pont", "ville",
        "annonce", "promesse", "monte", "ferme", "sera", "aurait", "a", "ont", "est", "été", "dit", "affirme", "ajoutant", "promis", "annoncé", "demandé", "jugé", "accuse", "pense", "estiment", "promettre",
        "rendez-vous", "aujourd'hui", "toutefois", "hier", "mardi", "3 mars", "1er", "8h30", "1 000", "3,6", "100.000", "12", "%", "€", "N°",
    ];

    private static readonly string[] Phrases =
    [
        "a-t-il dit", "dit-elle", "a déclaré Ana Sorel", "selon Marc Varel", "selon la police", "d'après elle", "pour le maire", "de source proche du dossier", "M. Varel", "Mme Sorel", "le Dr A. Brel",
        "l'Organisation du port (ODP)", "cité par Le Phare", "à l'AFP", "lors d'une conférence de presse", "dans un communiqué", "tout en soulignant que", "il a promis de", "ils ont demandé si", "Ana Sorel :",
        "Lire aussi :", "Partager", "© Le Phare", "BRUXELLES (AFP) –", "av. J.-C.", "https://le-phare.fr/a?b=c", "contact@le-phare.fr", "@phare", "#pont", "le-phare.fr", "etc.", "(…)", "[…]",
    ];

    private static readonly string[] Marks =
    [
        "«", "»", "“", "”", "„", "‟", "\"", "‹", "›", "'", "’", "‘", "‚", "''", "<<", ">>", "``", "「", "」", "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "...", "…", "!", "?", "?!", "-", "–", "—", "/", "|", "•", "*", "_", "=", "\\", "&",
    ];

    private static readonly string[] Spaces = [" ", " ", " ", " ", "\u00a0", "\u202f", "\u2009", "\u200b", "\ufeff", "\u00ad", "\t", "  ", ""];

    private static readonly string[] Breaks = ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \n", "\u2028", "\u2029", "\f", "\u0085"];

    private static readonly string[] Oddities =
    [
        "\0", "\u0001", "\u001f", "\u007f", "\ud83d", "\ude42", "\udfff\ud800", "🙂", "👩‍🚒", "🇳🇴", "𝒜𝓃𝒶", "𐐀", "\u0301", "e\u0301", "E\u0301tat", "\u0300\u0301\u0302", "ﬁ", "ß", "İ", "ı", "Ǆ", "ª", "²", "Ω", "слово", "العربية", "语言", "\u200d", "\u200e",
        "\u202e", "\ufffd", "\uffff", "-t-", "'-", "l''", "d'-", "1.a", "a.1", "M..", "J.-", "-il", "1\u00a0000\u00a0", "@", "#", "http://", "www.",
    ];

    private uint _state = (seed * 2654435761u) ^ 0x9e3779b9u;

    /// <summary>The text of the seed.</summary>
    public string Make() => Next(8) switch
    {
        0 => Soup(),
        1 => Pieces(Next(40), Oddities, Marks, Spaces, Breaks),
        2 => Pieces(Next(60), Marks, Spaces, Words),
        3 => Repeated(),
        4 => Cut(News(1 + Next(4))),
        _ => News(1 + Next(6)),
    };

    /// <summary>Paragraphs of sentences whose words are French and whose grammar is chance, with some damage.</summary>
    public string News(int paragraphs)
    {
        var text = new StringBuilder();
        for (var p = 0; p < paragraphs; p++)
        {
            if (p > 0)
                text.Append(Next(6) == 0 ? Pick(Breaks) : "\n\n");
            for (var s = 1 + Next(4); s > 0; s--)
                Sentence(text);
        }

        return text.ToString();
    }

    private void Sentence(StringBuilder text)
    {
        var (open, close) = Next(6) switch { 0 => ("“", "”"), 1 => ("\"", "\""), 2 => ("„", "“"), 3 => ("‹ ", " ›"), _ => ("« ", " »") };
        var quoted = Next(3) != 0;
        var start = text.Length;
        if (quoted && Next(8) != 0)
            text.Append(open);
        Clause(text, 1 + Next(8));
        if (quoted && Next(8) != 0)
            text.Append(close);
        if (Next(2) == 0)
        {
            text.Append(Next(3) == 0 ? " " : ", ").Append(Pick(Phrases));
            if (Next(3) == 0)
            {
                text.Append(", ");
                Clause(text, 1 + Next(6));
            }
        }

        if (Next(10) == 0)
            text.Append(Pick(Oddities));
        if (Next(3) != 0 && start < text.Length && char.IsLower(text[start]))
            text[start] = char.ToUpperInvariant(text[start]);
        text.Append(Next(8) == 0 ? Pick(Marks) : ".").Append(' ');
    }

    private void Clause(StringBuilder text, int words)
    {
        for (var i = 0; i < words; i++)
        {
            if (i > 0 && text[^1] is not ('\'' or '’'))
                text.Append(Next(12) == 0 ? ", " : Next(20) == 0 ? Pick(Spaces) : " ");
            text.Append(Next(9) == 0 ? Pick(Phrases) : Next(25) == 0 ? Pick(Marks) : Pick(Words));
        }
    }

    // A few pieces over and over: what a rule does at its own edge.
    private string Repeated()
    {
        var unit = new StringBuilder();
        for (var i = 1 + Next(4); i > 0; i--)
            unit.Append(Next(2) == 0 ? Pick(Phrases) : Pick(Words)).Append(Next(3) == 0 ? Pick(Marks) : "").Append(Pick(Spaces));
        var text = new StringBuilder();
        for (var i = 1 + Next(30); i > 0; i--)
            text.Append(unit);
        return text.ToString();
    }

    private string Pieces(int count, params string[][] lists)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(Pick(lists[Next(lists.Length)]));
        return text.ToString();
    }

    // Any code units at all, surrogates without their other half among them, and now and then a very long word.
    private string Soup()
    {
        var text = new StringBuilder();
        for (var i = Next(120); i > 0; i--)
        {
            text.Append(Next(4) switch
            {
                0 => (char)Next(0x80),
                1 => (char)Next(0x250),
                2 => (char)Next(0x10000),
                _ => (char)(0x2000 + Next(0x70)),
            });
        }

        if (Next(4) == 0)
            text.Append((char)('a' + Next(26)), 100 + Next(3000));
        return text.ToString();
    }

    // As if the end or the beginning were lost, anywhere.
    private string Cut(string text)
    {
        var start = Next(text.Length + 1);
        return Next(2) == 0 ? text[start..] : text[..start];
    }

    private string Pick(string[] list) => list[Next(list.Length)];

    // xorshift32
    private int Next(int below)
    {
        if (_state == 0)
            _state = 1;
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return below <= 0 ? 0 : (int)(_state % (uint)below);
    }
}
