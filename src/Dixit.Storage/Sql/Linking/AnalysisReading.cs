// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>The words of an analysis that are compared and looked for, read. Immutable.</summary>
internal sealed class AnalysisReading
{
    private readonly StatementReader _reader;
    private readonly Document _document;
    private readonly string? _language;
    private readonly Dictionary<(TextSpan Span, QuotationKind Kind), StatementText> _contents = [];

    public AnalysisReading(Analysis analysis, StatementReader reader)
    {
        (_reader, _document, _language) = (reader, analysis.Document, analysis.Language);
        Heading = Headings.Words(reader.Read(Headings.Find(_document.Title, _document.Text), _language));
        foreach (var attribution in analysis.Attributions)
        {
            foreach (var span in attribution.Content)
                _contents.TryAdd((span, attribution.Kind), Read(span, attribution.Kind));
        }
    }

    /// <summary>The stems and the words of the heading.</summary>
    public IReadOnlyList<string> Heading { get; }

    /// <summary>A content. One that the analysis did not have, as after a correction, is read now.</summary>
    public StatementText Content(TextSpan span, QuotationKind kind) => _contents.TryGetValue((span, kind), out var text) ? text : Read(span, kind);

    private StatementText Read(TextSpan span, QuotationKind kind) => _reader.Read(_document[span].ToString(), _language, kind);
}
