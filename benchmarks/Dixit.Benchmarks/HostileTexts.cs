// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Benchmarks;

/// <summary>Texts that nobody writes and somebody will send: each a place where time could grow faster than length.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "all quote marks", "all opening marks", "no spaces", "elisions", "one endless sentence", "unclosed paragraphs", "all commas", "all « dit que »",
        "new names", "names alike", "pronouns", "one long article",
    ];

    /// <summary>A text of one kind.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="length">Its length in UTF-16 units, or a little more.</param>
    public static string Make(string kind, int length) => kind switch
    {
        "all quote marks" => Repeat("« \" » “ ' „ ” ‹ ’ › ", length),
        "all opening marks" => Repeat("« ", length),
        "no spaces" => Repeat("barrage", length),
        "elisions" => Repeat("l'qu'd'", length),
        "one endless sentence" => Repeat("le maire de la ville veut un barrage neuf et la ministre un lac plein que les habitants du quartier ", length),
        "unclosed paragraphs" => Repeat("« Nous partirons demain, a dit le maire de Montbrisel, et nous ne reviendrons pas\n\n", length),
        "all commas" => Repeat(", ", length),
        "all « dit que »" => Repeat("dit que ", length),
        "new names" => Names(alike: false, length),
        "names alike" => Names(alike: true, length),
        "pronouns" => Repeat("« Nous partirons demain », a-t-elle dit. Il a répondu qu'elle resterait. ", length),
        "one long article" => Repeat(string.Join("\n\n", Corpus.OfSamples(1).Documents.Select(document => document.Text)) + "\n\n", length),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of text."),
    };

    private static string Repeat(string unit, int length) =>
        new StringBuilder(length + unit.Length).Insert(0, unit, (length / unit.Length) + 1).ToString();

    // Each sentence has a surname of its own, made of syllables: after « Bressac » all alike, else as unlike as names are.
    private static string Names(bool alike, int length)
    {
        string[] syllables = ["ba", "cor", "del", "fan", "gri", "hou", "jal", "ker", "lou", "mas", "nor", "pel", "qui", "rou", "sar", "tan", "val", "zed"];
        var text = new StringBuilder(length + 100);
        for (var i = 0; text.Length < length; i++)
        {
            text.Append("Le maire Lucien ").Append(alike ? "Bressac" : "O");
            // Neighbours share no syllable: the number is spread before it is written.
            for (var rest = alike ? i : (int)((uint)i * 2654435761u % 1889568); rest > 0; rest /= syllables.Length)
                text.Append(syllables[rest % syllables.Length]);
            text.Append(" a dit « oui » à Mme Vaudrel. ");
        }

        return text.ToString();
    }
}
