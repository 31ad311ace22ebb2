// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Reading.Encodings;
using Dixit.Reading.Feeds;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dixit.Reading.Formats;

/// <summary>Markdown: the words of its paragraphs, headings, lists and quotations, without the marks.</summary>
internal sealed class MarkdownReader : FormatReader
{
    private const int MostDepth = 200;

    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Endings => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> NamedEndings { get; } = [".md", ".markdown"];

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head) => false;

    /// <inheritdoc/>
    public override IEnumerable<ReadResult> Read(InputSource source)
    {
        yield return ReadOne(source);
    }

    private static ReadResult ReadOne(InputSource source)
    {
        if (source.ReadAll() is not { } bytes)
            return ReadResult.Of(ReadProblems.ReportTooLarge(source.Path, source.Options.MaxDocumentBytes, null));
        var decoded = TextDecoder.Decode(bytes.Span);
        if (decoded.Problem(source.Path, bytes.Span, null) is { } problem)
            return ReadResult.Of(problem);
        MarkdownDocument tree;
        try
        {
            tree = Markdown.Parse(decoded.Text!, _pipeline);
        }
        catch (ArgumentException)
        {
            // What the parser says of marks that are nested too deep.
            return ReadResult.Of(ReadProblems.ReportUnsupportedFormat(source.Path, "Markdown whose marks are too deep in each other"));
        }

        var text = new StringBuilder();
        AppendTo(text, tree, 0);
        var fields = FrontMatter(tree);
        if (text.Length == 0)
            return ReadResult.Of(ReadProblems.ReportEmpty(source.Path));
        return new FeedArticle
        {
            OwnId = fields.GetValueOrDefault("id"),
            IsNamedById = true,
            Link = fields.GetValueOrDefault("uri") ?? fields.GetValueOrDefault("url"),
            Title = fields.GetValueOrDefault("title") ?? TitleOf(tree),
            Outlet = fields.GetValueOrDefault("outlet"),
            Language = fields.GetValueOrDefault("language") ?? fields.GetValueOrDefault("lang"),
            Published = fields.GetValueOrDefault("published") ?? fields.GetValueOrDefault("date"),
            Content = text.ToString().TrimEnd(),
        }.ToResult(source, null, null, decoded.Note);
    }

    private static void AppendTo(StringBuilder text, ContainerBlock blocks, int depth)
    {
        if (depth == MostDepth)
            return;
        foreach (var block in blocks)
        {
            if (block is YamlFrontMatterBlock or HtmlBlock or LinkReferenceDefinitionGroup)
                continue;
            if (block is ContainerBlock inner)
                AppendTo(text, inner, depth + 1);
            else if (block is LeafBlock { Inline: { } words })
                AppendParagraph(text, builder => AppendTo(builder, words));
            else if (block is CodeBlock code)
                AppendParagraph(text, builder => builder.Append(code.Lines.ToString()));
        }
    }

    private static void AppendParagraph(StringBuilder text, Action<StringBuilder> append)
    {
        var start = text.Length;
        append(text);
        if (text.Length > start)
            text.Append("\n\n");
    }

    private static void AppendTo(StringBuilder text, ContainerInline words)
    {
        // Descendants come in the order of the text, and are found without recursion.
        foreach (var word in words.Descendants())
        {
            switch (word)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case LineBreakInline end: text.Append(end.IsHard ? '\n' : ' '); break;
            }
        }
    }

    private static string? TitleOf(MarkdownDocument tree)
    {
        if (tree.FirstOrDefault(block => block is not YamlFrontMatterBlock) is not HeadingBlock { Level: 1, Inline: { } words })
            return null;
        var title = new StringBuilder();
        AppendTo(title, words);
        return title.ToString();
    }

    // Lines of « name: value » alone; anything deeper is not about the article.
    private static Dictionary<string, string> FrontMatter(MarkdownDocument tree)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (tree.OfType<YamlFrontMatterBlock>().FirstOrDefault() is not { } block)
            return fields;
        foreach (var line in block.Lines.ToString().Split('\n'))
        {
            if (line.Length > 0 && !char.IsWhiteSpace(line[0]) && line.IndexOf(':') is > 0 and var colon && line[(colon + 1)..].Trim(' ', '\r', '"', '\'') is { Length: > 0 } value)
                fields.TryAdd(line[..colon].Trim(), value);
        }

        return fields;
    }
}
