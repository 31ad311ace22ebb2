// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Dixit.Mentions;

namespace Dixit.Languages;

/// <summary>The word forms of one language. Built once, then only read, so safe for many threads.</summary>
/// <remarks>An open-addressing table over folded characters: a look-up allocates nothing.</remarks>
internal sealed class Lexicon
{
    private const int Tabled = 0x250; // the Latin letters of Europe: what else a text has is folded one by one

    private static readonly char[] Folded = [.. Enumerable.Range(0, Tabled).Select(c => FoldOne((char)c))];

    private readonly Slot[] _slots;
    private readonly int _mask;
    private readonly Lock _numbering = new();
    private int _numbered;

    private Lexicon(Slot[] slots)
    {
        _slots = slots;
        _mask = slots.Length - 1;
    }

    /// <summary>The lexeme of a form as it stands in a text; <see cref="Lexeme.Unknown"/> where it is not listed.</summary>
    public Lexeme Find(ReadOnlySpan<char> form)
    {
        var hash = Hash(form, out var plain);
        if (!plain)
            return FindNormalised(form);
        var slots = _slots;
        for (var at = hash & _mask; ; at = (at + 1) & _mask)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Lexeme is null)
                return Lexeme.Unknown;
            if (slot.Hash == hash && SameFolded(slot.Lexeme.Form, form))
                return slot.Lexeme;
        }
    }

    /// <summary>The number by which lists of phrases know the word: given now if it had none.</summary>
    public int NumberOf(Lexeme lexeme)
    {
        lock (_numbering)
            return lexeme.Number != 0 ? lexeme.Number : lexeme.Number = ++_numbered;
    }

    /// <summary>Lower case, straight apostrophe, plain hyphen: the form in which words are listed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // for every letter of a text, more than once
    public static char Fold(char c)
    {
        var folded = Folded;
        return c < (uint)folded.Length ? folded[c] : FoldOne(c);
    }

    /// <summary>The folded form as a string.</summary>
    public static string Fold(ReadOnlySpan<char> form)
    {
        var text = Composition.Compose(form);
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = Fold(source[i]);
        });
    }

    // A decomposed letter (« e » and a combining accent) is rare in news: it may pay for a string.
    private Lexeme FindNormalised(ReadOnlySpan<char> form)
    {
        var folded = Fold(form);
        var hash = Hash(folded, out var plain);
        if (!plain)
            return Lexeme.Unknown;
        for (var at = hash & _mask; _slots[at].Lexeme is { } lexeme; at = (at + 1) & _mask)
        {
            if (lexeme.Form == folded)
                return lexeme;
        }

        return Lexeme.Unknown;
    }

    private static char FoldOne(char c) => c switch
    {
        '’' or 'ʼ' or '‘' => '\'',
        '‐' or '‑' => '-',
        _ => char.ToLowerInvariant(c),
    };

    private static int Hash(ReadOnlySpan<char> form, out bool plain)
    {
        var hash = 2166136261u;
        plain = true;
        var table = Folded;
        foreach (var c in form)
        {
            if (c is >= '\u0300' and <= '\u036f')
                plain = false;
            hash = (hash ^ (c < (uint)table.Length ? table[c] : FoldOne(c))) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) & 0x7fffffff);
    }

    private static bool SameFolded(string folded, ReadOnlySpan<char> form)
    {
        if (folded.Length != form.Length)
            return false;
        var table = Folded;
        for (var i = 0; i < form.Length; i++)
        {
            var c = form[i];
            if (folded[i] != c && folded[i] != (c < (uint)table.Length ? table[c] : FoldOne(c)))
                return false;
        }

        return true;
    }

    // The hash beside the lexeme: a look-up that meets another's slot goes on without reading the other's form.
    private struct Slot
    {
        public Lexeme? Lexeme;
        public int Hash;
    }

    /// <summary>Collects the forms of a language, in the table that the lexicon will be. One thread only.</summary>
    public sealed class Builder
    {
        // Room for the forms of a language's verbs: growing hashes every form again.
        private Slot[] _slots = new Slot[1 << 18];
        private int _count;

        /// <summary>
        /// Keeps forms together in memory, in the order given; what they are has to be added after it. With more than a hundred thousand
        /// forms, most of which no text has, those that every text has would else lie far apart, and each look-up wait for memory.
        /// </summary>
        public void KeepTogether(IEnumerable<string> forms)
        {
            foreach (var form in forms)
                Get(form);
        }

        /// <summary>Adds classes to a form, keeping what it already is.</summary>
        public Lexeme Add(string form, WordClass classes, Gender gender = Gender.Unknown, bool singular = false, bool plural = false)
        {
            var lexeme = Get(form);
            var nominal = lexeme.Singular || lexeme.Plural;
            lexeme.Classes |= classes;
            // A form listed as a man's and as a woman's says nothing of gender.
            if (gender != Gender.Unknown)
                lexeme.Gender = lexeme.Gender == Gender.Unknown && !nominal ? gender : lexeme.Gender == gender ? gender : Gender.Unknown;
            lexeme.Singular |= singular;
            lexeme.Plural |= plural;
            return lexeme;
        }

        /// <summary>Adds an inflected form of a verb, and the reports of several words that the verb heads.</summary>
        public void AddVerb(string form, VerbEntry verb, VerbMorph morph, CuePhraseGroup? phrases = null)
        {
            var lexeme = Get(form);
            if (lexeme.Verb is { } other && other.Lemma != verb.Lemma)
            {
                if (other.Frames != CueFrames.None || verb.Frames == CueFrames.None)
                    return;
                lexeme.Morph = VerbMorph.None;
            }

            lexeme.Verb = verb;
            lexeme.CuePhrases = phrases;
            lexeme.Morph |= morph;
            lexeme.Classes |= verb.Frames == CueFrames.None ? WordClass.Verb : WordClass.Verb | WordClass.Cue;
            if (phrases is not null)
                lexeme.Classes |= WordClass.PhraseHead;
        }

        /// <summary>The finished lexicon; the builder adds nothing after it.</summary>
        public Lexicon Build()
        {
            var slots = _slots;
            _slots = [];
            return new Lexicon(slots);
        }

        private Lexeme Get(string form)
        {
            var hash = Hash(form, out var plain);
            if (!plain)
            {
                form = Fold(form);
                hash = Hash(form, out _);
            }

            var slot = FreeOrSame(_slots, hash, form);
            if (_slots[slot].Lexeme is { } known)
                return known;
            if (++_count * 2 > _slots.Length)
            {
                Grow();
                slot = FreeOrSame(_slots, hash, form);
            }

            var lexeme = new Lexeme(IsFolded(form) ? form : Fold(form));
            _slots[slot] = new Slot { Lexeme = lexeme, Hash = hash };
            return lexeme;
        }

        private void Grow()
        {
            var slots = new Slot[_slots.Length * 2];
            foreach (var slot in _slots)
            {
                if (slot.Lexeme is { } lexeme)
                    slots[FreeOrSame(slots, slot.Hash, lexeme.Form)] = slot;
            }

            _slots = slots;
        }

        private static int FreeOrSame(Slot[] slots, int hash, string form)
        {
            var at = hash & (slots.Length - 1);
            while (slots[at].Lexeme is { } other && !(slots[at].Hash == hash && SameFolded(other.Form, form)))
                at = (at + 1) & (slots.Length - 1);
            return at;
        }

        private static bool IsFolded(string form)
        {
            foreach (var c in form)
            {
                if (Fold(c) != c)
                    return false;
            }

            return true;
        }
    }
}
