// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Languages.French;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Tests.Mentions;

/// <summary>A text whose sources are marked <c>[…]</c>, resolved: each source becomes a draft in the order of the text.</summary>
internal sealed class Resolved
{
    private static readonly FrenchLanguage French = new();
    private static readonly Tokenizer Cutter = new(French.Lexicon);
    private static readonly NounPhraseFinder Finder = new(French.Phrases);

    public Resolved(string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var tokens = Cutter.Tokenize(text);
        var quotations = new QuotedSpanFinder().Find(tokens);
        var sentences = new SentenceSplitter().Split(tokens, quotations);
        var passed = 0;
        for (var open = marked.IndexOf('[', StringComparison.Ordinal); open >= 0; open = marked.IndexOf('[', open + 1))
        {
            var close = marked.IndexOf(']', open);
            var first = tokens.IndexAtOrAfter(open - passed);
            var end = tokens.IndexAtOrAfter(close - passed - 1);
            Drafts.Add(new AttributionDraft { Content = [new TokenRange(first, end)], Source = new TokenRange(first, end), Rule = "test" });
            passed += 2;
        }

        Coreference = new CoreferenceResolver().Resolve(tokens, sentences, Finder.Find(tokens), Drafts, new MentionSetting(static _ => false, token => quotations.InnermostAt(token) >= 0));
    }

    public List<AttributionDraft> Drafts { get; } = [];

    public Coreference Coreference { get; }

    public string?[] Names => [.. Drafts.Select(draft => draft.Chain < 0 ? null : Coreference.Speakers[draft.Chain].Name)];

    public Speaker Speaker(int draft) => Coreference.Speakers[Drafts[draft].Chain];
}
