// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using Dixit.Attributions;
using Dixit.Mentions;

namespace Dixit.Languages;

/// <summary>What a language brings to the stages: its words. Immutable.</summary>
internal abstract class Language
{
    // The lists of words that every language has, in the order in which they are read, with what their words are if a line says no more.
    private static readonly (string File, WordClass Classes)[] Lists =
    [
        ("FunctionWords", WordClass.None),
        ("Adverbs", WordClass.Adverb),
        ("Abbreviations", WordClass.Abbreviation),
        ("GivenNames", WordClass.GivenName),
        ("Time", WordClass.None),
        ("Titles", WordClass.Title),
        ("Roles", WordClass.Role),
        ("Persons", WordClass.PersonNoun),
        ("Anonymous", WordClass.AnonymousNoun),
        ("Groups", WordClass.GroupNoun),
        ("Organisations", WordClass.OrganisationNoun),
        ("Documents", WordClass.Document),
        ("Occasions", WordClass.OccasionNoun),
        ("MediaNouns", WordClass.MediumNoun),
        ("Demonyms", WordClass.Demonym),
    ];

    // A place or a thing must not change what is known of the person whose name or noun is written alike.
    private static readonly (string File, WordClass Classes)[] WeakLists =
    [
        ("Places", WordClass.PlaceName),
        ("OrganisationNames", WordClass.OrganisationName),
        ("Media", WordClass.MediaName),
        ("Nouns", WordClass.Noun),
        ("Adjectives", WordClass.Adjective),
    ];

    private readonly List<ListedPhrase> _phrases = [];

    /// <summary>The BCP 47 code.</summary>
    public abstract string Code { get; }

    /// <summary>How its sentences are built.</summary>
    public abstract Grammar Grammar { get; }

    /// <summary>The word forms.</summary>
    public abstract Lexicon Lexicon { get; }

    /// <summary>The listed terms of several words, which the lexicon has not.</summary>
    public IReadOnlyList<ListedPhrase> Phrases => _phrases;

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

    /// <summary>The lexicon of the language's lists; its verbs are added when the words that could hide them are known and those that must not are not.</summary>
    /// <param name="builder">The lexicon to be, with what the language adds before its lists.</param>
    /// <param name="phrases">The cues of several words.</param>
    /// <param name="addVerbs">Adds the forms of the verbs, given the phrases by the verb that heads them.</param>
    /// <param name="addLast">Adds what comes behind all lists, if anything.</param>
    protected Lexicon Build(Lexicon.Builder builder, IEnumerable<CuePhrase> phrases, Action<Lexicon.Builder, Dictionary<string, CuePhraseGroup>> addVerbs, Action<Lexicon.Builder>? addLast = null)
    {
        foreach (var (file, classes) in Lists)
            Add(builder, file, classes, weak: false);
        var cuePhrases = phrases.GroupBy(phrase => phrase.Head, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new CuePhraseGroup(group), StringComparer.Ordinal);
        addVerbs(builder, cuePhrases);
        foreach (var (file, classes) in WeakLists)
            Add(builder, file, classes, weak: true);
        addLast?.Invoke(builder);
        Grammar.AddTo(builder, Lines("Grammar"));
        var lexicon = builder.Build();
        foreach (var group in cuePhrases.Values)
            group.NumberWords(lexicon);
        return lexicon;
    }

    private void Add(Lexicon.Builder builder, string file, WordClass classes, bool weak)
    {
        foreach (var line in Lines(file))
            WordEntry.Parse(line, classes).AddTo(builder, _phrases, weak);
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
