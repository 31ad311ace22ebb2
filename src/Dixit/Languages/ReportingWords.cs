// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>Words that the rules of attribution go by, beside the lexicon. Immutable.</summary>
internal sealed class ReportingWords
{
    private readonly HashSet<string> _governors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _comments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contrasts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _occasions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _addressing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hearing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heardFrom = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _naming = new(StringComparer.Ordinal);
    private readonly HashSet<string> _continuing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _measures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePhrase[]> _sources = new(StringComparer.Ordinal);

    /// <summary>Reads the lines of a <c>Reporting.txt</c>.</summary>
    /// <exception cref="InvalidOperationException">A line stands in no section that is known.</exception>
    public ReportingWords(IEnumerable<string> lines)
    {
        var section = "";
        foreach (var line in lines)
        {
            if (line[0] == '[')
                section = line.Trim('[', ']');
            else if (section == "sources")
                AddSource(line);
            else if (!SetOf(section).Add(line))
                throw new InvalidOperationException($"Reporting.txt has « {line} » twice in [{section}].");
        }
    }

    /// <summary>Whether an infinitive after the verb shares its subject (« tenir à », « venir de »).</summary>
    public bool Governs(VerbEntry verb) => _governors.Contains(verb.Lemma);

    /// <summary>Whether the object of the verb is whom it speaks to (« tell »).</summary>
    public bool Addresses(VerbEntry verb) => _addressing.Contains(verb.Lemma);

    /// <summary>Whether a participle of the verb tells what the speaker did, not what he said (« commentant »).</summary>
    public bool Comments(VerbEntry verb) => _comments.Contains(verb.Lemma);

    /// <summary>Whether the subject of the verb hears what is reported (« apprendre »), from whom the word behind tells.</summary>
    public bool Hears(VerbEntry verb) => _hearing.Contains(verb.Lemma);

    /// <summary>Whether the word stands before the one it was heard from (« auprès de »).</summary>
    public bool IsHeardFrom(Lexeme word) => _heardFrom.Contains(word.Form);

    /// <summary>Whether the verb reports a thing without « that » only where a paper is its subject: « the survey found », not « the boy found ».</summary>
    public bool IsWritten(VerbEntry verb) => _written.Contains(verb.Lemma);

    /// <summary>Whether the verb reports without marks only where it gives its object a name: « called him a liar », not « called the office ».</summary>
    public bool Names(VerbEntry verb) => _naming.Contains(verb.Lemma);

    /// <summary>Whether who spoke before goes on with the verb (« ajouter »), so that a description before it is no newcomer's.</summary>
    public bool Continues(VerbEntry verb) => _continuing.Contains(verb.Lemma);

    /// <summary>Whether the word may begin another's statement (« tandis que »).</summary>
    public bool Contrasts(Lexeme word) => _contrasts.Contains(word.Form);

    /// <summary>Whether the word begins an adjunct of the cue (« lors de »).</summary>
    public bool BeginsOccasion(Lexeme word) => _occasions.Contains(word.Form);

    /// <summary>Whether the noun is what a thing depends on, so that « selon » before it names no source.</summary>
    public bool IsMeasure(Lexeme noun) => _measures.Contains(noun.Form);

    /// <summary>The phrases that name a source and begin with the word, longest first; empty for most words.</summary>
    public ReadOnlySpan<SourcePhrase> SourcePhrases(Lexeme first) => _sources.GetValueOrDefault(first.Form);

    private HashSet<string> SetOf(string section) => section switch
    {
        "governors" => _governors,
        "comments" => _comments,
        "contrast" => _contrasts,
        "occasions" => _occasions,
        "addressing" => _addressing,
        "hearing" => _hearing,
        "naming" => _naming,
        "written" => _written,
        "heard-from" => _heardFrom,
        "continuing" => _continuing,
        "measures" => _measures,
        _ => throw new InvalidOperationException($"Reporting.txt has no section [{section}]."),
    };

    private void AddSource(string line)
    {
        var needsSpeaker = line.EndsWith('+');
        var words = line.TrimEnd('+').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        SourcePhrase[] phrases = [.. _sources.GetValueOrDefault(words[0], []), new SourcePhrase(words, needsSpeaker)];
        _sources[words[0]] = [.. phrases.OrderByDescending(phrase => phrase.Words.Length)];
    }
}

/// <summary>Words that name a source before it, such as « selon ».</summary>
/// <param name="Words">Their folded forms, a token each.</param>
/// <param name="NeedsSpeaker">Whether what follows must be able to speak for it to be one (« pour »).</param>
internal sealed record SourcePhrase(string[] Words, bool NeedsSpeaker);
