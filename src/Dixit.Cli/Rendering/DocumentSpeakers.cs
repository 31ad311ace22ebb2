// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Cli.Terminals;
using Dixit.Mentions;

namespace Dixit.Cli.Rendering;

/// <summary>The speakers of one document, numbered in the order in which they first speak.</summary>
internal sealed class DocumentSpeakers
{
    private readonly Dictionary<(string Name, SpeakerKind Kind), int> _numbers = [];
    private readonly List<(Speaker Speaker, int Attributions)> _inOrder = [];

    /// <summary>Numbers the speakers of an analysis.</summary>
    public DocumentSpeakers(Analysis analysis)
    {
        foreach (var attribution in analysis.Attributions)
        {
            if (attribution.Speaker is not { } speaker)
                continue;
            if (_numbers.TryAdd((speaker.Name, speaker.Kind), _inOrder.Count))
                _inOrder.Add((speaker, 0));
            var number = _numbers[(speaker.Name, speaker.Kind)];
            _inOrder[number] = (_inOrder[number].Speaker, _inOrder[number].Attributions + 1);
        }
    }

    /// <summary>Each speaker with the number of their attributions.</summary>
    public IReadOnlyList<(Speaker Speaker, int Attributions)> InOrder => _inOrder;

    /// <summary>The colour of whoever is behind an attribution.</summary>
    public Look LookOf(Attribution attribution) =>
        attribution.Speaker is { } speaker
            ? new Look(SpeakerColours.Of(_numbers[(speaker.Name, speaker.Kind)]))
            : new Look(SpeakerColours.Unknown);

    /// <summary>The speaker's name; for an unknown one, the words of the source, if there are any.</summary>
    public static string NameOf(Analysis analysis, Attribution attribution) => attribution switch
    {
        { Speaker: { } speaker } => speaker.Name,
        { Source: { } source } => $"unknown ({VisibleText.OneLine(analysis.Document[source])})",
        _ => "unknown",
    };

    /// <summary>Such as <c>person, maire de Valbrune</c>.</summary>
    public static string Describe(Speaker speaker) =>
        speaker.Role is null ? Words.Of(speaker.Kind) : $"{Words.Of(speaker.Kind)}, {speaker.Role}";
}
