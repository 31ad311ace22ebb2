// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Benchmarks.Archives;

/// <summary>Somebody whom outlets quote, always the same for the same number.</summary>
internal sealed record ArchiveSpeaker(string FirstName, string Surname, bool IsWoman, string Role, IReadOnlyList<string> Topics)
{
    private const int TopicCount = 14;

    public string Name => $"{FirstName} {Surname}";

    public string Title => $"{(IsWoman ? "Mme" : "M.")} {Surname}";

    public static ArchiveSpeaker Make(int number)
    {
        var random = new Random((number * 7919) + 13);
        var isWoman = random.Next(5) < 2;
        var names = isWoman ? ArchiveWords.WomenNames : ArchiveWords.MenNames;
        var role = string.Format(CultureInfo.InvariantCulture, ArchiveWords.Roles[random.Next(ArchiveWords.Roles.Count)], ArchiveWords.Place(random.Next(1500)));
        var topics = Enumerable.Range(0, TopicCount).Select(_ => ArchiveWords.Nouns[random.Next(ArchiveWords.Nouns.Count)]).ToArray();
        return new ArchiveSpeaker(names[random.Next(names.Count)], ArchiveWords.Surname(number), isWoman, role, topics);
    }
}
