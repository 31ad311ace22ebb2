// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Xunit;

namespace Dixit.Tests.Languages;

public sealed class LexiconTests
{
    [Fact]
    public void Find_MoreFormsThanThereWasRoomFor_FindsEachAndNoOther()
    {
        const int count = 140_000; // the table grows once, the list of lexemes several times
        var builder = new Lexicon.Builder();
        for (var i = 0; i < count; i++)
            builder.Add($"mot{i}", i % 2 == 0 ? WordClass.Noun : WordClass.Adverb);
        var lexicon = builder.Build();

        for (var i = 0; i < count; i++)
        {
            var lexeme = lexicon.Find($"Mot{i}");
            Assert.Equal($"mot{i}", lexeme.Form);
            Assert.Equal(i % 2 == 0 ? WordClass.Noun : WordClass.Adverb, lexeme.Classes);
            Assert.Same(Lexeme.Unknown, lexicon.Find($"{i}mot"));
        }
    }

    [Fact]
    public void Find_FormsKeptTogether_AreWhatIsAddedToThemLater()
    {
        const int count = 9_000; // more than have a place of their own
        var builder = new Lexicon.Builder();
        builder.KeepTogether(Enumerable.Range(0, count).Select(i => $"forme{i}"));
        for (var i = 0; i < count; i += 3)
            builder.Add($"forme{i}", WordClass.Noun);
        var lexicon = builder.Build();

        for (var i = 0; i < count; i++)
            Assert.Equal((i % 3 == 0 ? WordClass.Noun : WordClass.None, $"forme{i}"), (lexicon.Find($"FORME{i}").Classes, lexicon.Find($"forme{i}").Form));
    }

    [Theory]
    [InlineData("e\u0301té", "été")]
    [InlineData("L’", "l'")]
    [InlineData("vice‑maire", "vice-maire")]
    public void Find_FormWrittenOtherwise_IsTheListedOne(string written, string listed)
    {
        var builder = new Lexicon.Builder();
        builder.KeepTogether([listed]);
        var lexeme = builder.Add(listed, WordClass.Noun);
        Assert.Same(lexeme, builder.Build().Find(written));
    }
}
