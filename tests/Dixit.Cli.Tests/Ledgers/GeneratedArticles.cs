// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Dixit.Cli.Tests.Ledgers;

/// <summary>Articles without sense, but with people who say things that others repeat.</summary>
internal static class GeneratedArticles
{
    private static readonly string[] _people = ["Hélène Vaudrel", "Lucien Bressac", "Nadia Berkane", "Étienne Rocourt", "Odile Tessanne", "Karim Zeddour", "Ingrid Halvdal", "Yann Le Guennac"];
    private static readonly string[] _cues = ["a déclaré", "a assuré", "a répété", "a prévenu", "a estimé"];
    private static readonly string[] _things = ["le barrage", "la digue", "la vallée", "la route du lac", "l'école du village", "la mairie", "l'usine", "le pont neuf"];
    private static readonly string[] _verbs = ["sera rénové", "ne sera pas fermé", "doit être surveillé", "coûtera {0} millions", "a besoin de {0} ouvriers", "peut attendre {0} jours"];

    /// <summary>Lines of records, always the same ones.</summary>
    public static string Lines(int count)
    {
        var random = new Random(20241004);
        var lines = new StringWriter { NewLine = "\n" };
        for (var i = 0; i < count; i++)
        {
            var text = string.Join("\n\n", Enumerable.Range(0, 4).Select(_ => Sentence(random)));
            lines.WriteLine(JsonSerializer.Serialize(new { id = $"article-{i}", text, outlet = $"Journal {i % 7}", published = $"2024-{(i % 12) + 1:00}-{(i % 28) + 1:00}", language = "fr" }));
        }

        return lines.ToString();
    }

    private static string Sentence(Random random)
    {
        var claim = $"{Pick(random, _things)} {string.Format(Pick(random, _verbs), random.Next(2, 30))}";
        return random.Next(2) == 0
            ? $"« {char.ToUpperInvariant(claim[0])}{claim[1..]} », {Pick(random, _cues)} {Pick(random, _people)}."
            : $"{Pick(random, _people)} {Pick(random, _cues)} que {claim}.";
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
