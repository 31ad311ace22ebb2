// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Xml;
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Feeds;

/// <summary>Reads lists of feeds (OPML), and what a feed says of itself.</summary>
public static class FeedList
{
    /// <summary>The addresses of the feeds in a list, each once and in its order; null where the bytes are no such list.</summary>
    public static IReadOnlyList<string>? Read(ReadOnlySpan<byte> bytes)
    {
        if (MarkupDecoder.Decode(bytes, null).Text is not { } text)
            return null;
        try
        {
            using var xml = XmlElements.OpenReader(text);
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "opml")
                return null;
            var feeds = new List<string>();
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "outline" && xml.GetAttribute("xmlUrl")?.Trim() is { Length: > 0 } address && !feeds.Contains(address))
                    feeds.Add(address);
            }

            return feeds;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>How long a feed says that it stays as it is (<c>ttl</c> of RSS, <c>sy:updatePeriod</c>), or null.</summary>
    public static TimeSpan? LifeOf(ReadOnlySpan<byte> bytes)
    {
        if (MarkupDecoder.Decode(bytes, null).Text is not { } text || !text.TrimStart().StartsWith('<'))
            return null;
        try
        {
            using var xml = XmlElements.OpenReader(text);
            TimeSpan? period = null;
            var frequency = 1.0;
            xml.MoveToContent();
            while (xml.Read() && xml.LocalName is not ("item" or "entry"))
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                switch (xml.LocalName)
                {
                    case "ttl" when Number(xml) is { } minutes: return TimeSpan.FromMinutes(Math.Min(minutes, 1e6));
                    case "updatePeriod": period = PeriodOf(xml.ReadString()); break;
                    case "updateFrequency" when Number(xml) is { } number: frequency = number; break;
                }
            }

            return period / frequency;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static double? Number(XmlReader xml) =>
        double.TryParse(xml.ReadString().Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static TimeSpan? PeriodOf(string name) => name.Trim() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => null,
    };
}
