// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Dixit.Reading.Pages;

/// <summary>Reads the names that a site gives its elements: classes, ids and roles, cut into words.</summary>
/// <remarks>Sites of all countries write these names in English, most French ones too. One instance serves one page.</remarks>
internal sealed class ClassWords
{
    private const int LongestName = 400;

    private static readonly FrozenDictionary<string, PageHints> _words = Make();
    private static readonly FrozenDictionary<string, PageHints>.AlternateLookup<ReadOnlySpan<char>> _wordsInText = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, PageHints> _seen = new(StringComparer.Ordinal);

    /// <summary>What the names of an element say.</summary>
    public PageHints HintsOf(IElement element)
    {
        if (element.Attributes.Length == 0)
            return PageHints.None;
        var hints = PageHints.None;
        foreach (var attribute in element.Attributes)
        {
            hints |= attribute.Name switch
            {
                "class" or "id" or "data-testid" or "data-component" or "data-type" => OfName(attribute.Value),
                "role" => OfRole(attribute.Value),
                "itemprop" => OfProperty(attribute.Value),
                "hidden" => PageHints.Hidden,
                "aria-hidden" => attribute.Value == "true" ? PageHints.Hidden : PageHints.None,
                "style" => attribute.Value.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) ? PageHints.Hidden : PageHints.None,
                _ => PageHints.None,
            };
        }

