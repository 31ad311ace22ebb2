// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Xunit;

namespace Dixit.Tests.Support;

public sealed class MarkedUpTextTests
{
    [Theory]
    [InlineData("Rien n’est marqué ici.")]
    [InlineData("« {content:Nous partons} », {cue:a dit} {source:Ana Costa}.")]
    [InlineData("{source.1:Costa} {cue.1:dit} que {content.1:{source.2:le maire} {cue.2:promet} {content.2:un audit}}.")]
    [InlineData("{content.1:Un}, {cue.1:a-t-{source.1:elle} dit}, {content.1:deux}.")]
    [InlineData("{source.1:{source.2:Costa}} {cue.1:dit} {content.1:oui} et {cue.2:redit} {content.2:non}.")]
    [InlineData("{cue.2:{cue.1:a lancé}} : {content.1:🙂 « {quoted:oui} »} {content.2:fin}")]
    [InlineData("Une accolade \\{ seule \\} et {mention.3:{mention.4:Ana} Costa}")]
    [InlineData("C:\\temp\\ reste tel quel")]
    public void Render_OfParsed_IsTheSameMarkup(string markup)
    {
        Assert.Equal(markup, MarkedUpText.Parse(markup).Render());
    }

    [Fact]
    public void Parse_MarksAndEscapes_GivesTextAndSpans()
    {
        var marked = MarkedUpText.Parse("\\{A\\} {cue.12:dit {source:B}}");

        Assert.Equal("{A} dit B", marked.Text);
        Assert.Equal([new Mark(MarkRole.Cue, 12, new TextSpan(4, 9)), new Mark(MarkRole.Source, 0, new TextSpan(8, 9))], marked.Marks);
    }

    [Fact]
    public void Parse_Emoji_CountsUtf16Units()
    {
        Assert.Equal(new TextSpan(2, 5), MarkedUpText.Parse("🙂{content:oui}").Marks.Single().Span);
    }

    [Theory]
    [InlineData("une {cue:marque ouverte", "never closed")]
    [InlineData("une marque} fermée", "closing brace without")]
    [InlineData("une {marque}", "without role and colon")]
    [InlineData("un {verbe:dit}", "is no role")]
    [InlineData("un {7:dit}", "is no role")]
    [InlineData("un {cue.x:dit}", "no id")]
    [InlineData("un {cue.0:dit}", "no id")]
    [InlineData("un {cue:}", "without text")]
    public void Parse_BrokenMarkup_SaysWhatAndWhere(string markup, string message)
    {
        var problem = Assert.Throws<FormatException>(() => MarkedUpText.Parse(markup));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("Character ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_CrossingMarks_ListsTheSecondAfterTheText()
    {
        var crossing = new MarkedUpText("abcdef", [
            new Mark(MarkRole.Content, 1, new TextSpan(0, 4)),
            new Mark(MarkRole.Content, 2, new TextSpan(2, 6)),
        ]);

        Assert.Equal("{content.1:abcd}ef\n  and crossing: content.2 = \"cdef\"", crossing.Render());
    }
}
