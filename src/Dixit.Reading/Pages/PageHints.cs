// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Pages;

/// <summary>What the names that a site gives its elements say of them.</summary>
[Flags]
internal enum PageHints
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The text of an article: « article-body », « entry-content », « texte ».</summary>
    Body = 1,

    /// <summary>An article or its surroundings.</summary>
    Article = 1 << 1,

    /// <summary>Links of the site.</summary>
    Navigation = 1 << 2,

    /// <summary>Buttons to share or follow.</summary>
    Share = 1 << 3,

    /// <summary>Other articles.</summary>
    Related = 1 << 4,

    /// <summary>What readers write.</summary>
    Comments = 1 << 5,

    /// <summary>An advertisement.</summary>
    Advertisement = 1 << 6,

    /// <summary>An invitation to subscribe, or to log in.</summary>
    Subscribe = 1 << 7,

    /// <summary>What is written below a picture.</summary>
    Caption = 1 << 8,

    /// <summary>Who wrote it.</summary>
    Author = 1 << 9,

    /// <summary>When it was published.</summary>
    Date = 1 << 10,

    /// <summary>Its subjects and the section it stands in.</summary>
    Tags = 1 << 11,

    /// <summary>The foot of the page.</summary>
    Footer = 1 << 12,

    /// <summary>The head of the page.</summary>
    Header = 1 << 13,

    /// <summary>Beside the text.</summary>
    Sidebar = 1 << 14,

    /// <summary>Not shown.</summary>
    Hidden = 1 << 15,

    /// <summary>Pictures, films, players.</summary>
    Media = 1 << 16,

    /// <summary>A message of a social network.</summary>
    Tweet = 1 << 17,

    /// <summary>An entry of a live report.</summary>
    LiveEntry = 1 << 18,

    /// <summary>A sentence of the article shown again in large letters.</summary>
    PullQuote = 1 << 19,

    /// <summary>The rest is for subscribers.</summary>
    Paywall = 1 << 20,

    /// <summary>Consent, notices, dialogs.</summary>
    Notice = 1 << 21,

    /// <summary>What introduces an article: « chapô », « standfirst ».</summary>
    Lead = 1 << 22,

    /// <summary>The headline.</summary>
    Headline = 1 << 23,
}