        return hints;
    }

    private static PageHints OfRole(string role) => role switch
    {
        "navigation" or "menu" or "menubar" or "search" or "toolbar" => PageHints.Navigation,
        "complementary" => PageHints.Sidebar,
        "contentinfo" => PageHints.Footer,
        "banner" => PageHints.Header,
        "dialog" or "alertdialog" or "alert" => PageHints.Notice,
        "article" or "main" => PageHints.Article,
        _ => PageHints.None,
    };

    private static PageHints OfProperty(string property) => property switch
    {
        "articleBody" or "reviewBody" => PageHints.Body,
        "headline" or "name" => PageHints.Headline,
        "description" => PageHints.Lead,
        "author" or "creator" or "publisher" => PageHints.Author,
        "datePublished" or "dateModified" => PageHints.Date,
        "caption" => PageHints.Caption,
        "comment" => PageHints.Comments,
        "keywords" => PageHints.Tags,
        "liveBlogUpdate" => PageHints.LiveEntry,
        _ => PageHints.None,
    };

    private PageHints OfName(string name)
    {
        if (name.Length is 0 or > LongestName)
            return PageHints.None;
        if (_seen.TryGetValue(name, out var known))
            return known;
        var hints = PageHints.None;
        foreach (var part in name.AsSpan().SplitAny(' ', '\t', '\n'))
            hints |= OfPart(name.AsSpan(part));
        _seen[name] = hints;
        return hints;
    }

    /// <summary>The hints of one class or id: of its words, and of two words together where they mean more (« article-body »).</summary>
    private static PageHints OfPart(ReadOnlySpan<char> part)
    {
        var hints = PageHints.None;
        Span<char> lower = stackalloc char[64];
        if (part.Length is 0 or > 64)
            return hints;
        var isSubject = false;
        var isText = false;
        bool isLive = false, isUpdate = false;
        var words = 0;
        for (var i = 0; i < part.Length;)
        {
            if (!char.IsAsciiLetter(part[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            while (i < part.Length && char.IsAsciiLetter(part[i]) && !(char.IsAsciiLetterUpper(part[i]) && char.IsAsciiLetterLower(part[i - 1])))
                i++;
            var word = lower[..part[start..i].ToLowerInvariant(lower)];
            words++;
            isSubject |= word is "article" or "story" or "post" or "entry" or "news" or "page" or "single" or "main" or "blog" or "rich" or "art" or "node" or "field";
            isText |= word is "body" or "text" or "content" or "copy" or "texte" or "contenu" or "corps" or "inner" or "paragraph" or "paragraphs";
            isLive |= word is "live";
            isUpdate |= word is "post" or "entry" or "update" or "blog" or "event";
            if (_wordsInText.TryGetValue(word, out var hint))
                hints |= hint;
        }

        if (isText && isSubject)
            hints |= PageHints.Body;
        if (isLive && isUpdate)
            hints |= PageHints.LiveEntry;
        return hints;
    }

    private static FrozenDictionary<string, PageHints> Make()
    {
        var words = new Dictionary<string, PageHints>(StringComparer.Ordinal);
        Add(PageHints.Body, "articlebody storybody articletext articlecontent postcontent entrycontent bodytext bodycopy storytext postbody storycontent richtext prose wysiwyg articlecopy");
        Add(PageHints.Article, "article story post entry hentry");
        Add(PageHints.Navigation, "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager paging toolbar tools skip skiplink jump filariane ariane toc");
        Add(PageHints.Share, "share sharing sharebar sharedaddy social socials sociallinks follow addthis addtoany sharethis partage partager facebook whatsapp print printfriendly");
        Add(PageHints.Related, "related recommended recommendation recommendations recirc recirculation readmore morefrom seealso similar trending popular mostread mostpopular latest teaser teasers promo outbrain taboola zergnet revcontent nextup upnext alsoread lire associes connexe inlinelink readnext furtherreading jetpack yarpp relateds relatedposts relatedarticles relatedlinks crosslink suggestions suggested");
        Add(PageHints.Comments, "comments comment commentlist commentaires commentaire disqus respond livefyre viafoura spotim coral discussion replies");
        Add(PageHints.Advertisement, "ad ads advert advertisement advertising adsense adslot adunit adbox adcontainer sponsor sponsored sponsors dfp gpt promoted publicite pub banner commercial adwrapper partner");
        Add(PageHints.Subscribe, "newsletter newsletters subscribe subscription subscriber signup signin login register registration donate donation membership optin mailchimp abonnement abonnez connexion inscription cta");
        Add(PageHints.Caption, "caption captions figcaption credit credits legende photocredit imagecaption imgcaption wp-caption-text copyright");
        Add(PageHints.Author, "byline bylines author authors authorbox bio biography contributor contributors auteur signature vcard writer reporter");
        Add(PageHints.Date, "date dateline timestamp pubdate datetime published updated publishdate modified");
        Add(PageHints.Tags, "tag tags topics topic keywords kicker eyebrow category categories hashtags taxonomy motscles");
        Add(PageHints.Footer, "footer foot colophon legal disclaimer endnote");
        Add(PageHints.Header, "masthead siteheader topbar");
        Add(PageHints.Sidebar, "sidebar aside rail rightrail rightcol rightcolumn leftrail widget widgets secondary complementary");
        Add(PageHints.Hidden, "hidden visuallyhidden invisible offscreen sronly noprint");
        Add(PageHints.Media, "gallery slideshow carousel video player videoplayer audio podcast lightbox slider brightcove jwplayer media infographic");
        Add(PageHints.Tweet, "tweet twitter bluesky mastodon instagram tiktok fb");
        Add(PageHints.LiveEntry, "liveblog livepost liveentry");
        Add(PageHints.PullQuote, "pullquote pullout exergue");
        Add(PageHints.Paywall, "paywall piano premium regwall meter metered");
        Add(PageHints.Notice, "cookie cookies consent gdpr popup modal overlay dialog tooltip alert notice notification toast survey poll quiz lightbox dropdown interstitial adblock");
        Add(PageHints.Lead, "standfirst chapo chapeau lede dek deck summary abstract subhead subheadline subtitle subheading intro excerpt");
        Add(PageHints.Headline, "headline");
        return words.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(PageHints hint, string list)
        {
            foreach (var word in list.Split(' '))
                words[word] = words.GetValueOrDefault(word) | hint;
        }
    }
}
