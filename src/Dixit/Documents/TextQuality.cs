// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Documents;

/// <summary>How much of what was published a text still is, from the worst to the best.</summary>
public enum TextQuality
{
    /// <summary>Words are missing or wrong: numbers or characters were lost, the end is cut off, an encoding was misread.</summary>
    Poor,

    /// <summary>The words are there, but something about them is not as published: quotation marks without their other half, paragraphs in other languages, a summary in the
    /// article's place.</summary>
    Fair,

    /// <summary>Nothing is known to be wrong.</summary>
    Good,
}
