// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages.French;
using Dixit.Mentions;
using Dixit.Tokens;
using Xunit;

namespace Dixit.Tests.Mentions;

public sealed class NounPhraseFinderTests
{
    private static readonly FrenchLanguage French = new();
    private static readonly Tokenizer Cutter = new(French.Lexicon);
    private static readonly NounPhraseFinder Finder = new(French.Phrases);

    [Theory]
    [InlineData("Hier, le ministre de la Mer a parlé.", "le ministre de la Mer", "Role")]
    [InlineData("Selon le président Ostin Varel, tout va.", "le président Ostin Varel", "PersonName")]
    [InlineData("Puis M. Varel est parti.", "M. Varel", "PersonName")]
    [InlineData("D'après Me Ana de Brize, tout va.", "Me Ana de Brize", "PersonName")]
    [InlineData("Ici travaille Jean-Noël Tasquin.", "Jean-Noël Tasquin", "PersonName")]
    [InlineData("Tout va, a dit celui-ci.", "celui-ci", "Pronoun")]
    [InlineData("Tout va, a-t-il dit.", "-t-il", "Pronoun")]
    [InlineData("Nous partons mercredi 23 mars.", "mercredi 23 mars", "Time")]
    public void Find_Phrase_HasItsBoundsAndKind(string text, string expected, string kind)
    {
        var tokens = Cutter.Tokenize(text);
        var phrases = Finder.Find(tokens);
        var found = Enumerable.Range(0, phrases.Count).Select(i => phrases[i]).Select(p => (Text(tokens, p.Range), p.Kind.ToString()));
        Assert.Contains((expected, kind), found);
    }

    [Fact]
    public void Find_SentenceInitialAdverb_IsNoName()
    {
        var tokens = Cutter.Tokenize("Cependant, Tasquin part. Tasquin le sait.");
        var phrases = Finder.Find(tokens);
        Assert.Equal(["Tasquin", "Tasquin"], Enumerable.Range(0, phrases.Count).Select(i => Text(tokens, phrases[i].Range)));
    }

    private static string Text(TokenList tokens, TokenRange range) => tokens.Text[tokens.Span(range).Start..tokens.Span(range).End];
}
