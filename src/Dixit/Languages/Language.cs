// SPDX-License-Identifier: Apache-2.0
using System.Reflection;

namespace Dixit.Languages;

/// <summary>What a language brings to the stages: its words. Immutable.</summary>
internal abstract class Language
{
    /// <summary>The BCP 47 code.</summary>
    public abstract string Code { get; }

    /// <summary>How its sentences are built.</summary>
    public abstract Grammar Grammar { get; }

    /// <summary>The word forms.</summary>
    public abstract Lexicon Lexicon { get; }

    /// <summary>The listed terms of several words, which the lexicon has not.</summary>
    public abstract IReadOnlyList<ListedPhrase> Phrases { get; }

    /// <summary>What brings the forms of a word together, for comparison and search.</summary>
    public virtual Stemmer Stemmer => Stemmer.Identity;

    /// <summary>Words that the rules of attribution go by, beside the lexicon.</summary>
    public abstract ReportingWords Reporting { get; }

    /// <summary>The verb with the act that it performs in one of its constructions: « demande si » asks, « demande de » demands.</summary>
    public abstract VerbEntry InFrame(VerbEntry verb, CueFrames frame);

    /// <summary>The cue nouns that begin with the word (« mise » of « mise en garde »); the longest first, empty for most words.</summary>
    public abstract ReadOnlySpan<CueNoun> CueNouns(Lexeme first);

    /// <summary>The lines of a file in the language's own folder, as <see cref="ReadLines"/> gives them.</summary>
    /// <param name="file">Its name without folder and ending, such as <c>Dates</c>.</param>
    public IEnumerable<string> Lines(string file)
    {
        var space = GetType().Namespace!;
        return ReadLines($"Languages/{space[(space.LastIndexOf('.') + 1)..]}/{file}.txt");
    }

    /// <summary>The lines of one of the language's files, without comments (<c>#</c> to the end of the line) and blank lines.</summary>
    /// <param name="path">Such as <c>Languages/French/Cues.txt</c>.</param>
    protected internal static IEnumerable<string> ReadLines(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The resource {path} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var kept = (comment < 0 ? line : line[..comment]).Trim();
            if (kept.Length > 0)
                yield return kept;
        }
    }
}
