// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Documents;
using Dixit.Reading.Dates;

namespace Dixit.Reading.Formats;

/// <summary>The fields of one record as they stand, before anything is made of them.</summary>
internal struct Record
{
    private string? _id;
    private string? _text;
    private string? _title;
    private string? _outlet;
    private string? _published;
    private string? _language;
    private string? _languageShort;
    private string? _uri;

    /// <summary>Whether there is a field <c>text</c>.</summary>
    public readonly bool HasText => _text is not null;

    /// <summary>Reads an object; fields that are not known are passed over.</summary>
    /// <param name="reader">On the start of the object; afterwards on its end, whether or not there was a fault.</param>
    /// <param name="record">What was read.</param>
    /// <param name="fault">The first field of the wrong type, or null.</param>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public static void Read(ref Utf8JsonReader reader, out Record record, out RecordFault? fault)
    {
        record = default;
        fault = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Read(ref reader);
            reader.Read();
            switch (name)
            {
                case "id": record._id = reader.TokenType == JsonTokenType.Number ? JsonText.Raw(ref reader) : ReadString(ref reader, name, ref fault); break;
                case "text": record._text = ReadString(ref reader, name, ref fault); break;
                case "title": record._title = ReadString(ref reader, name, ref fault); break;
                case "outlet": record._outlet = ReadString(ref reader, name, ref fault); break;
                case "published": record._published = ReadString(ref reader, name, ref fault); break;
                case "language": record._language = ReadString(ref reader, name, ref fault); break;
                case "lang": record._languageShort = ReadString(ref reader, name, ref fault); break;
                case "uri": record._uri = ReadString(ref reader, name, ref fault); break;
                default: reader.Skip(); break;
            }
        }
    }

    /// <summary>The document of the record.</summary>
    /// <param name="source">Where it stands.</param>
    /// <param name="line">The line where it starts.</param>
    /// <param name="isWhole">Whether it is all of its input, so that results need no line.</param>
    /// <param name="ownId">The id where the record gives none.</param>
    /// <param name="encodingNote">What was assumed of the encoding, or null.</param>
    public readonly ReadResult ToResult(InputSource source, int line, bool isWhole, string ownId, string? encodingNote)
    {
        if (_text is null)
            return ReadResult.Of(ReadProblems.ReportNoTextField(source.Path, line));
        if (string.IsNullOrWhiteSpace(_text))
            return ReadResult.Of(ReadProblems.ReportEmptyTextField(source.Path, line));

        ReadProblem? dateProblem = null;
        var published = source.Options.Published;
        if (Given(_published) is { } value)
        {
            if (IsoDate.TryRead(value, out var day))
                published = day;
            else
                dateProblem = ReadProblems.ReportInvalidDate(source.Path, value, line);
        }

        var uri = Given(_uri);
        var document = new Document(Given(_id) ?? uri ?? ownId, _text)
        {
            Uri = uri,
            Title = Given(_title),
            Outlet = Given(_outlet) ?? source.Options.Outlet,
            Published = published,
            PublishedAt = Given(_published) is { } written && WrittenMoment.TryRead(written, DateOrder.Unknown, out var moment) && moment.Time is not null && moment.Day == published ? moment : null,
            Language = Given(_language) ?? Given(_languageShort),
            Notes = DocumentNotes.Of(encodingNote, _text, dateProblem),
        };
        return ReadResult.Of(document, source.Path, isWhole ? null : line);
    }

    // Exporters write what they do not know as null or as "".
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string? ReadString(ref Utf8JsonReader reader, string name, ref RecordFault? fault)
    {
        if (reader.TokenType == JsonTokenType.String)
            return JsonText.Read(ref reader);
        if (reader.TokenType != JsonTokenType.Null)
        {
            fault ??= new RecordFault($"field \"{name}\"", JsonText.NameOf(reader.TokenType), "a string", reader.TokenStartIndex);
            reader.Skip();
        }

        return null;
    }
}
