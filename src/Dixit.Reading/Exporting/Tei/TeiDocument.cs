// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Reading.Writing;

namespace Dixit.Reading.Exporting.Tei;

/// <summary>A speaker of a document.</summary>
/// <param name="Id">Its xml:id.</param>
/// <param name="Speaker">Who it is there.</param>
/// <param name="ArchiveId">Its id in the archive, or null.</param>
internal sealed record TeiSpeaker(string Id, Speaker Speaker, string? ArchiveId);

/// <summary>A document with all that its elements refer to.</summary>
internal sealed class TeiDocument
{
    private readonly ExtractionLinks? _links;
    private readonly Dictionary<(string?, string, SpeakerKind, string?, Gender), TeiSpeaker> _speakers = [];
    private readonly Dictionary<int, string> _firstPieces = [];

    public TeiDocument(Analysis analysis, ExtractionLinks? links, string id)
    {
        Analysis = analysis;
        _links = links;
        Id = id;
        foreach (var attribution in analysis.Attributions)
        {
            if (attribution.Speaker is { } speaker)
                _speakers.TryAdd(KeyOf(attribution, speaker), new TeiSpeaker(Name("p", _speakers.Count + 1), speaker, links?.SpeakerOf(attribution)));
        }

        var marks = TeiMarks.Find(analysis);
        Lines = [.. LinesOf(analysis.Document.Text).Select(line => (line, TeiMarks.Nest(marks, line)))];
        Chain();
    }

    public Analysis Analysis { get; }

    /// <summary>Its xml:id, with which all others in it begin.</summary>
    public string Id { get; }

    /// <summary>Those who speak, in the order in which they do.</summary>
    public IReadOnlyCollection<TeiSpeaker> Speakers => _speakers.Values;

    /// <summary>The lines that have anything in them, with what is marked there.</summary>
    public IReadOnlyList<(TextSpan Line, List<TeiPiece> Pieces)> Lines { get; }

    public TeiSpeaker? SpeakerOf(Attribution attribution) => attribution.Speaker is { } speaker ? _speakers[KeyOf(attribution, speaker)] : null;

    public string? StatementOf(TeiMark said) => _links?.StatementOf(said.Attribution!, said.Content);

    /// <summary>The first pieces of what a cue reports.</summary>
    public IEnumerable<string> CuedBy(TextSpan cue) =>
        Analysis.Attributions.Where(attribution => attribution.Cue == cue && _firstPieces.ContainsKey(attribution.Id)).Select(attribution => _firstPieces[attribution.Id]);

    // Line ends of all sorts; what is white throughout is no paragraph.
    private static IEnumerable<TextSpan> LinesOf(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny("\r\n\u2028\u2029");
            var end = length < 0 ? text.Length : start + length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                yield return new TextSpan(start, end);
            start = end + 1;
        }
    }

    // The pieces of one attribution's contents are one chain, those of any other mark that was cut are another.
    private void Chain()
    {
        var pieces = Lines.SelectMany(line => line.Pieces).SelectMany(All).ToList();
        var marks = 0;
        foreach (var chain in pieces.GroupBy(piece => piece.Mark.Kind == TeiMarkKind.Said ? (object)piece.Mark.Attribution!.Id : piece.Mark))
        {
            var links = chain.ToList();
            var isSaid = links[0].Mark.Kind == TeiMarkKind.Said;
            if (!isSaid && links.Count == 1)
                continue;
            var name = isSaid ? Name("a", links[0].Mark.Attribution!.Id) : Name("m", ++marks);
            for (var i = 0; i < links.Count; i++)
            {
                links[i].Id = string.Create(CultureInfo.InvariantCulture, $"{name}-{i + 1}");
                if (i > 0)
                    (links[i].Previous, links[i - 1].Next) = (links[i - 1], links[i]);
            }

            if (isSaid)
                _firstPieces.Add(links[0].Mark.Attribution!.Id, links[0].Id!);
        }
    }

    private static IEnumerable<TeiPiece> All(TeiPiece piece) => piece.Inner.SelectMany(All).Prepend(piece);

    private string Name(string letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{Id}-{letter}{number}");

    // Two chains of one name that lead to two speakers of the archive are two, and records with lists in them compare by reference.
    private (string?, string, SpeakerKind, string?, Gender) KeyOf(Attribution attribution, Speaker speaker) =>
        (_links?.SpeakerOf(attribution), speaker.Name, speaker.Kind, speaker.Role, speaker.Gender);
}
