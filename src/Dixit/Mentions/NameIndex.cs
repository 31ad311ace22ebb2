// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Gathers the names of one document into entities: full names first, then surnames, given names, acronyms and long forms.</summary>
internal sealed class NameIndex(TokenList tokens, List<Entity> entities)
{
    // A bucket longer than this is no real document's; only its latest names are compared.
    private const int MostCompared = 16;

    // Nor has one entity so many forms of its name.
    private const int MostForms = 8;

    private readonly Dictionary<ulong, List<Entity>> _byWord = [];
    private readonly Dictionary<ulong, Entity> _byInitials = [];
    private readonly Dictionary<string, Entity> _byMeaning = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The entity of a name of several words, made where it is new.</summary>
    public Entity AddFull(NounPhrase phrase, bool determined)
    {
        var name = phrase.Name;
        var body = IsBody(phrase.Kind) || (determined && phrase.Kind == PhraseKind.UnknownName);
        var candidates = Bucket(LastKey(name));
        for (var i = candidates.Length - 1; i >= 0 && candidates.Length - i <= MostCompared; i--)
        {
            if (SameName(candidates[i], name, body))
                return Note(candidates[i], phrase);
        }

        if (!body)
        {
            // « Sundar Pichai », « Sundar Punchai »: the given name vouches for a surname two letters off.
            candidates = Bucket(Spelling.Key(tokens.Form(name.First)));
            for (var i = candidates.Length - 1; i >= 0 && candidates.Length - i <= MostCompared; i--)
            {
                if (IsVariant(candidates[i], name) || SameName(candidates[i], name, body))
                    return Note(candidates[i], phrase);
            }
        }

        return Add(phrase);
    }

    /// <summary>The entity of a name of one word at a place of the text, made where it is new.</summary>
    public Entity AddShort(NounPhrase phrase, bool titled, bool determined)
    {
        var word = tokens.Form(phrase.Name.End - 1);
        Entity? best = null;
        if (!determined || titled || phrase.Kind == PhraseKind.PersonName)
            best = FindPerson(phrase, word, titled);
        if (best is null)
        {
            var candidates = Bucket(Spelling.Key(word));
            for (var i = candidates.Length - 1; i >= 0 && best is null && candidates.Length - i <= MostCompared; i--)
            {
                // « le gouvernement Sorel » is not Sorel.
                if (candidates[i].Names.Exists(static own => own.Count == 1) && !(titled && IsBody(candidates[i].Kind)) && !(IsBody(phrase.Kind) && candidates[i].IsPerson))
                    best = candidates[i];
            }
        }

        if (best is null && tokens.Lexeme(phrase.Head).Stands is { } meaning && phrase.Kind is PhraseKind.OrganisationName && _byMeaning.TryGetValue(meaning, out var known))
            best = known;
        if (best is null && tokens.Has(phrase.Head, TokenFlags.AllCapitals) && _byInitials.TryGetValue(Spelling.Key(word), out var spelled))
            best = spelled;
        return best is null ? Add(phrase) : Note(best, phrase);
    }

    /// <summary>Records what the initials of a body's long name are, so that an acronym finds it.</summary>
    public void AddInitials(TokenRange longName, Entity entity)
    {
        Span<char> initials = stackalloc char[16];
        var count = 0;
        for (var i = longName.First; i < longName.End && count < initials.Length; i++)
        {
            if (!tokens.IsWord(i) || tokens.Is(i, WordClass.Determiner | WordClass.Of | WordClass.To | WordClass.Preposition | WordClass.Coordinator))
                continue;
            initials[count++] = tokens.FirstChar(i);
        }

        if (count >= 2)
            _byInitials.TryAdd(Spelling.Key(initials[..count]), entity);
    }

    public static bool IsBody(PhraseKind kind) => kind is PhraseKind.OrganisationName or PhraseKind.Media or PhraseKind.Place or PhraseKind.Organisation;

    private Entity? FindPerson(NounPhrase phrase, ReadOnlySpan<char> word, bool titled)
    {
        if (!titled && phrase.Kind is PhraseKind.Place or PhraseKind.Media || (phrase.Kind is PhraseKind.OrganisationName && !titled))
            return null;
        var candidates = Bucket(Spelling.Key(word));
        Entity? best = null;
        var rank = 0;
        for (var i = candidates.Length - 1; i >= 0 && candidates.Length - i <= MostCompared; i--)
        {
            var entity = candidates[i];
            if (IsBody(entity.Kind) || (phrase.Gender != Gender.Unknown && entity.Gender != Gender.Unknown && phrase.Gender != entity.Gender))
                continue;
            var own = RankOf(entity, word, titled);
            if (own == 0)
                continue;
            // Of two that share a surname the one spoken of before; else the first of the text.
            var before = entity.LastMention >= 0 && entity.LastMention < phrase.First;
            own += before ? 1 : 0;
            own += phrase.Gender != Gender.Unknown && phrase.Gender == entity.Gender ? 2 : 0;
            if (own > rank || (own == rank && before && entity.LastMention > best!.LastMention))
                (best, rank) = (entity, own);
        }

        return best;
    }

