// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Circumstances;
using Dixit.Languages;
using Dixit.Languages.French;
using Dixit.Tests.Support;
using Dixit.Tokens;

namespace Dixit.Tests.Circumstances;

/// <summary>A marked-up text as the stages get it: tokens, sentences and drafts, the last by their ids.</summary>
internal sealed class Scene
{
    public static readonly FrenchLanguage French = new();

    private static readonly Tokenizer Tokenizer = new(French.Lexicon);

    public Scene(string markup)
    {
        var parsed = MarkedUpText.Parse(markup);
        Text = parsed.Text;
        Tokens = Tokenizer.Tokenize(parsed.Text);
        foreach (var marks in parsed.Marks.GroupBy(mark => mark.Id).OrderBy(marks => marks.Key))
            Drafts.Add(Draft(marks.ToList()));
        foreach (var draft in Drafts)
            draft.Parent = Drafts.Find(other => other != draft && other.Content.Exists(run => run.Contains(draft.Content[0])) && !draft.Content.Exists(run => run.Contains(other.Content[0])));
        Sentences = Cut();
    }

    public string Text { get; }

    public TokenList Tokens { get; }

    public SentenceList Sentences { get; }

    public List<AttributionDraft> Drafts { get; } = [];

    public ContentOwners Owners => new(Tokens.Count, Drafts);

    public static TokenList Tokenize(string text) => Tokenizer.Tokenize(text);

    private AttributionDraft Draft(List<Mark> marks)
    {
        var content = marks.FindAll(mark => mark.Role == MarkRole.Content).ConvertAll(Range);
        var cue = marks.Find(mark => mark.Role == MarkRole.Cue) is { } cueMark ? Range(cueMark) : default;
        var source = marks.Find(mark => mark.Role == MarkRole.Source) is { } sourceMark ? Range(sourceMark) : default;
        return new AttributionDraft { Content = content, Cue = cue, Source = source, SourceHead = Head(source), Verb = VerbOf(cue), Rule = "test" };
    }

    // The first word that is no article.
    private int Head(TokenRange source)
    {
        var head = source.First;
        while (head < source.End - 1 && Tokens.Is(head, WordClass.Determiner | WordClass.Preposition))
            head++;
        return source.IsEmpty ? -1 : head;
    }

    private VerbEntry? VerbOf(TokenRange cue)
    {
        VerbEntry? verb = null;
        for (var i = cue.First; i < cue.End; i++)
        {
            if (Tokens.Lexeme(i).Verb is { } found && !Tokens.Is(i, WordClass.Auxiliary))
                verb = found;
        }

        return verb;
    }

    private TokenRange Range(Mark mark) => new(Tokens.IndexAtOrAfter(mark.Span.Start), Tokens.IndexAtOrAfter(mark.Span.End));

    // A full stop inside a content ends no sentence of the scene: quotations keep to theirs.
    private SentenceList Cut()
    {
        var sentences = new List<TokenRange>();
        var first = 0;
        for (var i = 0; i < Tokens.Count; i++)
        {
            var inside = Drafts.Exists(draft => draft.Content.Exists(run => run.Contains(i) && i < run.End - 1));
            var ends = Tokens.IsKind(i, TokenKind.SentenceEnd) && !inside;
            if (!ends && i + 1 < Tokens.Count && !Tokens.Has(i + 1, TokenFlags.ParagraphBefore))
                continue;
            sentences.Add(new TokenRange(first, i + 1));
            first = i + 1;
        }

        if (first < Tokens.Count)
            sentences.Add(new TokenRange(first, Tokens.Count));
        return new SentenceList(sentences, Tokens.Count);
    }
}
