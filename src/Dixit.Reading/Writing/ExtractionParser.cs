// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json;
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Reading.Writing;

/// <summary>Makes an analysis of one object of the output contract.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> for what does not fit the contract; <see cref="ExtractionReader"/> makes a problem of it.</remarks>
internal sealed class ExtractionParser
{
    private readonly string _text;
    private readonly CodePointOffsets _offsets;

    private ExtractionParser(string text)
    {
        _text = text;
        _offsets = new CodePointOffsets(text);
    }

    public static Analysis Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException("the line is not an object");
        var published = ReadDate(root, "published");
        var id = ReadString(root, "id");
        var text = ReadString(root, "text") ?? throw Missing("text");
        var parser = new ExtractionParser(text);
        var document = new Document(string.IsNullOrEmpty(id) ? throw Missing("id") : id, text)
        {
            Uri = ReadString(root, "uri"),
            Title = ReadString(root, "title"),
            Outlet = ReadString(root, "outlet"),
            Published = published,
            Modified = ReadDate(root, "modified"),
            PublishedAt = ReadMoment(root, "publishedAt"),
            ModifiedAt = ReadMoment(root, "modifiedAt"),
            Authors = ReadStrings(root, "authors"),
            Blocks = ReadEach(root, "blocks", parser.ReadBlock),
            Language = ReadString(root, "language"),
            Notes = ReadStrings(root, "notes"),
        };
        if (Find(root, "attributions") is null)
            throw new InvalidDataException("\"attributions\" is missing: this is an article to be read, not what was found in one");
        var attributions = ReadEach(root, "attributions", parser.ReadAttribution);
        return new Analysis
        {
            Document = document,
            Language = document.Language,
            Published = published,
            Notes = document.Notes,
            Furniture = ReadEach(root, "furniture", parser.ReadFurniture),
            Attributions = attributions,
            Speakers = [.. attributions.Select(attribution => attribution.Speaker).OfType<Speaker>().Distinct(SameSpeaker.Instance)],
        };
    }

    private Furniture ReadFurniture(JsonElement element) =>
        new(ReadSpan(element), ReadString(element, "kind") ?? throw Missing("kind"), "");

    private TextBlock ReadBlock(JsonElement element)
    {
        if (!ExtractionNames.TryRead(ReadString(element, "kind"), out BlockKind kind))
            throw Unknown("kind");
        var span = ReadSpan(element);
        var block = new TextBlock(span, kind) { At = ReadMoment(element, "at"), Uri = ReadString(element, "uri") };
        if (Find(element, "words") is { } words)
            block = block with { Words = ReadSpan(words) };
        if (Find(element, "source") is { } source)
            block = block with { Source = ReadSpan(source) };
        return span.Contains(block.Words) && (block.Source is not { } name || span.Contains(name)) ? block : throw new InvalidDataException("the words or the source of a block do not lie in it");
    }

    private Attribution ReadAttribution(JsonElement element)
    {
        if (!ExtractionNames.TryRead(ReadString(element, "type"), out QuotationKind kind))
            throw Unknown("type");
        if (!ExtractionNames.TryRead(ReadString(element, "act"), out SpeechAct act))
            throw Unknown("act");
        var content = ReadEach(element, "content", ReadSpan);
        if (content.Count == 0)
            throw new InvalidDataException("an attribution has no content");
        return new Attribution
        {
            Id = ReadNumber(element, "id"),
            Parent = Find(element, "parent") is null ? null : ReadNumber(element, "parent"),
            Kind = kind,
            Content = ReadContent(content),
            Cue = Find(element, "cue") is { } cue ? ReadSpan(cue) : null,
            Source = Find(element, "source") is { } source ? ReadSpan(source) : null,
            Speaker = Find(element, "speaker") is { } speaker ? ReadSpeaker(speaker) : null,
            Via = ReadStrings(element, "via"),
            Addressee = ReadString(element, "addressee"),
            Occasion = ReadString(element, "occasion"),
            Place = ReadString(element, "place"),
            Said = Find(element, "said") is { } said ? ReadDays(said) : null,
            Act = act,
            Evidence = new Evidence(ReadString(element, "rule") ?? throw Missing("rule"), ReadConfidence(element)),
        };
    }

    private static SpanList ReadContent(IReadOnlyList<TextSpan> spans)
    {
        try
        {
            return SpanList.Of(spans);
        }
        catch (ArgumentException)
        {
            throw new InvalidDataException("two spans of one content overlap");
        }
    }

    private static Speaker ReadSpeaker(JsonElement element)
    {
        if (!ExtractionNames.TryRead(ReadString(element, "kind"), out SpeakerKind kind))
            throw Unknown("kind");
        var gender = Gender.Unknown;
        if (ReadString(element, "gender") is { } name && !ExtractionNames.TryRead(name, out gender))
            throw Unknown("gender");
        return new Speaker(ReadString(element, "name") ?? throw Missing("name"), kind)
        {
            Role = ReadString(element, "role"),
            Gender = gender,
            Aliases = ReadStrings(element, "aliases"),
        };
    }

    private static DateRange ReadDays(JsonElement element)
    {
        var days = new DateRange(ReadDate(element, "from") ?? throw Missing("from"), ReadDate(element, "to") ?? throw Missing("to"));
        return days.From <= days.To ? days : throw new InvalidDataException("\"said\" ends before it starts");
    }

    private TextSpan ReadSpan(JsonElement element)
    {
        int start = ReadNumber(element, "start"), end = ReadNumber(element, "end");
        if (start < 0 || end < start || end > _offsets.Length)
            throw new InvalidDataException($"the span {start} to {end} does not lie in the text, which has {_offsets.Length} code points");
        var span = new TextSpan(_offsets.ToUtf16(start), _offsets.ToUtf16(end));
        if (ReadString(element, "text") is { } text && !_text.AsSpan(span.Start, span.Length).SequenceEqual(text))
            throw new InvalidDataException($"the text of the span {start} to {end} is not what stands there; offsets count code points");
        return span;
    }

    private static List<T> ReadEach<T>(JsonElement element, string name, Func<JsonElement, T> read)
    {
        var values = new List<T>();
        if (Find(element, name) is not { } array)
            return values;
        if (array.ValueKind != JsonValueKind.Array)
            throw Wrong(name, "an array");
        foreach (var item in array.EnumerateArray())
            values.Add(read(item));
        return values;
    }

    private static double ReadConfidence(JsonElement element) =>
        Find(element, "confidence") is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var confidence) && confidence is >= 0 and <= 1
            ? confidence
            : throw Wrong("confidence", "a number from 0 to 1");

    private static int ReadNumber(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : throw Wrong(name, "a whole number");

    private static DateOnly? ReadDate(JsonElement element, string name)
    {
        if (ReadString(element, name) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong(name, "a date such as 2022-03-23");
    }

    private static Moment? ReadMoment(JsonElement element, string name)
    {
        if (ReadString(element, name) is not { } text)
            return null;
        return Moment.TryParse(text, out var moment) ? moment : throw Wrong(name, "a time such as 2022-03-23T08:05+01:00");
    }

    private static IReadOnlyList<string> ReadStrings(JsonElement element, string name)
    {
        if (Find(element, name) is not { } array)
            return [];
        if (array.ValueKind != JsonValueKind.Array)
            throw Wrong(name, "an array of strings");
        return [.. array.EnumerateArray().Select(item => ReadValue(item, name))];
    }

    private static string? ReadString(JsonElement element, string name) =>
        Find(element, name) is { } value ? ReadValue(value, name) : null;

    private static string ReadValue(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw Wrong(name, "a string");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new InvalidDataException($"\"{name}\" has a character in it that is not valid Unicode");
        }
    }

    /// <summary>The field's value, or null where it is not there or is null.</summary>
    private static JsonElement? Find(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException($"where \"{name}\" is looked for is no object");
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private static InvalidDataException Missing(string name) => new($"\"{name}\" is missing");

    private static InvalidDataException Unknown(string name) => new($"\"{name}\" has a value that the contract does not know");

    private static InvalidDataException Wrong(string name, string expected) => new($"\"{name}\" is not {expected}");
}
