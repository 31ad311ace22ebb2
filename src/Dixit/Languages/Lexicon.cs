// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Dixit.Mentions;

namespace Dixit.Languages;

/// <summary>The word forms of one language. Built once, then only read, so safe for many threads.</summary>
/// <remarks>An open-addressing table over folded characters: a look-up allocates nothing.</remarks>
internal sealed class Lexicon
{
    private const int Tabled = 0x250; // the Latin letters of Europe: what else a text has is folded one by one
    private const int Looks = 1024;

    private static readonly char[] Folded = [.. Enumerable.Range(0, Tabled).Select(c => FoldOne((char)c))];

    // A slot is the upper bits of the hash over the number of the lexeme, from 1: four bytes, so that the table stays near.
    private const uint NumberBits = 0x000fffff;
    private const uint HashBits = ~NumberBits;
    private const int Frequent = 4096;

    private readonly uint[] _slots;
    private readonly Lexeme?[] _lexemes; // by the numbers in the slots
    private readonly FrequentSlot[] _frequent; // by the lower bits of the hash, one place each: what most words of a text are found by
    private readonly int _mask;
    private readonly Lock _numbering = new();
    private readonly ulong[] _opens = new ulong[Looks]; // by the look of a word that is not listed: the lists in which some phrase begins with one that looks so
    private int _numbered;
    private int _lists;

    private Lexicon(uint[] slots, Lexeme?[] lexemes, FrequentSlot[] frequent)
    {
        _slots = slots;
        _lexemes = lexemes;
        _frequent = frequent;
        _mask = slots.Length - 1;
    }

    /// <summary>The lexeme of a form as it stands in a text; <see cref="Lexeme.Unknown"/> where it is not listed.</summary>
    public Lexeme Find(ReadOnlySpan<char> form)
    {
        var hash = Hash(form, out var plain);
        if (!plain)
            return FindNormalised(form);
        ref readonly var frequent = ref _frequent[hash & (Frequent - 1)];
        if (frequent.Hash == hash && frequent.Lexeme is { } usual && SameFolded(usual.Form, form))
            return usual;
        var slots = _slots;
        for (var at = hash & _mask; ; at = (at + 1) & _mask)
        {
            var slot = slots[at];
            if (slot == 0)
                return Lexeme.Unknown;
            if (((slot ^ (uint)hash) & HashBits) == 0 && _lexemes[slot & NumberBits]! is var lexeme && SameFolded(lexeme.Form, form))
                return lexeme;
        }
    }

    /// <summary>The number by which lists of phrases know the word: given now if it had none.</summary>
    public int NumberOf(Lexeme lexeme)
    {
        lock (_numbering)
            return lexeme.Number != 0 ? lexeme.Number : lexeme.Number = ++_numbered;
    }

    /// <summary>The bit by which a new list of phrases is known; the last one is shared where there are more lists than bits.</summary>
    public ulong NewList()
    {
        lock (_numbering)
            return 1UL << Math.Min(_lists++, 63);
    }

    /// <summary>Notes that a phrase of a list begins with a word.</summary>
    /// <param name="list">The bit of the list.</param>
    /// <param name="lexeme">The word, or null for one that is not listed.</param>
    /// <param name="form">The word as it is written, not empty.</param>
    public void Open(ulong list, Lexeme? lexeme, ReadOnlySpan<char> form)
    {
        lock (_numbering)
        {
            if (lexeme is not null)
                lexeme.Opens |= list;
            else
                _opens[LookOf(form)] |= list;
        }
    }

    /// <summary>The lists in which a phrase may begin with a word that has no lexeme of its own: most that are asked for have none.</summary>
    public ulong UnlistedOpens(ReadOnlySpan<char> form) => _opens[LookOf(form)];

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

