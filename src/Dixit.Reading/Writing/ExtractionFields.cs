// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Dixit.Reading.Writing;

/// <summary>The field names of the output contract, encoded once.</summary>
internal static class ExtractionFields
{
    public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    public static readonly JsonEncodedText Uri = JsonEncodedText.Encode("uri");
    public static readonly JsonEncodedText Language = JsonEncodedText.Encode("language");
    public static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
    public static readonly JsonEncodedText Outlet = JsonEncodedText.Encode("outlet");
    public static readonly JsonEncodedText Published = JsonEncodedText.Encode("published");
    public static readonly JsonEncodedText Modified = JsonEncodedText.Encode("modified");
    public static readonly JsonEncodedText PublishedAt = JsonEncodedText.Encode("publishedAt");
    public static readonly JsonEncodedText ModifiedAt = JsonEncodedText.Encode("modifiedAt");
    public static readonly JsonEncodedText Blocks = JsonEncodedText.Encode("blocks");
    public static readonly JsonEncodedText Words = JsonEncodedText.Encode("words");
    public static readonly JsonEncodedText At = JsonEncodedText.Encode("at");
    public static readonly JsonEncodedText Authors = JsonEncodedText.Encode("authors");
    public static readonly JsonEncodedText Notes = JsonEncodedText.Encode("notes");
    public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    public static readonly JsonEncodedText Furniture = JsonEncodedText.Encode("furniture");
    public static readonly JsonEncodedText Attributions = JsonEncodedText.Encode("attributions");
    public static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    public static readonly JsonEncodedText End = JsonEncodedText.Encode("end");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Parent = JsonEncodedText.Encode("parent");
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");
    public static readonly JsonEncodedText Cue = JsonEncodedText.Encode("cue");
    public static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    public static readonly JsonEncodedText Speaker = JsonEncodedText.Encode("speaker");
    public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    public static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    public static readonly JsonEncodedText Gender = JsonEncodedText.Encode("gender");
    public static readonly JsonEncodedText Aliases = JsonEncodedText.Encode("aliases");
    public static readonly JsonEncodedText Via = JsonEncodedText.Encode("via");
    public static readonly JsonEncodedText Addressee = JsonEncodedText.Encode("addressee");
    public static readonly JsonEncodedText Occasion = JsonEncodedText.Encode("occasion");
    public static readonly JsonEncodedText Place = JsonEncodedText.Encode("place");
    public static readonly JsonEncodedText Said = JsonEncodedText.Encode("said");
    public static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
    public static readonly JsonEncodedText To = JsonEncodedText.Encode("to");
    public static readonly JsonEncodedText Act = JsonEncodedText.Encode("act");
    public static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");
    public static readonly JsonEncodedText Statement = JsonEncodedText.Encode("statement");
    public static readonly JsonEncodedText Quality = JsonEncodedText.Encode("quality");
    public static readonly JsonEncodedText ReadFrom = JsonEncodedText.Encode("readFrom");
    public static readonly JsonEncodedText CopyOf = JsonEncodedText.Encode("copyOf");
    public static readonly JsonEncodedText Copies = JsonEncodedText.Encode("copies");
    public static readonly JsonEncodedText Document = JsonEncodedText.Encode("document");
    public static readonly JsonEncodedText Share = JsonEncodedText.Encode("share");
    public static readonly JsonEncodedText Rule = JsonEncodedText.Encode("rule");
}
