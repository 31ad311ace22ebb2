// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Tests.Support;

/// <summary>One example of a spec file: a text, what must be found in it, and what more is stated.</summary>
/// <param name="Language">The language of its folder, given to the pipeline: a sentence or two are too short to recognise one by.</param>
/// <param name="Heading">The name of the test.</param>
/// <param name="Line">The line of the heading in its file, from 1.</param>
/// <param name="KnownFailure">Whether the marks state today's wrong answer.</param>
/// <param name="Marked">The text and its marks.</param>
/// <param name="Statements">The lines of the <c>expect</c> block.</param>
internal sealed record SpecExample(string? Language, string Heading, int Line, bool KnownFailure, MarkedUpText Marked, IReadOnlyList<SpecStatement> Statements)
{
    private static readonly string[] Given = ["published", "title", "outlet"];

    /// <summary>Whether the example says that nothing is reported in its text.</summary>
    public bool FindsNothing => Expected.Count == 0;

    /// <summary>The attributions that are marked, by id.</summary>
    public IReadOnlyList<ExpectedAttribution> Expected { get; } = Collect(Heading, Marked);

    /// <summary>The input of the pipeline: the text, and what is given beside it.</summary>
    public Document ToDocument() => new("spec", Marked.Text)
    {
        Language = Language,
        Published = Find("published") is { } published ? DateOnly.Parse(published) : null,
        Title = Find("title"),
        Outlet = Find("outlet"),
    };

    /// <summary>The statements about the result, without what is given.</summary>
    public IEnumerable<SpecStatement> StatementsAboutResult => Statements.Where(statement => !Given.Contains(statement.Key));

    private string? Find(string key) => Statements.FirstOrDefault(statement => statement.Key == key)?.Value;

    private static List<ExpectedAttribution> Collect(string heading, MarkedUpText marked)
    {
        var attributions = new List<ExpectedAttribution>();
        var reporting = marked.Marks.Where(mark => mark.Role is MarkRole.Source or MarkRole.Cue or MarkRole.Content);
        foreach (var group in reporting.GroupBy(mark => mark.Id).OrderBy(group => group.Key))
        {
            TextSpan[] Spans(MarkRole role) => [.. group.Where(mark => mark.Role == role).Select(mark => mark.Span)];
            var (sources, cues, contents) = (Spans(MarkRole.Source), Spans(MarkRole.Cue), Spans(MarkRole.Content));
            if (contents.Length == 0)
                throw new FormatException($"\"{heading}\": attribution {group.Key} has no content.");
            if (sources.Length > 1 || cues.Length > 1)
                throw new FormatException($"\"{heading}\": attribution {group.Key} has two sources or two cues; give the second its own id.");
            attributions.Add(new ExpectedAttribution(
                group.Key, sources is [var source] ? source : null, cues is [var cue] ? cue : null, SpanList.Of(contents)));
        }

        return attributions;
    }
}

/// <summary>A line of an <c>expect</c> block: « via 1: Reuters » has the key via, the id 1 and the value Reuters.</summary>
internal sealed record SpecStatement(string Key, int Id, string Value);

/// <summary>An attribution as it is marked; equal to a predicted one when all three parts are.</summary>
internal sealed record ExpectedAttribution(int Id, TextSpan? Source, TextSpan? Cue, SpanList Content);
