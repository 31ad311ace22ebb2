// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>The times at which wordings of one speaker must be told to be taken for one statement, where their words leave a doubt.</summary>
/// <remarks>
/// Without them, the wordings of somebody who speaks every day would hang together over the years, each a little like one of another year, and could only be
/// divided all at once. With them, what hangs together is what was told in one season, and telling it costs the same in the tenth year as in the first.
/// </remarks>
public static class StatementTimes
{
    /// <summary>The days between two reports that are near: until then any likeness counts, from then on <see cref="StatementComparison.IsLasting"/>.</summary>
    public const int NearDays = 30;

    /// <summary>Wordings that are not near are compared only if they share one of so many of the <see cref="StatementText.LinkKeys"/> of the one that has fewer.</summary>
    public const int SharedLater = 3;

    /// <summary>Whether some day of one wording is near one of another. A wording that was told on a day that nobody knows is near to all.</summary>
    /// <param name="one">The days of its reports, ascending; null for one that is not known, before the others.</param>
    /// <param name="other">Those of the other.</param>
    public static bool AreNear(IReadOnlyList<DateOnly?> one, IReadOnlyList<DateOnly?> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one is [null, ..] || other is [null, ..])
            return true;
        for (int a = 0, b = 0; a < one.Count && b < other.Count;)
        {
            var between = one[a]!.Value.DayNumber - other[b]!.Value.DayNumber;
            if (Math.Abs(between) <= NearDays)
                return true;
            if (between < 0)
                a++;
            else
                b++;
        }

        return false;
    }
}