    // The surname counts most, then the given name, then a word between.
    private int RankOf(Entity entity, ReadOnlySpan<char> word, bool titled)
    {
        var rank = 0;
        foreach (var name in entity.Names)
        {
            if (name.Count < 2)
                continue;
            if (Spelling.Same(tokens.Form(name.End - 1), word))
                rank = Math.Max(rank, 6);
            else if (!titled && entity.Kind == PhraseKind.PersonName && Spelling.Same(tokens.Form(name.First), word))
                rank = Math.Max(rank, 4);
            else if (name.Count > 2 && Contains(name, word))
                rank = Math.Max(rank, 2);
        }

        return rank;
    }

    private Entity Add(NounPhrase phrase)
    {
        var entity = new Entity(entities.Count) { Kind = phrase.Kind, Gender = phrase.Gender, Plural = phrase.Plural };
        entities.Add(entity);
        if (phrase.Name.Count == 1)
            entity.Stands = tokens.Lexeme(phrase.Name.First).Stands;
        if (entity.Stands is { } meaning && phrase.Kind == PhraseKind.OrganisationName)
            _byMeaning.TryAdd(meaning, entity);
        if (phrase.Kind is PhraseKind.OrganisationName && phrase.Name.Count > 1)
        {
            AddInitials(phrase.Name, entity);
            _byMeaning.TryAdd(tokens.Text[tokens.Span(phrase.Name).Start..tokens.Span(phrase.Name).End], entity);
        }

        return Note(entity, phrase);
    }

    private Entity Note(Entity entity, NounPhrase phrase)
    {
        if (!HasForm(entity, phrase.Name) && entity.Names.Count < MostForms)
        {
            entity.Names.Add(phrase.Name);
            File(entity, phrase.Name);
        }

        if (entity.Kind == PhraseKind.UnknownName && phrase.Kind != PhraseKind.UnknownName)
            entity.Kind = phrase.Kind;
        if (phrase.Gender != Gender.Unknown && (entity.Gender == Gender.Unknown))
            entity.Gender = phrase.Gender;
        return entity;
    }

    private void File(Entity entity, TokenRange name)
    {
        for (var i = name.First; i < name.End; i++)
        {
            if (!tokens.IsCapitalised(i) && i != name.End - 1)
                continue;
            var key = Spelling.Key(tokens.Form(i));
            if (!_byWord.TryGetValue(key, out var bucket))
                _byWord.Add(key, bucket = []);
            if (bucket.Count == 0 || bucket[^1] != entity)
                bucket.Add(entity);
        }
    }

    private ReadOnlySpan<Entity> Bucket(ulong key) => CollectionsMarshal.AsSpan(_byWord.GetValueOrDefault(key));

    private ulong LastKey(TokenRange name) => Spelling.Key(tokens.Form(name.End - 1));

    private bool SameWords(TokenRange a, TokenRange b)
    {
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
        {
            if (!tokens.Form(a.First + i).SequenceEqual(tokens.Form(b.First + i)))
                return false;
        }

        return true;
    }

    private bool HasForm(Entity entity, TokenRange name)
    {
        foreach (var own in entity.Names)
        {
            if (SameWords(own, name))
                return true;
        }

        return false;
    }

    private bool Contains(TokenRange name, ReadOnlySpan<char> word)
    {
        for (var i = name.First; i < name.End; i++)
        {
            if (Spelling.Same(tokens.Form(i), word))
                return true;
        }

        return false;
    }

    // Whether one of the entity's names and the name given are forms of one name.
    private bool SameName(Entity entity, TokenRange name, bool body)
    {
        if (body != IsBody(entity.Kind) && !(entity.Kind == PhraseKind.UnknownName || entity.Names.Exists(own => SameFolded(own, name))))
            return false;
        foreach (var own in entity.Names)
        {
            if (own.Count < 2)
                continue;
            if (SameFolded(own, name))
                return true;
            if (!body && Fits(own, name))
                return true;
        }

        return false;
    }

    private bool SameFolded(TokenRange a, TokenRange b)
    {
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
        {
            if (!Spelling.Same(tokens.Form(a.First + i), tokens.Form(b.First + i)))
                return false;
        }

        return true;
    }

    // « Denis Sorel Varan » and « Sorel Varan », « V. Sorel » and « Valentine Sorel », « Dmitri » and « Dmitry ».
    private bool Fits(TokenRange a, TokenRange b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        if (!Spelling.Alike(tokens.Form(small.End - 1), tokens.Form(large.End - 1)))
            return false;
        var at = large.First;
        for (var i = small.First; i < small.End - 1; i++)
        {
            while (at < large.End - 1 && !SameGiven(tokens.Form(i), tokens.Form(at)))
                at++;
            if (at >= large.End - 1)
                return false;
            at++;
        }

        return true;
    }

    private static bool SameGiven(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Spelling.Alike(a, b) || Spelling.IsInitial(a, b) || Spelling.IsInitial(b, a);

    private bool IsVariant(Entity entity, TokenRange name)
    {
        foreach (var own in entity.Names)
        {
            if (own.Count == name.Count && own.Count >= 2 && Spelling.Same(tokens.Form(own.First), tokens.Form(name.First))
                && Spelling.Alike(tokens.Form(own.End - 1), tokens.Form(name.End - 1), edits: 2))
            {
                return true;
            }
        }

        return false;
    }
}
