// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Languages;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Statements;

/// <summary>Makes texts ready for comparison. Immutable, so safe for many threads.</summary>
/// <remarks>It is had from <see cref="Pipeline.Statements"/>, whose words it shares.</remarks>
public sealed class StatementReader
{
    private readonly (string Code, Lazy<StatementVocabulary> Words)[] _languages; // read when first asked for
    private readonly QuotedSpanFinder _quotedSpans = new();
    private readonly SentenceSplitter _sentences = new();

    /// <param name="languages">The languages by their codes, each made when its words are first asked for.</param>
    internal StatementReader(IEnumerable<(string Code, Func<Language> Language)> languages) =>
        _languages = [.. languages.Select(known => (known.Code, new Lazy<StatementVocabulary>(() => new StatementVocabulary(known.Language()))))];

    /// <summary>Reads what one content span, or a sentence that somebody claims was said, consists of.</summary>
    /// <param name="text">The words, with or without their document.</param>
    /// <param name="language">BCP 47; null, or one that is not known, is taken for the first language of the pipeline.</param>
    /// <param name="kind">How it was reported.</param>
    public StatementText Read(string text, string? language = null, QuotationKind kind = QuotationKind.Direct)
    {
        ArgumentNullException.ThrowIfNull(text);
        var vocabulary = Vocabulary(language);
        var scan = new StatementScan(vocabulary, vocabulary.Tokenizer.Tokenize(text));
        return new StatementText(text, vocabulary.Language.Code, kind, scan.Run());
    }

    /// <summary>The sentences of a text that stands without its document, such as a claim; outer quote marks are left out.</summary>
    public IReadOnlyList<TextSpan> Sentences(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Vocabulary(language).Tokenizer.Tokenize(text);
        var quotations = _quotedSpans.Find(tokens);
        var sentences = _sentences.Split(tokens, quotations);
        var spans = new List<TextSpan>(sentences.Count);
        for (var s = 0; s < sentences.Count; s++)
        {
            var (first, end) = sentences[s];
            while (end > first && tokens.IsKind(end - 1, TokenKind.QuoteMark) && Unmatched(tokens, quotations, end - 1, first, end))
                end--;
            while (first < end && tokens.IsKind(first, TokenKind.QuoteMark))
                first++;
            var words = false;
            for (var i = first; i < end && !words; i++)
                words = tokens.IsWord(i);
            if (words)
                spans.Add(tokens.Span(first, end));
        }

        return spans;
    }

    /// <summary>In what fields of public life a role is held.</summary>
    internal SpeakerField Field(string role)
    {
        var field = SpeakerField.None;
        foreach (var (_, words) in _languages)
        {
            var vocabulary = words.Value;
            var tokens = vocabulary.Tokenizer.Tokenize(role);
            for (var i = 0; i < tokens.Count;)
            {
                var found = vocabulary.Fields.TryMatch(tokens, i, tokens.Count, out var match);
                if (found)
                    field |= match.Kind;
                i += found ? match.Length : 1; // « directrice générale » is no general
            }

            // A role is worded in one language; words of the next would be false friends.
            if (field != SpeakerField.None)
                break;
        }

        return field;
    }

    // A closing mark whose opening one stands inside the sentence, after its first word, is part of it.
    private static bool Unmatched(TokenList tokens, QuotationList quotations, int mark, int first, int end)
    {
        var quotation = quotations.ClosingAt(mark);
        return quotation < 0 || quotations[quotation].Open <= first || quotations[quotation].Open >= end || tokens.IsKind(first, TokenKind.QuoteMark);
    }

    private StatementVocabulary Vocabulary(string? language)
    {
        foreach (var known in _languages)
        {
            if (LanguageTag.Matches(language, known.Code))
                return known.Words.Value;
        }

        return _languages[0].Words.Value;
    }
}
