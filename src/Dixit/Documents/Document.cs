// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Documents;

/// <summary>One text with what is known about it from outside. The text never changes.</summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed class Document
{
    /// <summary>Makes a document.</summary>
    /// <param name="id">What names it in its archive; not empty.</param>
    /// <param name="text">The text, exactly as it was read.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public Document(string id, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(text);
        Id = id;
        Text = text;
    }

    /// <summary>What names the document in its archive.</summary>
    public string Id { get; }

    /// <summary>The text, never normalised. All spans are UTF-16 offsets into it.</summary>
    public string Text { get; }

    /// <summary>Where it stands on the web, or null.</summary>
    public string? Uri { get; init; }

    /// <summary>The headline as given beside the text, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>The day it was published as given from outside, or null; the pipeline may still read one from the text.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The language as given from outside (BCP 47, such as <c>fr</c>), or null.</summary>
    public string? Language { get; init; }

    /// <summary>The language that the document says it is in, believed only where its text does not tell; or null.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>Who wrote it, as its byline or its own data name them; never null.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The day of its last change as given from outside, or null.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>When it was published, where more than the day is known from outside; else null. Its day is <see cref="Published"/>.</summary>
    public Moment? PublishedAt { get; init; }

    /// <summary>When it was last changed, where more than the day is known from outside; else null. Its day is <see cref="Modified"/>.</summary>
    public Moment? ModifiedAt { get; init; }

    /// <summary>What of the text is set apart by its form, in the order of the starts, the outer before the inner; never null. A plain text has none.</summary>
    public IReadOnlyList<TextBlock> Blocks { get; init; } = [];

    /// <summary>What a reader noted while making the document; never null.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The characters of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends after the text.</exception>
    public ReadOnlySpan<char> this[TextSpan span] => Text.AsSpan(span.Start, span.Length);
}
