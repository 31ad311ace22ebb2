// SPDX-License-Identifier: Apache-2.0
using System.Reflection;

namespace Dixit.Tests.Support;

/// <summary>A file of marked-up examples with prose around them. docs/annotation-notation.md says how to write one.</summary>
/// <param name="Name">Language and phenomenon, such as <c>fr/incise</c>.</param>
/// <param name="Examples">In the order of the file.</param>
internal sealed record SpecFile(string Name, IReadOnlyList<SpecExample> Examples)
{
    private const string Prefix = "Specs/";
    private const string KnownFailures = "# Known failures";

    private static readonly string[] Keys =
    [
        "published", "title", "outlet", // given beside the text
        "type", "act", "via", "said", "addressee", "occasion", "place", "parent", // of one attribution
        "speaker", "role", "gender", // of its speaker
        "furniture", "unreported", // of the text
    ];

    /// <summary>The names of all spec files of this assembly, in order.</summary>
    public static IEnumerable<string> Names =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".md".Length])
            .Order(StringComparer.Ordinal);

    /// <summary>Reads one of the <see cref="Names"/>.</summary>
    public static SpecFile Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.md")
            ?? throw new ArgumentException($"There is no spec file {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return Parse(name, reader.ReadToEnd());
    }

    /// <summary>Reads the text of a spec file.</summary>
    /// <exception cref="FormatException">A heading has no example or two, a name stands twice, or a block is wrong.</exception>
    public static SpecFile Parse(string name, string markdown)
    {
        var language = name.Contains('/', StringComparison.Ordinal) ? name[..name.IndexOf('/', StringComparison.Ordinal)] : null;
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var examples = new List<SpecExample>();
        var knownFailure = false;
        for (var i = 0; i < lines.Length; i++)
        {
            knownFailure |= lines[i] == KnownFailures;
            if (!lines[i].StartsWith("## ", StringComparison.Ordinal))
                continue;
            var end = Array.FindIndex(lines, i + 1, line => line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal));
            try
            {
                examples.Add(ParseExample(language, lines.AsSpan(i, (end < 0 ? lines.Length : end) - i), i + 1, knownFailure));
            }
            catch (FormatException problem)
            {
                throw new FormatException($"{name}.md, line {i + 1}: {problem.Message}", problem);
            }
        }

        if (examples.GroupBy(example => example.Heading).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new FormatException($"{name}.md: the heading \"{twice.Key}\" stands twice.");
        return new SpecFile(name, examples);
    }

    private static SpecExample ParseExample(string? language, ReadOnlySpan<string> lines, int line, bool knownFailure)
    {
        string? markup = null;
        var statements = new List<SpecStatement>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            var length = lines[(i + 1)..].IndexOf("```");
            if (length < 0)
                throw new FormatException("the block is never closed.");
            var block = lines.Slice(i + 1, length).ToArray();
            switch (lines[i])
            {
                case "```dixit" when markup is null:
                    markup = string.Join('\n', block);
                    break;
                case "```expect" when markup is not null:
                    statements.AddRange(block.Select(ParseStatement));
                    break;
                default:
                    throw new FormatException("a heading has one dixit block, then at most one expect block.");
            }

            i += length + 1;
        }

        if (markup is null)
            throw new FormatException("the heading has no dixit block.");
        return new SpecExample(language, lines[0][3..].Trim(), line, knownFailure, MarkedUpText.Parse(markup), statements);
    }

    private static SpecStatement ParseStatement(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            throw new FormatException($"\"{line}\" is not of the form \"key: value\" or \"key id: value\".");
        var parts = line[..colon].Split(' ');
        var id = 0;
        if (!Keys.Contains(parts[0]) || parts.Length > 2 || (parts.Length == 2 && !int.TryParse(parts[1], out id)))
            throw new FormatException($"\"{line[..colon]}\" is no key; the keys are {string.Join(", ", Keys)}.");
        return new SpecStatement(parts[0], id, line[(colon + 2)..].Trim());
    }
}
