// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using Dixit.Reading;

namespace Dixit.Cli.Extracting;

/// <summary>Writes a whole run as one JSON object: the documents as they come, then the problems and the counts.</summary>
internal sealed class JsonObjectWriter(Stream output)
{
    private readonly List<ReadProblem> _problems = [];
    private bool _isBegun;

    /// <summary>Writes a document.</summary>
    /// <param name="line">Its object of the output contract, with or without a line feed.</param>
    public void AddDocument(ReadOnlyMemory<byte> line)
    {
        output.Write(_isBegun ? ",\n"u8 : "{\"documents\":[\n"u8);
        _isBegun = true;
        output.Write(line.Span.TrimEnd((byte)'\n'));
    }

    /// <summary>Keeps a problem for the end.</summary>
    public void AddProblem(ReadProblem problem) => _problems.Add(problem);

    /// <summary>Closes the object.</summary>
    public void Finish(RunReport report)
    {
        output.Write(_isBegun ? "\n],"u8 : "{\"documents\":[],"u8);
        // Members of the object that is already open, so written as an object of its own without its opening brace.
        using var members = new MemoryStream();
        using (var json = new Utf8JsonWriter(members, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("problems");
            foreach (var problem in _problems)
                WriteProblem(json, problem);
            json.WriteEndArray();
            json.WriteStartObject("counts");
            json.WriteNumber("documents", report.Documents);
            json.WriteNumber("attributions", report.Attributions);
            json.WriteNumber("speakers", report.Speakers);
            json.WriteNumber("problems", report.Problems);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write(members.GetBuffer().AsSpan(1, (int)members.Length - 1));
        output.WriteByte((byte)'\n');
    }

    private static void WriteProblem(Utf8JsonWriter json, ReadProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("code", problem.Code);
        json.WriteString("message", problem.Message);
        json.WriteString("path", problem.Path);
        WriteNumber(json, "line", problem.Line);
        WriteNumber(json, "column", problem.Column);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
