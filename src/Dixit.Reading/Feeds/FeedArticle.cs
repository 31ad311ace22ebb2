// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Reading.Dates;
using Dixit.Reading.Encodings;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Feeds;

/// <summary>One article of a feed or of a news agency's delivery, as it was given.</summary>
internal sealed record FeedArticle
{
    /// <summary>Its address, or null.</summary>
    public string? Link { get; init; }

    /// <summary>What the publisher calls it, or null.</summary>
    public string? OwnId { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>The language, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The language that its feed says it is in, believed where the text does not tell: many a feed leaves what its program came with. Or null.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>The day of publication as it is written, or null.</summary>
    public string? Published { get; init; }

    /// <summary>The text, or markup that holds it; or null.</summary>
    public string? Content { get; init; }

    /// <summary>Whether the content is HTML.</summary>
    public bool IsHtml { get; init; }

    /// <summary>Whether the content is no more than what is told of the article before it.</summary>
    public bool IsSummary { get; init; }

    /// <summary>Whether its own id comes before its address: an agency names what it delivers, a feed names what stands on the web.</summary>
    public bool IsNamedById { get; init; }

    /// <summary>Whether its link leads to more of it: so it is in feeds.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>The document of the article, or why there is none.</summary>
    /// <param name="source">What it was read from.</param>
    /// <param name="number">Its place in there, from 1, or null where it is alone.</param>
    /// <param name="line">The line where it starts, or null.</param>
    /// <param name="note">What was assumed of the encoding, or null.</param>
    public ReadResult ToResult(InputSource source, int? number, int? line, string? note)
    {
        if (number is not null)
            source.HoldsMany();
        var names = IsNamedById ? [OwnId, Link] : (string?[])[Link, OwnId];
        var id = Array.Find(names, name => !string.IsNullOrWhiteSpace(name)) ?? (number is null ? source.Stem : $"{source.Stem}#{number}");
        var content = Content ?? "";
        var repairs = Mojibake.TryRepair(content, out content, out var repaired) ? [Mojibake.RepairNote(repaired)] : (string[])[];
        var (text, blocks) = IsHtml ? FragmentText.Read(content) : new FragmentText(content, []);
        if (string.IsNullOrWhiteSpace(text))
            return ReadResult.Of(ReadProblems.ReportNoTextIn(source.Path, $"the item \"{Title ?? id}\" has no text in it") with { Line = line }).LinkedTo(IsFollowed ? Link : null);
        ReadProblem? dateProblem = null;
        var published = source.Options.Published;
        if (!string.IsNullOrWhiteSpace(Published))
        {
            if (IsoDate.TryRead(Published, out var day) || MailDate.TryRead(Published, out day))
                published = day;
            else
                dateProblem = ReadProblems.ReportInvalidDate(source.Path, Published, line);
        }

        var notes = DocumentNotes.Of(note, text, dateProblem);
        var document = new Document(id, text)
        {
            Uri = string.IsNullOrWhiteSpace(Link) ? null : Link,
            Title = string.IsNullOrWhiteSpace(Title) ? null : Mojibake.TryRepair(Title, out var title, out _, least: 1) && repairs.Length > 0 ? title : Title,
            Outlet = string.IsNullOrWhiteSpace(Outlet) ? source.Options.Outlet : Outlet,
            Language = string.IsNullOrWhiteSpace(Language) ? null : Language,
            DeclaredLanguage = string.IsNullOrWhiteSpace(DeclaredLanguage) ? null : DeclaredLanguage,
            Published = published,
            PublishedAt = dateProblem is null && Published is not null && WrittenMoment.TryRead(Published, DateOrder.Unknown, out var moment) && moment.Time is not null && moment.Day == published ? moment : null,
            Blocks = blocks,
            Notes = IsSummary ? [.. repairs, .. notes, "only the summary of the article"] : [.. repairs, .. notes],
        };
        return ReadResult.Of(document, source.Path, line).LinkedTo(IsFollowed ? Link : null);
    }
}
