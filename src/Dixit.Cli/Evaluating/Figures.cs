// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Dixit.Cli.Evaluating;

/// <summary>What was right, what was too much and what was missed.</summary>
internal sealed class Tally
{
    public int Right { get; set; }

    public int Spurious { get; set; }

    public int Missed { get; set; }

    public double Precision => Share(Right, Right + Spurious);

    public double Recall => Share(Right, Right + Missed);

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>How many of those that could be right were.</summary>
internal sealed class RightOf
{
    public int Right { get; private set; }

    public int Of { get; private set; }

    /// <summary>The share, or null where there was nothing to be right of.</summary>
    public double? Share => Of == 0 ? null : (double)Right / Of;

    public void Count(bool isRight)
    {
        Of++;
        Right += isRight ? 1 : 0;
    }
}

/// <summary>Something that a prediction has wrong.</summary>
/// <param name="Document">In which document.</param>
/// <param name="Kind"><c>speaker</c>, <c>missed</c> or <c>spurious</c>.</param>
/// <param name="What">What it is, with its words.</param>
internal sealed record ScoredError(string Document, string Kind, string What);

/// <summary>All figures of an evaluation.</summary>
internal sealed class Figures
{
    /// <summary>The thresholds of overlap at which detection is told.</summary>
    public static readonly IReadOnlyList<string> Thresholds = ["0.3", "0.5", "0.8", "1.0"];

    public int Documents { get; set; }

    public Tally WhoSaidWhat { get; } = new();

    /// <summary>In the order of the thresholds.</summary>
    public IReadOnlyList<Tally> Detection { get; } = [.. Thresholds.Select(_ => new Tally())];

    public Tally Words { get; } = new();

    /// <summary>In the order in which they are told.</summary>
    public IReadOnlyList<KeyValuePair<string, RightOf>> Rights { get; } =
        [.. ((string[])["speaker", "wrong", "source", "cue", "type", "act", "via"]).Select(name => KeyValuePair.Create(name, new RightOf()))];

    /// <summary>Of the gold contents of a type, those that were found.</summary>
    public SortedDictionary<string, RightOf> RecallByType { get; } = new(StringComparer.Ordinal);

    public List<ScoredError> Errors { get; } = [];

    /// <summary>One of <see cref="Rights"/>.</summary>
    public RightOf this[string name] => Rights.First(right => right.Key == name).Value;

    /// <summary>Four decimals, to the nearest, and where two are as near, to the even one: of the number itself, not of how it is usually written.</summary>
    public static double Round(double share)
    {
        // All digits of a double below 2 after the point: no more than 1074, and those far behind decide nothing.
        var digits = share.ToString("F200", CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.');
        var kept = decimal.Parse(digits[..(point + 5)], CultureInfo.InvariantCulture);
        var rest = digits.AsSpan(point + 5);
        var half = rest[0].CompareTo('5');
        if (half > 0 || (half == 0 && (rest[1..].ContainsAnyExcept('0') || (digits[point + 4] - '0') % 2 == 1)))
            kept += 0.0001m;
        return (double)kept;
    }
}
