// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>What an element means for the text of its page.</summary>
internal enum PageTag : byte
{
    /// <summary>Part of the line it stands in.</summary>
    Inline,

    /// <summary>Not text at all.</summary>
    Skipped,

    /// <summary>A link.</summary>
    Link,

    /// <summary>The name of a source, part of the line it stands in.</summary>
    Cite,

    /// <summary>The end of a line.</summary>
    Break,

    /// <summary>A box that says nothing of what is in it.</summary>
    Box,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>The main heading of a page or article.</summary>
    Title,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An entry of a list.</summary>
    Item,

    /// <summary>A list.</summary>
    List,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary>A quotation set apart.</summary>
    Quote,

    /// <summary>A picture or the like with what belongs to it.</summary>
    Figure,

    /// <summary>What is written below a picture or a table.</summary>
    Caption,

    /// <summary>An article, of which a page may have many.</summary>
    Article,

    /// <summary>The main part of a page.</summary>
    Main,

    /// <summary>Beside the main part.</summary>
    Aside,

    /// <summary>Links to other pages.</summary>
    Navigation,

    /// <summary>The head of a page or article.</summary>
    Header,

    /// <summary>The foot of a page or article.</summary>
    Footer,

    /// <summary>A form, or a whole page of some systems.</summary>
    Form,

    /// <summary>Text whose spaces and lines count.</summary>
    Preformatted,

    /// <summary>A time.</summary>
    Time,

    /// <summary>Who answers for the page, or an address.</summary>
    Address,

    /// <summary>The body of the page.</summary>
    Body,
}
