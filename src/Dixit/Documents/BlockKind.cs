// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Documents;

/// <summary>What a stretch of a text is, where it is not running text.</summary>
public enum BlockKind
{
    /// <summary>A heading between paragraphs.</summary>
    Heading,

    /// <summary>A quotation that is set apart from the text, whether it has quote marks or not.</summary>
    Quote,

    /// <summary>What stands below a picture or a table.</summary>
    Caption,

    /// <summary>A message of a social network, shown in the article.</summary>
    Post,

    /// <summary>An entry of a live report.</summary>
    Entry,
}
