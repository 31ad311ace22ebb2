// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;

namespace Dixit.Reading.Writing;

/// <summary>Where the findings of one document lead in an archive.</summary>
public abstract class ExtractionLinks
{
    /// <summary>The id that an attribution's speaker has in the archive, or null.</summary>
    public abstract string? SpeakerOf(Attribution attribution);

    /// <summary>The id of the statement that a content span of an attribution makes, or null.</summary>
    /// <param name="attribution">The attribution.</param>
    /// <param name="content">The index of the span in its <see cref="Attribution.Content"/>.</param>
    public abstract string? StatementOf(Attribution attribution, int content);
}
