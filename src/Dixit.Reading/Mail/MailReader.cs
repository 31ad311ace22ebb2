// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Documents;
using Dixit.Reading.Encodings;
using Dixit.Reading.Feeds;
using Dixit.Reading.Formats;

namespace Dixit.Reading.Mail;

/// <summary>Messages (<c>.eml</c>), and pages that a browser saved as one file (MHTML), which are messages too.</summary>
internal sealed class MailReader : FormatReader
{
    private const int MostDepth = 16;

    private static readonly string[] _names = ["from:", "to:", "date:", "subject:", "received:", "return-path:", "message-id:", "mime-version:", "content-type:", "delivered-to:", "snapshot-content-location:"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings { get; } = [".eml", ".mht", ".mhtml"];

    /// <summary>Whether three of the lines that messages begin with are there, before anything else.</summary>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        var known = 0;
        foreach (var line in Encoding.Latin1.GetString(head).Split('\n'))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t' && known > 0)
                continue;
            if (line.IndexOf(':') is not (> 0 and var colon) || line.AsSpan(0, colon).ContainsAnyExceptInRange('!', '~'))
                break;
            if (Array.Exists(_names, name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) && ++known == 3)
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        yield return ReadOne(source);
    }

    private static ReadResult ReadOne(InputSource source)
    {
        if (source.ReadAll() is not { } bytes)
            return ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, null));
        var message = MimePart.Read(bytes);
        if (message.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && !message.Parts().Any())
            return ReadResult.Of(ReadProblems.ReportBrokenMail(source.Path, "the parts of the message cannot be told apart"));
        var found = new Found();
        Find(message, found, 0);
        if (found.Html is { } html && PageAddress(message, html) is { } address)
            return PageReading.Read(html.Decode(), source with { Url = address, ContentType = html["Content-Type"] });
        return ReadMail(message, found, source);
    }

    // A saved page has an address; a mail has none.
    private static string? PageAddress(MimePart message, MimePart html)
    {
        var address = message["Snapshot-Content-Location"] ?? html["Content-Location"] ?? message["Content-Location"];
        return address?.Trim('<', '>', ' ') is { } trimmed && trimmed.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? trimmed : null;
    }

    private static ReadResult ReadMail(MimePart message, Found found, InputSource source)
    {
        var plain = found.Plain is null ? null : PlainText(found.Plain);
        var isPlain = !string.IsNullOrWhiteSpace(plain);
        var content = isPlain ? plain : found.Html is null ? null : Decode(found.Html);
        if (content is null)
            return ReadResult.Of(ReadProblems.ReportNoTextIn(source.Path, "the message has no text in it"));
        return new FeedArticle
        {
            OwnId = message["Message-ID"]?.Trim('<', '>', ' '),
            IsNamedById = true,
            Title = message.Words("Subject"),
            Outlet = SenderOf(message),
            Language = message["Content-Language"]?.Split(',')[0].Trim(),
            Published = message["Date"],
            Content = content,
            IsHtml = !isPlain,
        }.ToResult(source, null, null, null);
    }

    /// <summary>The first text of each kind that is there to be read.</summary>
    private static void Find(MimePart part, Found found, int depth)
    {
        if (part.IsAttachment || depth > MostDepth)
            return;
        if (part.MediaType.StartsWith("multipart/", StringComparison.Ordinal))
        {
            foreach (var inner in part.Parts())
                Find(inner, found, depth + 1);
        }
        else if (part.MediaType == "text/plain")
        {
            found.Plain ??= part;
        }
        else if (part.MediaType is "text/html" or "application/xhtml+xml")
        {
            found.Html ??= part;
        }
    }

    private static string Decode(MimePart part)
    {
        var bytes = part.Decode().Span;
        return NamedEncodings.Find(part.Parameter("charset")) is { } named
            ? named.GetString(bytes)
            : TextDecoder.Decode(bytes).Text ?? Encoding.UTF8.GetString(bytes);
    }

    // RFC 3676: a line that ends with a space goes on in the next one.
    private static string PlainText(MimePart part)
    {
        var text = Decode(part).ReplaceLineEndings("\n");
        if (part.Parameter("format")?.Equals("flowed", StringComparison.OrdinalIgnoreCase) != true)
            return text.Trim('\n');
        var dropsSpace = part.Parameter("delsp")?.Equals("yes", StringComparison.OrdinalIgnoreCase) == true;
        var flowed = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            // A space in front keeps a line from being taken for a quotation.
            var shown = line.StartsWith(' ') ? line[1..] : line;
            if (shown.EndsWith(' ') && shown != "-- ")
                flowed.Append(dropsSpace ? shown.AsSpan(0, shown.Length - 1) : shown);
            else
                flowed.Append(shown).Append('\n');
        }

        return flowed.ToString().Trim('\n');
    }

    // Le Phare <lettre@phare.example>
    private static string? SenderOf(MimePart message)
    {
        if (message.Words("From") is not { } sender)
            return null;
        var name = sender.IndexOf('<') is > 0 and var open ? sender[..open].Trim(' ', '"') : null;
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }

    private sealed class Found
    {
        public MimePart? Plain { get; set; }

        public MimePart? Html { get; set; }
    }
}
