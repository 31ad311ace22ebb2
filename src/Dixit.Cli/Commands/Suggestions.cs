// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;

namespace Dixit.Cli.Commands;

/// <summary>Finds what somebody meant who mistyped a name.</summary>
internal static class Suggestions
{
    /// <summary>The candidate nearest to the word, or null where none is near enough to be meant.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = int.MaxValue;
        var letters = word.Trim('-').Length;
        if (letters < 2)
            return null; // Every single letter is one away from every other.
        var reach = Math.Max(1, letters / 3);
        foreach (var candidate in candidates)
        {
            var distance = Distance(word.ToLowerInvariant(), candidate);
            // Whoever typed a beginning meant the whole of it.
            if (distance > reach && letters >= 3 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                distance = reach;
            if (distance <= reach && distance < least)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>The nearest subcommand, or null.</summary>
    public static string? NearestCommand(string word, Command command) =>
        Nearest(word, HelpPage.ShownCommands(command).Select(sub => sub.Name));

    /// <summary>The nearest option of a command, or null.</summary>
    public static string? NearestOption(string word, Command command) =>
        Nearest(word.Split('=', ':')[0], HelpPage.ShownOptions(command).SelectMany(option => option.Aliases.Append(option.Name)));

    /// <summary>The letters to insert, remove, change or swap with their neighbour to make one word the other.</summary>
    private static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last) = (last, row);
        }

        return last[^1];
    }
}
