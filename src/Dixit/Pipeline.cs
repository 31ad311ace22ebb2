// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Languages;
using Dixit.Statements;

namespace Dixit;

/// <summary>Text in, attributions out. Built once by <see cref="PipelineBuilder"/>, then frozen.</summary>
/// <remarks>Safe to use from many threads at once.</remarks>
public sealed class Pipeline
{
    private readonly (string Code, Lazy<LanguagePipeline> Stages)[] _languages; // a language's words are read when a document first needs them
    private readonly Lazy<StatementReader> _statements;
    private readonly Lazy<ConfidenceModel> _confidence = new(() => new ConfidenceModel());

    internal Pipeline(IEnumerable<(string Code, Func<Language> Language)> languages)
    {
        _languages = [.. languages.Select(known => (known.Code, new Lazy<LanguagePipeline>(() => new LanguagePipeline(known.Language()))))];
        _statements = new Lazy<StatementReader>(() => new StatementReader(_languages.Select(known => (known.Code, (Func<Language>)(() => known.Stages.Value.Language)))));
    }

    /// <summary>Reads wordings for comparison in the same languages, made on first use.</summary>
    public StatementReader Statements => _statements.Value;

    /// <summary>What makes up the confidence of an attribution, in weights of the logarithm of the odds.</summary>
    /// <exception cref="ArgumentNullException">The attribution is null.</exception>
    public IReadOnlyList<ConfidenceFactor> ExplainConfidence(Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        return _confidence.Value.Explain(attribution);
    }

    /// <summary>Analyses one document: the same input gives the same output. No input throws.</summary>
    /// <remarks>A document in a language that is not known is set aside: no attributions, and a note that says so.</remarks>
    /// <exception cref="ArgumentNullException">The document is null.</exception>
    public Analysis Analyse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var (code, stages) in _languages)
        {
            if (LanguageTag.Matches(document.Language, code) || (document.Language is null && stages.Value.Recognises(document.Text)))
                return stages.Value.Analyse(document);
        }

        var reason = document.Language is { } stated
            ? $"set aside: language {stated} is not read yet"
            : string.IsNullOrWhiteSpace(document.Text) ? "set aside: no text" : "set aside: no language that is read was recognised";
        return new Analysis { Document = document, Language = document.Language, Published = document.Published, Notes = [.. document.Notes, reason] };
    }
}
