// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Circumstances;
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
    private readonly NounPhraseFinder _nounPhrases = new(language.Phrases, language.Grammar.HeadFinal);
    private readonly Attributor _attributor = new(language);
    private readonly FurnitureFinder _furniture = new(language);
    private readonly ArticleDate _articleDate = new(language);
    private readonly SaidDates _saidDates = new(language);
    private readonly ActClassifier _acts = new(language);
    private readonly ViaFinder _via = new(language);
    private readonly Surroundings _surroundings = new(language);
    private readonly CoreferenceResolver _coreference = new();
    private readonly ConfidenceModel _confidence = new();
    private readonly LanguageRecogniser _recogniser = new(language.Lexicon);

    public string Code => language.Code;

    public Language Language => language;

    /// <summary>Whether the text is in the language, by its commonest words.</summary>
    public bool Recognises(string text) => _recogniser.Recognises(text);

    /// <summary>Runs the stages.</summary>
    /// <param name="document">The document.</param>
    /// <param name="damage">What is known to be wrong with its text, for the notes.</param>
    public Analysis Analyse(Document document, IReadOnlyList<string> damage)
    {
        var tokens = _tokenizer.Tokenize(document.Text);
        var quotations = _quotedSpans.Find(tokens);
        var sentences = _sentences.Split(tokens, quotations);
        var phrases = _nounPhrases.Find(tokens);
        var furnitureFound = _furniture.Find(document, tokens);
        var furniture = Mask(tokens, furnitureFound);
        var published = _articleDate.Find(document, tokens, furnitureFound);
        var blocks = BlockList.Of(document.Blocks, tokens);
        var drafts = _attributor.Attribute(tokens, quotations, sentences, phrases, furniture, blocks);
        var coreference = _coreference.Resolve(tokens, sentences, phrases, drafts, new MentionSetting(token => furniture[token], token => quotations.InnermostAt(token) >= 0));
        // What a speaker says of his own saying is part of what he says.
        drafts.RemoveAll(draft => draft is { Chain: >= 0, Parent: { } parent } && draft.Chain == parent.Chain && !IsPronoun(phrases, draft.SourceHead));
        var owners = new ContentOwners(tokens.Count, drafts);
        var findings = new Findings(
            drafts,
            coreference,
            furnitureFound,
            published,
            _saidDates.Find(tokens, sentences, drafts, owners, published, blocks),
            _acts.Classify(tokens, drafts),
            _via.Find(tokens, sentences, phrases, drafts, owners, coreference.Speakers),
            _surroundings.Find(tokens, sentences, phrases, drafts, owners));
        return new AnalysisAssembler(document, tokens, quotations, sentences, furniture, _confidence).Assemble(findings, language.Code, damage);
    }

    // A pronoun in the third person inside a quotation is more likely another's than the speaker's own.
    private static bool IsPronoun(NounPhraseList phrases, int head) => phrases.IndexAt(head) is var index && (index < 0 || phrases[index].Kind == PhraseKind.Pronoun);

    private static bool[] Mask(TokenList tokens, IReadOnlyList<Furniture> furniture)
    {
        var mask = new bool[tokens.Count];
        foreach (var piece in furniture)
        {
            for (var i = tokens.IndexAtOrAfter(piece.Span.Start); i < tokens.Count && tokens.Span(i).Start < piece.Span.End; i++)
                mask[i] = true;
        }

        return mask;
    }
}
