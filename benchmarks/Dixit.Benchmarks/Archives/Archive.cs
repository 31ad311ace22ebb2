// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;

namespace Dixit.Benchmarks.Archives;

/// <summary>An archive of the press that nobody wrote: occasions on which people speak, each told by several outlets.</summary>
/// <remarks>
/// The same seed gives the same archive, and a shorter one is the beginning of a longer one. A few people are quoted over and over and most of them seldom
/// (Zipf); an occasion is told by one to twenty outlets, some of which copy a wire text whole; each picks its quotes, most of them the best ones, whole or
/// cut, direct or indirect. Of what 200,000 such documents attribute, about a million different statements are left.
/// </remarks>
internal static class Archive
{
    private const int Speakers = 8000;
    private const int OutletCount = 60;
    private const int SpeakersAtOnce = 3;
    private const int ClaimsEach = 5;
    private static readonly DateOnly _firstDay = new(2019, 1, 1);
    private static readonly double[] _weights = Cumulate(Enumerable.Range(0, Speakers).Select(rank => 1 / Math.Pow(rank + 8, 0.8)));

    /// <summary>Its documents, one after the other, in the order of their days.</summary>
    public static IEnumerable<Document> Read(int count, int seed = 20241004)
    {
        var random = new Random(seed);
        var made = 0;
        for (var occasion = 0; made < count; occasion++)
        {
            var day = _firstDay.AddDays(occasion / 40);
            var scene = Occasion.Make(random);
            var telling = 1 + Geometric(random, 0.5, 19);
            string? wire = null;
            foreach (var outlet in Some(random, OutletCount, telling))
            {
                var text = wire is not null && random.Next(4) == 0 ? wire : scene.Tell(random);
                wire ??= text;
                yield return new Document($"archive-{made:D7}", text)
                {
                    Outlet = outlet < 40 ? $"Le Courrier de {ArchiveWords.Place(outlet * 17)}" : $"{ArchiveWords.Place(outlet * 31)} Info",
                    Published = day.AddDays(random.Next(3) == 0 ? 1 : 0),
                    Language = "fr",
                };
                if (++made == count)
                    yield break;
            }
        }
    }

    /// <summary>The speakers, the most quoted first.</summary>
    public static IEnumerable<ArchiveSpeaker> People => Enumerable.Range(0, Speakers).Select(ArchiveSpeaker.Make);

    private static ArchiveSpeaker PickSpeaker(Random random)
    {
        var found = Array.BinarySearch(_weights, random.NextDouble() * _weights[^1]);
        return ArchiveSpeaker.Make(Math.Min(found < 0 ? ~found : found, Speakers - 1));
    }

    private static double[] Cumulate(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(weight => sum += weight)];
    }

    private static int Geometric(Random random, double again, int most)
    {
        var count = 0;
        while (count < most && random.NextDouble() < again)
            count++;
        return count;
    }

    private static HashSet<int> Some(Random random, int of, int count)
    {
        var some = new HashSet<int>();
        while (some.Count < count)
            some.Add(random.Next(of));
        return some;
    }

    /// <summary>Who speaks, and what each says.</summary>
    private sealed record Occasion(IReadOnlyList<(ArchiveSpeaker Speaker, ArchiveClaim[] Claims)> Said, string Place)
    {
        public static Occasion Make(Random random)
        {
            var said = new List<(ArchiveSpeaker, ArchiveClaim[])>();
            for (var i = 0; i < SpeakersAtOnce; i++)
            {
                var speaker = PickSpeaker(random);
                said.Add((speaker, [.. Enumerable.Range(0, ClaimsEach).Select(_ => ArchiveClaim.Make(random, speaker.Topics))]));
            }

            return new Occasion(said, ArchiveWords.Place(random.Next(1500)));
        }

        /// <summary>An article of one outlet.</summary>
        public string Tell(Random random)
        {
            var text = new StringBuilder();
            text.Append("Une journée de discussions à ").Append(Place).Append(" n'a pas suffi à lever les doutes sur ").Append(Said[0].Speaker.Topics[0]).Append(".\n\n");
            foreach (var (speaker, claims) in Said)
            {
                if (text.Length > 200 && random.Next(5) == 0)
                    continue;
                var isFirst = true;
                for (var i = 0; i < claims.Length; i++)
                {
                    // The first claims are the best ones, and most outlets take them.
                    if (random.Next(claims.Length + 1) < i)
                        continue;
                    AppendClaim(text, random, speaker, claims[i], isFirst);
                    isFirst = false;
                }
            }

            text.Append("Les discussions reprendront dans la semaine.");
            return text.ToString();
        }

        private static void AppendClaim(StringBuilder text, Random random, ArchiveSpeaker speaker, ArchiveClaim claim, bool isFirst)
        {
            var cue = ArchiveWords.Cues[random.Next(ArchiveWords.Cues.Count)];
            var name = isFirst ? $"{speaker.Name}, {speaker.Role}," : random.Next(3) == 0 ? speaker.Name : speaker.Title;
            var by = isFirst ? $"{speaker.Name}, {speaker.Role}" : random.Next(3) == 0 ? speaker.Name : speaker.Title;
            text.Append(random.Next(10) switch
            {
                < 4 => $"« {Capital(claim.Whole)} », {cue} {by}.",
                < 6 => $"« {Capital(claim.Main)} », {cue} {by}.",
                < 7 => $"{name} {cue} : « {Capital(claim.Whole)}. »",
                < 9 => $"{name} {cue} {Que(claim.Main)}.",
                _ => $"Selon {by}, {claim.Main}.",
            });
            text.Append("\n\n");
        }

        private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

        private static string Que(string words) => "aeéèêiouyh".Contains(words[0]) ? $"qu'{words}" : $"que {words}";
    }
}
