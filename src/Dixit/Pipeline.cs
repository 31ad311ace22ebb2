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
    private readonly Lazy<LanguageIdentifier> _identifier = new(() => new LanguageIdentifier());
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
        if (document.Language is { } stated)
            return StagesOf(stated) is { } stages ? Analyse(document, stages) : SetAside(document, stated, $"set aside: language {stated} is not read yet");
        // The text itself tells best; what a page declares may be the language of its template.
        var named = _identifier.Value.Identify(document.Text);
        if (named is null && !string.IsNullOrWhiteSpace(document.Text))
        {
            foreach (var (_, known) in _languages)
            {
                if (known.Value.Recognises(document.Text))
                    return Analyse(document, known.Value);
            }

            named = document.DeclaredLanguage;
        }

        // A few words look like many a language: where that would set them aside, what is declared counts if they have words of it.
        if (named is not null && StagesOf(named) is null && document.DeclaredLanguage is { } declared && StagesOf(declared) is { } likely && likely.Recognises(document.Text))
            return Analyse(document, likely);

        if (named is not null)
            return StagesOf(named) is { } stages ? Analyse(document, stages) : SetAside(document, named, $"set aside: the text is in {LanguageNames.Of(named)} ({named}), which is not read yet");
        return SetAside(document, null, string.IsNullOrWhiteSpace(document.Text) ? "set aside: no text" : "set aside: no language that is read was recognised");
    }

    private LanguagePipeline? StagesOf(string language)
    {
        foreach (var (code, stages) in _languages)
        {
            if (LanguageTag.Matches(language, code))
                return stages.Value;
        }

        return null;
    }

    private Analysis Analyse(Document document, LanguagePipeline stages) =>
        stages.Analyse(document, TextDamage.Find(document.Text, stages.Code, _identifier.Value));

    private static Analysis SetAside(Document document, string? language, string reason) =>
        new() { Document = document, Language = language, Published = document.Published, Notes = [.. document.Notes, reason] };
}
