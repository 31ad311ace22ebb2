// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Mentions;

namespace Dixit.Languages;

/// <summary>What a language knows of one word form. Immutable after its lexicon is built.</summary>
internal sealed class Lexeme(string form)
{
    private ulong _stemKey;

    /// <summary>The lexeme of every word that is not listed.</summary>
    public static Lexeme Unknown { get; } = new("");

    /// <summary>The form in lower case, apostrophes straight, composed letters; « qu' » keeps its apostrophe.</summary>
    public string Form { get; } = form;

    /// <summary>The length of the form.</summary>
    public int Length { get; } = form.Length;

    public WordClass Classes { get; internal set; }

    public Gender Gender { get; internal set; }

    public bool Singular { get; internal set; }

    public bool Plural { get; internal set; }

    /// <summary>The verb it is a form of, or null. Where two verbs share a form, the cue wins.</summary>
    public VerbEntry? Verb { get; internal set; }

    /// <summary>The reports of several words whose head is its verb (« faire savoir »), or null.</summary>
    public CuePhraseGroup? CuePhrases { get; internal set; }

    public VerbMorph Morph { get; internal set; }

    /// <summary>The part that the very word plays in the rules of its language.</summary>
    public GrammarWord Grammar { get; internal set; }

    /// <summary>A value of its own by class: weekday 1 to 7, month 1 to 12, numeral's value, the act of a cue noun; else 0.</summary>
    public int Value { get; internal set; }

    /// <summary>What it stands for: the state of a demonym or a capital (« norvégien » → « Norvège »), the name behind an acronym; or null.</summary>
    public string? Stands { get; internal set; }

    /// <summary>Its number among the words that listed phrases are made of; 0 for every other word.</summary>
    /// <remarks>Given by <see cref="Lexicon.NumberOf"/> when the first such list is read, and never changed.</remarks>
    public int Number { get; internal set; }

    /// <summary>The lists in which some phrase begins with it, a bit for each; set as <see cref="Number"/> is.</summary>
    public ulong Opens { get; internal set; }

    /// <summary>The stem by which descriptions are compared, as <see cref="Spelling.StemKey(ReadOnlySpan{char})"/> of the form; worked out when first asked for.</summary>
    public ulong StemKey
    {
        get
        {
            // Two threads that ask at once work out the same.
            if (Volatile.Read(ref _stemKey) == 0)
                Volatile.Write(ref _stemKey, Spelling.StemKey(Form));
            return Volatile.Read(ref _stemKey);
        }
    }

    public bool Is(WordClass any) => (Classes & any) != 0;

    public bool Is(GrammarWord any) => (Grammar & any) != 0;

    public bool IsVerb(VerbMorph any) => (Morph & any) != 0;
}

/// <summary>A verb and how it reports.</summary>
/// <param name="Lemma">Its infinitive.</param>
/// <param name="Frames">In which constructions it reports; none for a verb that does not.</param>
/// <param name="Act">What a speaker does by it, where the verb alone tells; else assert.</param>
internal sealed record VerbEntry(string Lemma, CueFrames Frames, SpeechAct Act)
{
    public bool Reports(CueFrames any) => (Frames & any) != 0;
}
