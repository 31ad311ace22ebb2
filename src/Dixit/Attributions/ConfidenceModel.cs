// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Dixit.Mentions;

namespace Dixit.Attributions;

/// <summary>How likely an attribution is right, from a few named facts about it. Immutable, so safe for many threads.</summary>
/// <remarks>
/// A log-linear model: the weights in <c>Languages/Confidence.txt</c> are added up and put through the logistic function. They are learnt by
/// <c>eval/calibrate.py</c> from annotated articles, so that of the attributions with confidence 0.9 about nine in ten are right.
/// </remarks>
internal sealed class ConfidenceModel
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, double> _rules = new(StringComparer.Ordinal); // what a rule's own features add up to, worked out when it is first met
    private readonly Func<string, double> _sumOfRule;

    public ConfidenceModel()
    {
        _sumOfRule = rule => FeaturesOf(rule).Sum(name => _weights.GetValueOrDefault(name));
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Languages/Confidence.txt") ?? throw new InvalidOperationException("Confidence.txt is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            _weights.Add(line[..bar].Trim(), double.Parse(line.AsSpan(bar + 1), NumberStyles.Float, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The chance that the content is one and the speaker the right one.</summary>
    public double Of(Attribution attribution)
    {
        var sum = _rules.GetOrAdd(attribution.Evidence.Rule, _sumOfRule);
        foreach (var name in FeaturesBeside(attribution))
            sum += _weights.GetValueOrDefault(name);
        return Math.Clamp(Math.Round(1 / (1 + Math.Exp(-sum)), 4), 0.01, 0.99);
    }

    /// <summary>What each fact adds, in the order in which they are looked at; those without weight are left out.</summary>
    public List<ConfidenceFactor> Explain(Attribution attribution)
    {
        var factors = new List<ConfidenceFactor>();
        foreach (var name in FeaturesOf(attribution.Evidence.Rule).Concat(FeaturesBeside(attribution)))
        {
            if (_weights.GetValueOrDefault(name) is not 0 and var weight)
                factors.Add(new ConfidenceFactor(name, weight));
        }

        return factors;
    }

    private static IEnumerable<string> FeaturesOf(string rule)
    {
        yield return "language " + rule[..rule.IndexOf('/', StringComparison.Ordinal)];
        rule = rule[(rule.IndexOf('/', StringComparison.Ordinal) + 1)..];
        yield return "any attribution";
        yield return "family " + rule[..rule.IndexOf('/', StringComparison.Ordinal)];
        yield return "rule " + rule;
    }

    private static IEnumerable<string> FeaturesBeside(Attribution attribution)
    {
        yield return attribution.Speaker?.Kind switch
        {
            null => "speaker none",
            SpeakerKind.Person => "speaker person",
            SpeakerKind.Organisation => "speaker organisation",
            SpeakerKind.Group => "speaker group",
            SpeakerKind.Anonymous => "speaker anonymous",
            _ => "speaker unknown",
        };
        if (attribution.Source is null)
            yield return "no source beside it";
        if (attribution.Parent is not null)
            yield return "inside another's words";
        var length = 0;
        foreach (var span in attribution.Content)
            length += span.Length;
        if (length < 25)
            yield return "few words";
        else if (length > 250)
            yield return "many words";
    }
}
