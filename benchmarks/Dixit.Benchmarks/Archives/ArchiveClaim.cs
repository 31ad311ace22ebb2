// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Benchmarks.Archives;

/// <summary>What somebody says, in the forms in which outlets report it.</summary>
/// <param name="Main">The first clause.</param>
/// <param name="Second">What is left out where it is cut.</param>
internal sealed record ArchiveClaim(string Main, string Second)
{
    public string Whole => $"{Main}, {Second}";

    /// <summary>A claim about a speaker's topics.</summary>
    public static ArchiveClaim Make(Random random, IReadOnlyList<string> topics) =>
        new(Clause(random, topics), $"{Pick(random, _links)} {Clause(random, ArchiveWords.Nouns)}");

    private static readonly string[] _links = ["et", "mais", "alors que", "parce que", "tandis que", "car", "puisque"];

    private static string Clause(Random random, IReadOnlyList<string> topics)
    {
        var (subject, thing) = (Pick(random, topics), Pick(random, ArchiveWords.Nouns));
        var quality = random.Next(2) == 0 ? " " + Pick(random, ArchiveWords.Adjectives) : "";
        var when = string.Format(CultureInfo.InvariantCulture, Pick(random, ArchiveWords.Adverbials), random.Next(2, 90));
        return $"{subject} {Predicate(random)} {thing}{quality} {when}";
    }

    private static string Predicate(Random random)
    {
        var verb = Pick(random, ArchiveWords.Verbs);
        var form = random.Next(5) switch
        {
            0 => verb + "ait",
            1 => "doit " + verb,
            2 => "peut " + verb,
            _ => verb + "a",
        };
        if (random.Next(6) > 0)
            return form;
        var (first, rest) = form.Split(' ') is [var modal, var infinitive] ? (modal, " " + infinitive) : (form, "");
        return $"{("aeéèêiouyh".Contains(first[0]) ? "n'" : "ne ")}{first} pas{rest}";
    }

    private static string Pick(Random random, IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
