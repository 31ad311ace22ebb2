// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;

namespace Dixit.Reading.Exporting.Tei;

/// <summary>What a stretch of a text is marked as. Of two marks on the same words the one listed first is around the other.</summary>
internal enum TeiMarkKind
{
    Furniture,
    Said,
    Quote,
    Cue,
    Source,
}

/// <summary>A stretch of a text to be marked, whatever else is marked in it.</summary>
/// <param name="Kind">As what.</param>
/// <param name="Span">Where; never empty.</param>
internal sealed record TeiMark(TeiMarkKind Kind, TextSpan Span)
{
    /// <summary>Whose content, cue or source it is; the first of them where several share it.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>The index of the content in its attribution.</summary>
    public int Content { get; init; }

    /// <summary>The kind of furniture.</summary>
    public string? Furniture { get; init; }
}

/// <summary>A piece of a mark that lies wholly within a line, and within every mark around it.</summary>
/// <param name="mark">The mark.</param>
/// <param name="span">The piece of it.</param>
internal sealed class TeiPiece(TeiMark mark, TextSpan span)
{
    public TeiMark Mark { get; } = mark;

    public TextSpan Span { get; } = span;

    /// <summary>The pieces in it, in order.</summary>
    public List<TeiPiece> Inner { get; } = [];

    /// <summary>Its xml:id, or null where nothing refers to it.</summary>
    public string? Id { get; set; }

    /// <summary>The piece that what it is a piece of goes on with, or null.</summary>
    public TeiPiece? Next { get; set; }

    /// <summary>The piece before it, or null.</summary>
    public TeiPiece? Previous { get; set; }
}