    // By its ends and its length: nearly every word that is not listed looks otherwise than those that are.
    private static int LookOf(ReadOnlySpan<char> form) => ((Fold(form[0]) * 31) + (Fold(form[^1]) * 7) + form.Length) & (Looks - 1);

    // A decomposed letter (« e » and a combining accent) is rare in news: it may pay for a string.
    private Lexeme FindNormalised(ReadOnlySpan<char> form)
    {
        var folded = Fold(form);
        var hash = Hash(folded, out var plain);
        if (!plain)
            return Lexeme.Unknown;
        for (var at = hash & _mask; _slots[at] is not 0 and var slot; at = (at + 1) & _mask)
        {
            if (_lexemes[slot & NumberBits]! is var lexeme && lexeme.Form == folded)
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

    // The hash beside the lexeme: a look-up that meets another's place goes on without reading the other's form.
    private struct FrequentSlot
    {
        public Lexeme? Lexeme;
        public int Hash;
    }

    /// <summary>Collects the forms of a language, in the table that the lexicon will be. One thread only.</summary>
    public sealed class Builder
    {
        private readonly FrequentSlot[] _frequent = new FrequentSlot[Frequent];

        // Room for the forms of a language's verbs: growing reads every form again.
        private uint[] _slots = new uint[1 << 18];
        private Lexeme?[] _lexemes = new Lexeme?[1 << 16];
        private int _count;

        /// <summary>
        /// Keeps forms together in memory, in the order given; what they are has to be added after it. With more than a hundred thousand
        /// forms, most of which no text has, those that every text has would else lie far apart, and each look-up wait for memory.
        /// They are looked for first; where two would have the same place, the first has it.
        /// </summary>
        public void KeepTogether(IEnumerable<string> forms)
        {
            foreach (var form in forms)
            {
                var lexeme = Get(form);
                var hash = Hash(lexeme.Form, out var plain);
                ref var place = ref _frequent[hash & (Frequent - 1)];
                if (plain && place.Lexeme is null)
                    place = new FrequentSlot { Lexeme = lexeme, Hash = hash };
            }
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
            var (slots, lexemes) = (_slots, _lexemes);
            (_slots, _lexemes) = ([], []);
            return new Lexicon(slots, lexemes, _frequent);
        }

        private Lexeme Get(string form)
        {
            var hash = Hash(form, out var plain);
            if (!plain)
            {
                form = Fold(form);
                hash = Hash(form, out _);
            }

            var at = FreeOrSame(hash, form);
            if (_slots[at] is not 0 and var slot)
                return _lexemes[slot & NumberBits]!;
            if (++_count * 2 > _slots.Length)
            {
                Grow();
                at = FreeOrSame(hash, form);
            }

            if (_count > NumberBits)
                throw new InvalidOperationException($"A lexicon holds {NumberBits} forms at most.");
            if (_count == _lexemes.Length)
                Array.Resize(ref _lexemes, _count * 2);
            var lexeme = new Lexeme(IsFolded(form) ? form : Fold(form));
            _lexemes[_count] = lexeme;
            _slots[at] = SlotOf(hash, _count);
            return lexeme;
        }

        private static uint SlotOf(int hash, int number) => ((uint)hash & HashBits) | (uint)number;

        private void Grow()
        {
            _slots = new uint[_slots.Length * 2];
            for (var number = 1; number < _count; number++)
            {
                var hash = Hash(_lexemes[number]!.Form, out _);
                var at = hash & (_slots.Length - 1);
                while (_slots[at] != 0)
                    at = (at + 1) & (_slots.Length - 1);
                _slots[at] = SlotOf(hash, number);
            }
        }

        private int FreeOrSame(int hash, string form)
        {
            var at = hash & (_slots.Length - 1);
            while (_slots[at] is not 0 and var slot && !(((slot ^ (uint)hash) & HashBits) == 0 && SameFolded(_lexemes[slot & NumberBits]!.Form, form)))
                at = (at + 1) & (_slots.Length - 1);
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
