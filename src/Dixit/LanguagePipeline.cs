// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit;

/// <summary>The stages of one language in their order. Immutable, so safe for many threads.</summary>
internal sealed class LanguagePipeline(Language language)
{
    private readonly Tokenizer _tokenizer = new(language.Lexicon);
    private readonly QuotedSpanFinder _quotedSpans = new();
    private readonly SentenceSplitter _sentences = new();
    private readonly NounPhraseFinder _nounPhrases = new(language.Phrases);
    private readonly Attributor _attributor = new(language);
    private readonly LanguageRecogniser _recogniser = new(language.Lexicon);

    public string Code => language.Code;

    /// <summary>Whether the text is in the language, by its commonest words.</summary>
    public bool Recognises(string text) => _recogniser.Recognises(text);

    public Analysis Analyse(Document document)
    {
        var tokens = _tokenizer.Tokenize(document.Text);
        var quotations = _quotedSpans.Find(tokens);
        var sentences = _sentences.Split(tokens, quotations);
        var phrases = _nounPhrases.Find(tokens);
        var furniture = new bool[tokens.Count];
        var drafts = _attributor.Attribute(tokens, quotations, sentences, phrases, furniture);
        return new AnalysisAssembler(document, tokens, quotations, sentences).Assemble(drafts, language.Code);
    }
}
