// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Dixit.Attributions;
using Dixit.Languages;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>The work on one document: names, then roles, then everything else from left to right, then the drafts.</summary>
internal sealed class Resolution(TokenList tokens, SentenceList sentences, NounPhraseList phrases, IReadOnlyList<AttributionDraft> drafts, MentionSetting setting)
{
    private const int MostAlike = 8;
    private const int MostMentions = 64;
    private const int LeadSentences = 4;
    private const double ClearLead = 2.5;
    private const int LongestAside = 14;
    private const int FarthestPresident = 12;

    private readonly List<Entity> _entities = new(phrases.Count);
    private readonly RoleTable _roles = new(tokens);
    private readonly Focus _focus = new();
    private readonly List<Described> _described = new(phrases.Count / 2);
    private readonly Dictionary<ulong, int> _lastDescribed = new(phrases.Count / 4); // by head and number

    // By phrase, and by inner phrase: whom it means, and how that was found.
    private readonly Entity?[] _meant = new Entity?[phrases.Count];
    private readonly Entity?[] _innerMeant = new Entity?[phrases.Inner.Count];
    private readonly string?[] _rules = new string?[phrases.Count];
    private readonly bool[] _isSource = new bool[phrases.Count];
    private readonly bool[] _goesOn = new bool[phrases.Count];
    private readonly bool[] _isIncise = new bool[phrases.Count];
    private readonly bool[] _isBorrowed = new bool[phrases.Count];

    // By phrase: the quotation that it stands in, and the content that it is the source of and that comes before it.
    private readonly AttributionDraft?[] _saidIn = new AttributionDraft?[phrases.Count];
    private readonly AttributionDraft?[] _opening = new AttributionDraft?[phrases.Count];

    private NameIndex? _names;
    private readonly Entity?[] _mainPersons = new Entity?[3];
    private readonly bool[] _mainKnown = new bool[3];
    private int[] _ordinals = [];
    private RoleWords _words; // of the phrase read last
    private TokenRange _wordsRead;
    private int _wordsHead = -1;
    private int _verbKnown = -1;
    private bool _verbFound;

    public Coreference Run()
    {
        MarkSources();
        GatherNames();
        JoinAcronyms();
        GatherRoles();
        ReadThrough();
        NameTheAnnounced();
        foreach (var draft in drafts)
            Settle(draft);
        return new SpeakerList(tokens, _entities).Write(phrases, _meant, _innerMeant, _rules, drafts);
    }

    private void MarkSources()
    {
        foreach (var draft in drafts)
        {
            var index = SourcePhrase(draft);
            if (index >= 0)
            {
                _isSource[index] = true;
                _goesOn[index] |= draft.GoesOn;
                _isIncise[index] |= draft.Rule is "direct/cue-inside" or "direct/closed-by-cue";
            }

            if (index >= 0 && phrases[index].Kind == PhraseKind.Pronoun && !draft.Cue.IsEmpty && draft.Cue.End <= draft.ContentExtent.First && draft.ContentExtent.End <= phrases[index].First)
                _opening[index] = draft;
            MarkQuoted(draft);
        }
    }

    private void MarkQuoted(AttributionDraft draft)
    {
        if (draft.Kind == QuotationKind.Indirect)
            return;
        foreach (var range in draft.Content)
        {
            for (var i = range.First; i < range.End; i++)
            {
                if (phrases.IndexAt(i) is not (>= 0 and var index))
                    continue;
                i = phrases[index].End - 1;
                if (phrases[index].Kind == PhraseKind.Pronoun && setting.IsQuoted(phrases[index].Head) && (_saidIn[index] is not { } outer || outer.ContentExtent.Count > draft.ContentExtent.Count))
                    _saidIn[index] = draft;
            }
        }
    }

    // The phrase of a draft's source: the one of its head, else the first in it that can speak.
    private int SourcePhrase(AttributionDraft draft)
    {
        if (draft.SourceHead >= 0)
        {
            var index = phrases.IndexAt(draft.SourceHead);
            if (index < 0 && tokens.Is(draft.SourceHead, WordClass.Relative))
                index = BeforeRelative(draft.SourceHead);
            if (index >= 0)
                return index;
        }

        var first = phrases.IndexAt(draft.Source.First);
        if (first >= 0 && !draft.Source.IsEmpty && phrases[first].Kind != PhraseKind.Time)
            return first;
        for (var i = draft.Source.First; i < draft.Source.End; i++)
        {
            var index = phrases.IndexAt(i);
            if (index >= 0 && phrases[index].CanSpeak)
                return index;
        }

        return draft.Source.IsEmpty ? -1 : phrases.IndexAt(draft.Source.First);
    }

    // « Ana Bellec, qui assure »
    private int BeforeRelative(int relative)
    {
        var at = relative - 1;
        if (tokens.IsKind(at, TokenKind.Comma))
            at--;
        return phrases.IndexAt(at);
    }

    private void GatherNames()
    {
        _names = new NameIndex(tokens, _entities);
        ForEachPhrase((phrase, index, inner) =>
        {
            var named = AsName(phrase);
            if (named.Name.Count >= 2)
                SetMeant(index, inner, _names.AddFull(named, IsArticled(named)));
        });
        ForEachPhrase((phrase, index, inner) =>
        {
            var named = AsName(phrase);
            if (named.Name.Count == 1)
                SetMeant(index, inner, _names.AddShort(named, IsTitled(named), IsArticled(named) || (named.Kind == PhraseKind.OrganisationName && named.Name.First > named.First)));
            if (named.Name.IsEmpty)
                return;
            var entity = (inner ? _innerMeant[index] : _meant[index])!;
            entity.LastMention = named.Head;
            entity.Mentions++;
        });
        for (var i = 0; i < phrases.Inner.Count; i++)
        {
            var outer = phrases.IndexAt(phrases.Inner[i].First);
            if (outer >= 0 && !phrases.Inner[i].Name.IsEmpty && phrases[outer].Name == phrases.Inner[i].Name)
                _isBorrowed[outer] = true;
        }

        foreach (var entity in _entities)
            entity.LastMention = -1;
    }

    private void SetMeant(int index, bool inner, Entity entity)
    {
        if (inner)
            _innerMeant[index] = entity;
        else
            _meant[index] = entity;
    }

    // Phrases and inner phrases in the order of the text; nothing of the site's own.
    private void ForEachPhrase(Action<NounPhrase, int, bool> read)
    {
        var inner = 0;
        for (var i = 0; i < phrases.Count; i++)
        {
            var phrase = phrases[i];
            var furniture = setting.IsFurniture(phrase.First);
            if (!furniture)
                read(phrase, i, false);
            for (; inner < phrases.Inner.Count && phrases.Inner[inner].First < phrase.End; inner++)
            {
                if (!furniture)
                    read(phrases.Inner[inner], inner, true);
            }
        }
    }

    // « l'Agence nationale de la mer »: a common noun with a capital of its own is a name.
    private NounPhrase AsName(NounPhrase phrase)
    {
        if (!phrase.Name.IsEmpty)
            return phrase.Kind is PhraseKind.Other or PhraseKind.Document or PhraseKind.Time ? phrase with { Name = default } : phrase;
        if (phrase.Kind == PhraseKind.Organisation && tokens.IsCapitalised(phrase.Head) && phrase.Head > phrase.First && phrase.End - phrase.Head >= 2)
            return phrase with { Name = new TokenRange(phrase.Head, phrase.End), Kind = PhraseKind.OrganisationName };
        return phrase;
    }

    private bool IsArticled(NounPhrase phrase) => phrase.Name.First > phrase.First && tokens.Is(phrase.Name.First - 1, WordClass.Determiner);

    private bool IsTitled(NounPhrase phrase) => phrase.Name.First > phrase.First && tokens.Is(phrase.Name.First - 1, WordClass.Title);

    // « l'Union des ports (UP) », « UP (Union des ports) »
    private void JoinAcronyms()
    {
        for (var i = 0; i < phrases.Count; i++)
        {
            var bracket = Appositions.InBrackets(tokens, phrases[i].End);
            if (bracket.IsEmpty)
                continue;
            var other = phrases.IndexAt(bracket.First);
            if (other < 0 || phrases[other].Range.End > bracket.End || _meant[other] is not { } acronym || phrases[other].Kind is PhraseKind.Time)
                continue;
            var phrase = phrases[i];
            if (phrase.Kind is PhraseKind.Role or PhraseKind.PersonName or PhraseKind.Person or PhraseKind.Other or PhraseKind.Document)
            {
                JoinInner(phrase, phrases[other], acronym);
                continue;
            }

            var body = _meant[i];
            if (body is not null && (body.Kind is PhraseKind.PersonName || (body.Kind == PhraseKind.UnknownName && !IsAcronymOf(phrases[other], phrase))))
                continue;
            if (!IsAcronymOf(phrases[other], phrase) && !IsAcronymOf(phrase, phrases[other]))
                continue;
            body ??= _meant[i] = Describe(phrase);
            if (body.Root != acronym.Root)
                Merge(body.Root, acronym.Root);
        }
    }

    // « directrice de l'Agence de la mer (AM) »: the bracket belongs to the inner phrase that ends there.
    private void JoinInner(NounPhrase outer, NounPhrase bracketed, Entity acronym)
    {
        for (var i = LowerInner(outer.First); i < phrases.Inner.Count && phrases.Inner[i].First < outer.End; i++)
        {
            var inner = phrases.Inner[i];
            if (inner.End != outer.End || inner.Kind is not (PhraseKind.Organisation or PhraseKind.OrganisationName or PhraseKind.Group) || !IsAcronymOf(bracketed, inner)
                || char.ToUpperInvariant(tokens.FirstChar(WithoutDeterminer(inner.Range).First)) != tokens.FirstChar(bracketed.Name.First))
            {
                continue;
            }

            var body = _innerMeant[i] ??= Describe(inner);
            if (body.Root != acronym.Root)
                Merge(body.Root, acronym.Root);
            return;
        }
    }

    // A word in capitals whose first letter the long form has too; the rest of the letters may be a language's own.
    private bool IsAcronymOf(NounPhrase acronym, NounPhrase longForm)
    {
        if (acronym.Name.Count != 1 || !tokens.Has(acronym.Name.First, TokenFlags.AllCapitals) && tokens.Lexeme(acronym.Name.First).Stands is null)
            return false;
        var start = WithoutDeterminer(longForm.Range).First;
        return longForm.End - start >= 2 && longForm.Kind is not (PhraseKind.PersonName or PhraseKind.Role or PhraseKind.Person);
    }

    private void Merge(Entity body, Entity acronym)
    {
        if (body.Names.Count + acronym.Names.Count > MostMentions)
            return;
        if (!body.IsNamed)
        {
            body.Names.Add(body.Description);
            body.Kind = PhraseKind.OrganisationName;
        }

        body.Names.AddRange(acronym.Names);
        body.Mentions += acronym.Mentions;
        if (body.Gender == Gender.Unknown)
            body.Gender = acronym.Gender;
        if (!acronym.Role.IsEmpty && body.Role.IsEmpty)
            body.Role = acronym.Role;
        acronym.Merged = body;
    }

    private void GatherRoles()
    {
        ForEachPhrase((phrase, index, inner) =>
        {
            var entity = inner ? _innerMeant[index] : _meant[index];
            if (!phrase.Name.IsEmpty && entity is not null && phrase.Name.First > phrase.First)
                AddPremodifier(phrase, entity, inner ? IsBorrowedFrom(phrase) : _isBorrowed[index]);
            if (inner)
            {
                AddInnerApposition(phrase, index);
                return;
            }

            var other = Appositions.After(tokens, phrases, index);
            if (other >= 0)
                Appose(index, other);
            else if (entity is not null)
                ReadCopula(phrase, entity);
        });
        SettleBorrowed();
    }

    private bool IsBorrowedFrom(NounPhrase inner)
    {
        var outer = phrases.IndexAt(inner.First);
        return outer >= 0 && _isBorrowed[outer] && phrases[outer].Name == inner.Name;
    }

    // « le ministre russe | Paul Sorel », « le syndicat | Alliance »
    private void AddPremodifier(NounPhrase phrase, Entity entity, bool borrowed)
    {
        if (borrowed)
            return;
        var end = phrase.Name.First;
        while (end > phrase.First && tokens.Is(end - 1, WordClass.Title | WordClass.Determiner) && !tokens.Is(end - 1, WordClass.Role))
            end--;
        if (end > phrase.First)
            AddRole(entity, WithoutDeterminer(new TokenRange(phrase.First, end)));
    }

    // The first noun of a role: « premier | ministre », « jeune | chercheuse ».
    private int RoleHead(TokenRange role)
    {
        for (var i = role.First; i < role.End; i++)
        {
            if (tokens.Is(i, WordClass.Role | WordClass.PersonNoun | WordClass.OrganisationNoun | WordClass.MediumNoun | WordClass.Demonym | WordClass.GroupNoun)
                && !(tokens.Is(i, WordClass.Ordinal | WordClass.Adjective) && i + 1 < role.End && tokens.Is(i + 1, WordClass.Role)))
            {
                return i;
            }
        }

        return role.First;
    }

    private void AddRole(Entity entity, TokenRange role)
    {
        var head = RoleHead(role);
        for (var i = role.First; i < role.End; i++)
        {
            if (entity.State is null && tokens.Is(i, WordClass.Demonym))
                entity.State = tokens.Lexeme(i).Stands;
        }

        _roles.Add(entity, role, head, role.First);
        // « le fondateur et directeur du port »: he is either.
        for (var i = head + 1; i < role.End - 1; i++)
        {
            if (tokens.Is(i, GrammarWord.And) && tokens.Is(i + 1, WordClass.Role) && !tokens.IsCapitalised(i + 1))
                _roles.Add(entity, new TokenRange(i + 1, role.End), i + 1, role.First);
        }

        if (tokens.Is(head, WordClass.Role | WordClass.PersonNoun) && entity.Kind == PhraseKind.UnknownName)
            entity.Kind = PhraseKind.PersonName;
        if (entity.Gender == Gender.Unknown && entity.Kind == PhraseKind.PersonName)
            entity.Gender = DeterminerGender(role.First) is var gender && gender != Gender.Unknown ? gender : tokens.Lexeme(head).Gender;
    }

    private Gender DeterminerGender(int first) => tokens.Is(first - 1, WordClass.Determiner) ? tokens.Lexeme(first - 1).Gender : Gender.Unknown;

    private void Appose(int index, int other)
    {
        var left = _meant[index];
        var right = _meant[other];
        if (left is not null && right is null)
        {
            AddRole(left, WithoutDeterminer(phrases[other].Range));
            (_meant[other], _rules[other]) = (left, "apposition");
        }
        else if (right is not null && left is null)
        {
            AddRole(right, WithoutDeterminer(phrases[index].Range));
            (_meant[index], _rules[index]) = (right, "apposition");
        }
    }

    // « le procès de l'ancienne présidente, Ana Bellec »
    private void AddInnerApposition(NounPhrase phrase, int index)
    {
        var outer = phrases.IndexAt(phrase.First);
        if (outer < 0 || phrases[outer].End != phrase.End || !phrases[outer].Name.IsEmpty || phrases[outer].Kind is PhraseKind.Role or PhraseKind.Person)
            return;
        // « de la part d'Ana Bellec, l'ancienne ministre »
        if (_innerMeant[index] is { } named && !NameIndex.IsBody(phrase.Kind))
        {
            var role = Appositions.DescriptionAfter(tokens, phrases, phrase);
            if (role >= 0 && _meant[role] is null)
            {
                AddRole(named, WithoutDeterminer(phrases[role].Range));
                (_meant[role], _rules[role]) = (named, "apposition");
            }

            return;
        }

        if (!phrase.Name.IsEmpty || phrase.Kind is not (PhraseKind.Role or PhraseKind.Person))
            return;
        var other = Appositions.NameAfter(tokens, phrases, phrase);
        if (other < 0 || _meant[other] is not { } entity)
            return;
        AddRole(entity, WithoutDeterminer(phrase.Range));
        _innerMeant[index] = entity;
    }

    // « Ana Bellec est la présidente de … »
    private void ReadCopula(NounPhrase phrase, Entity entity)
    {
        var verb = phrase.End;
        if (tokens.IsKind(verb, TokenKind.Comma) && tokens.Is(verb + 1, WordClass.Relative))
            verb += 2;
        else if (tokens.IsForm(verb, "qui"))
            verb++;
        if (tokens.Lexeme(verb).Verb?.Lemma != "être" || !tokens.Is(verb, WordClass.Auxiliary))
            return;
        var at = verb + 1;
        if (tokens.Is(at, WordClass.Adverb))
            at++;
        if (phrases.TryStartingAt(at, out var role) && role.Kind is PhraseKind.Role or PhraseKind.Person && role.Name.IsEmpty && !tokens.Is(verb, WordClass.Negation))
            AddRole(entity, WithoutDeterminer(role.Range));
    }

    private void SettleBorrowed()
    {
        if (Array.IndexOf(_isBorrowed, true) < 0)
            return;
        var mentions = new Dictionary<Entity, List<int>>();
        for (var i = 0; i < phrases.Count; i++)
        {
            if (_meant[i] is not { } entity)
                continue;
            if (!mentions.TryGetValue(entity, out var own))
                mentions.Add(entity, own = []);
            if (own.Count < MostMentions)
                own.Add(i);
        }

        for (var i = 0; i < phrases.Count; i++)
        {
            if (_isBorrowed[i] && _meant[i] is { } entity)
                SettleBorrowed(i, mentions[entity]);
        }
    }

    // « le secrétaire de presse du président Paul Sorel »: Sorel is the president unless the text calls him so nowhere else and lets him speak elsewhere.
    private void SettleBorrowed(int index, List<int> mentions)
    {
        var phrase = phrases[index];
        var entity = _meant[index]!;
        var inner = -1;
        for (var i = LowerInner(phrase.First); i < phrases.Inner.Count && phrases.Inner[i].First < phrase.End; i++)
        {
            if (phrases.Inner[i].Name == phrase.Name)
                inner = i;
        }

        if (inner < 0)
            return;
        var office = RoleWords.Read(tokens, WithoutDeterminer(new TokenRange(phrases.Inner[inner].First, phrase.Name.First)), FirstRole(phrases.Inner[inner]));
        bool speaks = false, holds = false;
        foreach (var i in mentions)
        {
            if (i == index)
                continue;
            speaks |= _isSource[i];
            var other = phrases[i];
            if (other.Name.First > other.First && !_isBorrowed[i] && tokens.Is(other.First, WordClass.Determiner))
                holds |= RoleWords.Read(tokens, WithoutDeterminer(new TokenRange(other.First, other.Name.First)), FirstRole(other)).Head == office.Head;
        }

        if (speaks && !holds)
        {
            AddRole(entity, WithoutDeterminer(new TokenRange(phrase.First, phrase.Name.First)));
            return;
        }

        (_meant[index], _isBorrowed[index]) = (null, false);
        AddRole(entity, WithoutDeterminer(new TokenRange(phrases.Inner[inner].First, phrase.Name.First)));
    }

    private int FirstRole(NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.Name.First; i++)
        {
            if (tokens.Is(i, WordClass.Role))
                return i;
        }

        return phrase.First;
    }

    private int LowerInner(int token)
    {
        int low = 0, high = phrases.Inner.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (phrases.Inner[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void ReadThrough()
    {
        ForEachPhrase((phrase, index, inner) =>
        {
            if (phrase.Kind is PhraseKind.Time || (phrase.Kind == PhraseKind.Other && !(!inner && _isSource[index])))
                return;
            // What an incise says between the marks is the writer's.
            var quoted = setting.IsQuoted(phrase.Head) && !(!inner && _isIncise[index] && phrase.Kind != PhraseKind.Pronoun);
            var entity = inner ? _innerMeant[index]?.Root : Meaning(phrase, index, quoted);
            if (entity is null)
                return;
            entity.LastMention = phrase.Head;
            if (entity.FirstMention < 0)
                entity.FirstMention = phrase.Head;
            if (!inner)
                _meant[index] = entity;
            _focus.Add(new FocusItem(entity, phrase.Head, SentenceAt(phrase.Head), !inner && IsSubject(index), !inner && _isSource[index], quoted, inner, !HasVerb(sentences.IndexAt(phrase.Head))));
        });
    }

    // Sentences are counted as the writer's own: a long quotation does not push its speaker out of mind.
    private int SentenceAt(int token)
    {
        if (_ordinals.Length == 0)
        {
            _ordinals = new int[sentences.Count];
            for (var i = 1; i < sentences.Count; i++)
                _ordinals[i] = _ordinals[i - 1] + (setting.IsQuoted(sentences[i].First) ? 0 : 1);
        }

        return _ordinals[sentences.IndexAt(token)];
    }

    // « La porte est fermée, dit le gardien. "Elle le restera", ajoute Paul Sorel. »: the press describes first and names next.
    private void NameTheAnnounced()
    {
        var waiting = -1;
        for (var i = 0; i < phrases.Count; i++)
        {
            if (!_isSource[i] || _meant[i]?.Root is not { } entity)
                continue;
            var phrase = phrases[i];
            if (waiting >= 0 && Announces(phrases[waiting], _meant[waiting]!.Root, phrase, entity))
            {
                var described = _meant[waiting]!.Root;
                if (entity.Role.IsEmpty)
                    entity.Role = described.Description;
                described.Merged = entity;
                for (var k = i; k >= 0 && k > i - MostMentions; k--)
                {
                    if (_meant[k] == described)
                        _rules[k] = "named-next";
                }
            }

            var open = !entity.IsNamed && !entity.Plural && entity.Kind is PhraseKind.Role or PhraseKind.Person && tokens.Is(phrase.First, WordClass.Definite)
                && !tokens.Is(phrase.First + 1, WordClass.Numeral | WordClass.Quantifier) && !tokens.Form(Math.Min(phrase.First + 1, tokens.Count - 1)).StartsWith("ancien");
            waiting = open ? i : -1;
        }
    }

    private bool Announces(NounPhrase described, Entity description, NounPhrase named, Entity person)
    {
        var distance = SentenceAt(named.Head) - SentenceAt(described.Head);
        return person.IsNamed && !person.Plural && person.MayBePerson && person != description && distance is >= 1 and <= 2 && person.FirstMention == named.Head && person.Role.IsEmpty
            && named.First == named.Name.First && description.FirstMention <= described.Head
            && (description.Gender == Gender.Unknown || person.Gender == Gender.Unknown || description.Gender == person.Gender);
    }

    private bool HasVerb(int sentence)
    {
        if (sentence != _verbKnown)
        {
            _verbKnown = sentence;
            _verbFound = false;
            for (var i = sentences[sentence].First; i < sentences[sentence].End && !_verbFound; i++)
                _verbFound = tokens.Lexeme(i).IsVerb(VerbMorph.Third) && !tokens.IsCapitalised(i) && (tokens.Is(i, WordClass.Auxiliary) || !tokens.Is(i, WordClass.Noun | WordClass.Adjective | WordClass.Preposition));
        }

        return _verbFound;
    }

    private bool IsSubject(int index)
    {
        var end = phrases[index].End;
        if (Appositions.IsVerbNext(tokens, end))
            return true;
        // « par l'envoyée du journal, qui décrit … »: of the relative clause, whatever it is to its own.
        if (tokens.Is(end, GrammarWord.Who) || (tokens.IsKind(end, TokenKind.Comma) && tokens.Is(end + 1, GrammarWord.Who)))
            return true;
        if (tokens.Is(phrases[index].First - 1, WordClass.Preposition | WordClass.Of))
            return false;
        // What opens a sentence without a preposition is its subject, however far the verb: « La maire, dont le projet …, a dit ».
        if (phrases[index].First == sentences.At(phrases[index].First).First && HasVerb(sentences.IndexAt(phrases[index].First)))
            return true;
        end = Appositions.Extend(tokens, phrases, index).End;
        if (!tokens.IsKind(end, TokenKind.Comma))
            return Appositions.IsVerbNext(tokens, end);
        // « Bellec, originaire de Brize, a dit »
        for (var i = end + 1; i < end + LongestAside && tokens.IsWord(i) && !tokens.Has(i, TokenFlags.ParagraphBefore); i++)
        {
            if (tokens.IsKind(i + 1, TokenKind.Comma))
                return Appositions.IsVerbNext(tokens, i + 2);
        }

        return Appositions.IsVerbNext(tokens, end + 1);
    }

    // « Présentatrice de l'émission, elle a quitté la chaîne »: what opens the sentence without an article is said of the pronoun, and is nobody else.
    private bool DescribesPronoun(NounPhrase phrase)
    {
        if (phrase.Kind is not (PhraseKind.Role or PhraseKind.Person) || phrase.Plural || tokens.Is(phrase.First, WordClass.Determiner) || phrase.First != sentences.At(phrase.First).First)
            return false;
        for (var i = phrase.End; i < phrase.End + LongestAside && i + 1 < sentences.At(phrase.First).End; i++)
        {
            if (tokens.IsKind(i, TokenKind.Comma))
                return tokens.IsForm(i + 1, "il") || tokens.IsForm(i + 1, "elle");
        }

        return false;
    }

    private Entity? Meaning(NounPhrase phrase, int index, bool quoted)
    {
        if (_meant[index] is { } known)
        {
            _rules[index] ??= "name";
            return known.Root;
        }

        Entity? entity;
        if (phrase.Kind is PhraseKind.Document or PhraseKind.Other && InnerMedium(phrase) is { } medium)
        {
            _rules[index] = "medium";
            return medium;
        }

        if (phrase.Kind == PhraseKind.Pronoun)
        {
            (entity, _rules[index]) = Pronoun(phrase, index, quoted);
            return entity;
        }

        if (!_isSource[index] && DescribesPronoun(phrase))
            return null;
        var sentence = SentenceAt(phrase.Head);
        if (phrase.Kind is PhraseKind.Role or PhraseKind.Person or PhraseKind.Demonym && !phrase.Plural && !IsIndefinite(phrase))
        {
            (entity, _rules[index]) = DescribedPerson(phrase, index, sentence, quoted);
            if (entity is not null)
                return entity;
        }
        else if (phrase.Kind is PhraseKind.Organisation or PhraseKind.Group && !phrase.Plural && !IsIndefinite(phrase))
        {
            (entity, _rules[index]) = DescribedBody(phrase, sentence, quoted);
            if (entity is not null)
                return entity;
        }
        else if (phrase.Kind == PhraseKind.Anonymous && !IsIndefinite(phrase) && SameHead(phrase) is null && IsSameSource(phrase)
            && _focus.FindLast(sentence, static item => item.IsSource) is { } source)
        {
            _rules[index] = "same-source";
            return source;
        }
        else if (!IsIndefinite(phrase) && SameHead(phrase) is { } same)
        {
            _rules[index] = "same-noun";
            return same;
        }

        _rules[index] = "noun-phrase";
        return Describe(phrase);
    }

    private (Entity? Entity, string? Rule) DescribedPerson(NounPhrase phrase, int index, int sentence, bool quoted)
    {
        var possessive = tokens.Is(phrase.First, WordClass.Possessive);
        if (phrase.Kind == PhraseKind.Demonym)
            return Compatriot(phrase, sentence, quoted);
        if (_roles.Find(WordsOf(phrase), phrase.First, phrase.Gender, possessive) is { } holder)
            return (holder, "role");
        // « cette avocate »: always somebody just spoken of.
        if (tokens.Is(phrase.First, WordClass.Demonstrative) && PointedAt(phrase.Gender, sentence, quoted) is { } pointed)
        {
            Remember(pointed, phrase);
            return (pointed, "demonstrative");
        }

        if (SameHead(phrase) is { } same)
            return (same, "same-noun");
        if (possessive || !tokens.Is(phrase.First, WordClass.Definite | WordClass.Demonstrative))
            return (null, null);
        if (_goesOn[index] && !quoted && LastSpeaker(phrase, sentence) is { } speaker)
        {
            Remember(speaker, phrase);
            return (speaker, "goes-on");
        }

        return SpokenOf(phrase, sentence, quoted);
    }

    // « "…", a dit Ana Bellec. "…", a ajouté la députée »: who adds has spoken.
    private Entity? LastSpeaker(NounPhrase phrase, int sentence) =>
        _focus.FindLast(sentence, static item => item.IsSource && !item.IsQuoted && !item.IsInner) is { IsNamed: true, IsPerson: true, Plural: false } last
            && (phrase.Gender == Gender.Unknown || last.Gender == Gender.Unknown || last.Gender == phrase.Gender) && (last.Role.IsEmpty || !RoleWords.Clash(tokens, phrase.Head, RoleHead(last.Role)))
            ? last : null;

    private Entity? PointedAt(Gender gender, int sentence, bool quoted) =>
        _focus.Find(sentence, quoted, item => IsSingularPerson(item, gender) ? item.Entity.Root.IsNamed ? 6 : 5 : 0, 4);

    // « le jeune homme », « l'ancien militaire »: who is spoken of, if it can be one only.
    private (Entity? Entity, string? Rule) SpokenOf(NounPhrase phrase, int sentence, bool quoted)
    {
        if (sentence < LeadSentences && _focus.Count(sentence, LeadSentences, item => item.Entity.Root.IsNamed && IsSingularPerson(item, phrase.Gender)) == 0
            && (phrase.Kind == PhraseKind.Person || !RoleWords.IsOffice(tokens, phrase.Head) || WordsOf(phrase).IsHeadOfState) && MainPerson(phrase.Gender) is { } main && MayHold(main, phrase))
        {
            Remember(main, phrase);
            return (main, "main-person");
        }

        if (IsPresidentOfState(phrase) && !quoted && _focus.Count(sentence, FarthestPresident, MayPreside) == 1 && _focus.FindLast(sentence, MayPreside, FarthestPresident) is { } president)
        {
            Remember(president, phrase);
            return (president, "description");
        }

        var described = _focus.Find(sentence, quoted, item => MayBeCalled(item, phrase) ? 5 : 0, 4, ClearLead);
        if (described is null || IsOfAnotherBody(described, phrase))
            return (null, null);
        Remember(described, phrase);
        return (described, "description");
    }

    // « le président américain », where one person alone is spoken of by name, and without an office.
    private bool IsPresidentOfState(NounPhrase phrase) =>
        phrase.End == phrase.Head + 2 && tokens.Is(phrase.Head + 1, WordClass.Demonym) && RoleWords.Read(tokens, new TokenRange(phrase.Head, phrase.Head + 1), phrase.Head).IsHeadOfState;

    private static bool MayPreside(FocusItem item) =>
        item.Entity.Root is { IsNamed: true, MayBePerson: true, Plural: false, Mentions: > 1 } entity && entity.Role.IsEmpty && entity.Names.Exists(static name => name.Count > 1) && !item.IsQuoted;

    private (Entity? Entity, string? Rule) Compatriot(NounPhrase phrase, int sentence, bool quoted)
    {
        var state = tokens.Lexeme(phrase.Head).Stands;
        var compatriot = state is null ? null : _focus.Find(sentence, quoted, item => item.Entity.Root.State == state && IsSingularPerson(item, phrase.Gender) ? 5 : 0, 40);
        if (compatriot is not null)
            return (compatriot, "demonym");
        return _focus.Find(sentence, quoted, item => item.Entity.Root.State is null && IsSingularPerson(item, phrase.Gender) && item.Entity.Root.IsNamed ? 5 : 0) is { } salient ? (salient, "demonym-salience") : (null, null);
    }

    private bool MayBeCalled(FocusItem item, NounPhrase phrase)
    {
        var entity = item.Entity.Root;
        if (!IsSingularPerson(item, phrase.Gender) || item.IsQuoted || !entity.IsNamed)
            return false;
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (i != phrase.Head && tokens.Is(i, WordClass.Demonym) && tokens.Lexeme(i).Stands != entity.State)
                return false;
        }

        if (phrase.Kind == PhraseKind.Person || !RoleWords.IsOffice(tokens, phrase.Head))
            return MayHold(entity, phrase);
        // « le magistrat » of the prosecutor; of a man without a role « l'ancien ministre », « l'avocat », but not « le ministre », who may be anybody.
        var words = WordsOf(phrase);
        if (!entity.Role.IsEmpty)
            return (words.Words.Length == 0 && RoleWords.Covers(tokens, phrase.Head, RoleHead(entity.Role))) || (IsFormer(phrase) && RoleWords.IsOffice(tokens, RoleHead(entity.Role)));
        if (IsFormer(phrase) || (words.Words.Length == 0 && entity.IsPerson && RoleWords.IsCalling(tokens, phrase.Head)))
            return true;
        // A head of state is named without his office more often than not.
        return entity.Mentions > 1 && words.IsHeadOfState && (entity.Called < 0 || RoleWords.IsOffice(tokens, entity.Called));
    }

    // Whose trade is another is not meant: « le pilote » is not the minister.
    private bool MayHold(Entity entity, NounPhrase phrase) => entity.Role.IsEmpty || !RoleWords.Clash(tokens, phrase.Head, RoleHead(entity.Role));

    // « l'exploitant du réseau » is not the mayor spoken of: a role in a body of which nothing was said.
    private bool IsOfAnotherBody(Entity entity, NounPhrase phrase) =>
        !entity.Role.IsEmpty && phrase.Kind == PhraseKind.Role && HasInnerName(phrase) && !RoleWords.IsLoose(tokens, phrase.Head) && !WordsOf(phrase).Shares(RoleWords.Read(tokens, entity.Role, RoleHead(entity.Role)));

    // « l'ancien ministre », « la maire sortante »
    private bool IsFormer(NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            if (tokens.Is(i, GrammarWord.Former) && (tokens.Form(i).StartsWith("ancien") || tokens.IsForm(i, "former")))
                return true;
        }

        return phrase.Head + 1 < phrase.End && tokens.Form(phrase.Head + 1).StartsWith("sortant");
    }

    private static bool IsSingularPerson(FocusItem item, Gender gender)
    {
        var entity = item.Entity.Root;
        return entity.MayBePerson && !entity.Plural && (gender == Gender.Unknown || entity.Gender == Gender.Unknown || entity.Gender == gender);
    }

    private (Entity? Entity, string? Rule) DescribedBody(NounPhrase phrase, int sentence, bool quoted)
    {
        if (!tokens.Is(phrase.First, WordClass.Possessive) && _roles.Find(WordsOf(phrase), phrase.First, Gender.Unknown, possessed: false) is { } holder && !holder.IsPerson)
            return (holder, "role");
        if (SameHead(phrase) is { } same)
            return (same, "same-noun");
        if (tokens.Is(phrase.First, WordClass.Definite | WordClass.Demonstrative) && phrase.End - phrase.Head == 1 && _focus.Find(sentence, quoted, item => IsCalled(item, phrase.Head) ? 5 : 0, 40) is { } called)
            return (called, "head-of-name");
        if (!BodyWords.IsGeneric(tokens, phrase.Head) || !tokens.Is(phrase.First, WordClass.Definite | WordClass.Demonstrative))
            return (null, null);
        var either = tokens.Is(phrase.Head, WordClass.MediumNoun) && tokens.Is(phrase.Head, WordClass.OrganisationNoun);
        var medium = tokens.Is(phrase.Head, WordClass.MediumNoun) && !either;
        if ((medium && IsOfAnotherKind(phrase)) || (HasInnerName(phrase) && !medium) || (!medium && !tokens.Is(phrase.First, WordClass.Demonstrative) && phrase.End - phrase.Head > 2))
            return (null, null);
        var body = _focus.Find(sentence, quoted, item => BodyFit(item, medium, either, quoted), medium ? 8 : 5);
        if (body is not null)
            Remember(body, phrase);
        return (body, body is null ? null : "description");
    }

    // « the commission » for the Commission on Harbours: a body whose name holds the noun.
    private bool IsCalled(FocusItem item, int head)
    {
        var entity = item.Entity.Root;
        if (!entity.IsNamed || entity.IsPerson)
            return false;
        var key = Spelling.StemKey(tokens, head);
        foreach (var name in entity.Names)
        {
            for (var i = name.First; i < name.End && name.Count > 1; i++)
            {
                if (Spelling.StemKey(tokens, i) == key)
                    return true;
            }
        }

        return false;
    }

    // « le site d'information » and « le média de Rome » can be a newspaper, « le site de rencontres » cannot.
    private bool IsOfAnotherKind(NounPhrase phrase)
    {
        for (var i = phrase.Head + 1; i + 1 < phrase.End; i++)
        {
            if (tokens.Is(i, WordClass.Of))
                return !tokens.IsCapitalised(i + 1) && !tokens.Form(i + 1).StartsWith("information") && !tokens.IsForm(i + 1, "presse");
        }

        return false;
    }

    private static double BodyFit(FocusItem item, bool medium, bool either, bool quoted)
    {
        var entity = item.Entity.Root;
        if (!entity.IsNamed || (item.IsQuoted && !quoted))
            return 0;
        return entity.Kind switch
        {
            PhraseKind.Media => medium || either ? 6 : 0,
            PhraseKind.OrganisationName => medium ? 0 : 5,
            PhraseKind.UnknownName when !item.IsInner && entity.Names[0].Count == 1 => 4,
            PhraseKind.UnknownName when !item.IsInner && !medium => 4,
            _ => 0,
        };
    }

    // « un article de La Gazette », « une information de La Gazette »: the outlet speaks.
    private Entity? InnerMedium(NounPhrase phrase)
    {
        for (var i = LowerInner(phrase.First); i < phrases.Inner.Count && phrases.Inner[i].First < phrase.End; i++)
        {
            if (phrases.Inner[i].Kind == PhraseKind.Media)
                return _innerMeant[i]?.Root;
        }

        return null;
    }

    // « la même source », « de même source »
    private bool IsSameSource(NounPhrase phrase) => tokens.IsForm(phrase.Head, "source") && tokens.IsForm(phrase.Head - 1, "même");

    private bool HasInnerName(NounPhrase phrase)
    {
        var at = LowerInner(phrase.First);
        return at < phrases.Inner.Count && phrases.Inner[at].First < phrase.End;
    }

    // « un », « des », « deux » without an article bring in somebody new.
    private bool IsIndefinite(NounPhrase phrase) => tokens.Is(phrase.First, WordClass.Quantifier | WordClass.Numeral) || tokens.IsForm(phrase.First, "des") || tokens.IsForm(phrase.First, "de")
        || tokens.IsKind(phrase.First, TokenKind.Number);

    private Entity? SameHead(NounPhrase phrase)
    {
        if (!_lastDescribed.TryGetValue(HeadKey(phrase), out var at))
            return null;
        var words = WordsOf(phrase);
        for (var i = 0; i < MostAlike && at >= 0; i++)
        {
            var described = _described[at];
            var stated = RoleWords.Read(tokens, described.Range, described.Head);
            if (words.Match(stated) > 0 || (stated.Words.Length == 0 && stated.Head == words.Head))
                return described.Entity.Root;
            at = described.Before;
        }

        return null;
    }

    private ulong HeadKey(NounPhrase phrase) => (Spelling.StemKey(tokens, phrase.Head) << 1) | (phrase.Plural ? 1UL : 0);

    // One description is asked after in several ways, one after the other.
    private RoleWords WordsOf(NounPhrase phrase)
    {
        if (phrase.Range != _wordsRead || phrase.Head != _wordsHead)
            (_words, _wordsRead, _wordsHead) = (RoleWords.Read(tokens, WithoutDeterminer(phrase.Range), phrase.Head), phrase.Range, phrase.Head);
        return _words;
    }

    private Entity Describe(NounPhrase phrase)
    {
        var entity = new Entity(_entities.Count) { Kind = phrase.Kind, Gender = phrase.Gender, Plural = phrase.Plural, Description = tokens.Is(phrase.Head, WordClass.DemonstrativePronoun) ? phrase.Range : WithoutDeterminer(phrase.Range) };
        _entities.Add(entity);
        Remember(entity, phrase);
        return entity;
    }

    private void Remember(Entity entity, NounPhrase phrase)
    {
        // « said one … said one »: two people, each time.
        if (phrase.Range.Count == 1 && tokens.Is(phrase.Head, GrammarWord.Alone))
            return;
        if (entity.Called < 0 && phrase.Kind == PhraseKind.Role)
            entity.Called = phrase.Head;
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_lastDescribed, HeadKey(phrase), out var known);
        _described.Add(new Described(entity, WithoutDeterminer(phrase.Range), phrase.Head, known ? last : -1));
        last = _described.Count - 1;
    }

    private (Entity? Entity, string? Rule) Pronoun(NounPhrase phrase, int index, bool quoted)
    {
        var lexeme = tokens.Lexeme(phrase.Head);
        if (lexeme.Is(WordClass.FirstPerson | WordClass.SecondPerson) || tokens.IsForm(phrase.Head, "on") || tokens.IsForm(phrase.Head, "-t-on") || tokens.IsForm(phrase.Head, "-on"))
            return (null, null);
        if (IsImpersonal(phrase.Head))
            return (null, null);
        var sentence = SentenceAt(phrase.Head);
        if (lexeme.Is(WordClass.Anaphoric) && !lexeme.Is(WordClass.PersonNoun) || lexeme.Is(WordClass.DemonstrativePronoun) && lexeme.Is(WordClass.SubjectPronoun))
        {
            var last = _focus.FindLast(sentence, item => Agrees(item, phrase) >= 4 && !item.IsQuoted, 2) ?? _focus.FindLast(sentence, item => Agrees(item, phrase) > 2 && !item.IsQuoted);
            return (last, "last-mentioned");
        }

        if (lexeme.Is(WordClass.DemonstrativePronoun) && phrase.Plural)
            return (null, null); // « ceux qui disent » are nobody spoken of
        // « …, a expliqué celui qui préside le port »: who has just spoken, or whom the sentences before are about.
        if (lexeme.Is(WordClass.DemonstrativePronoun) && !quoted && _isSource[index] && tokens.Is(phrase.End, GrammarWord.Who))
            return _focus.FindLast(sentence, item => (item.IsSource || item.IsSubject) && !item.IsQuoted && Agrees(item, phrase) >= 4.5) is { } known ? (known, "pronoun") : (null, null);
        // Who is quoted says « je » of himself.
        var sayer = quoted && _saidIn[index] is { } said ? SourcePhrase(Origin(said)) : -1;
        var self = sayer >= 0 ? _meant[sayer]?.Root : null;
        var opening = _opening[index];
        if (_focus.Find(sentence, quoted, item => item.Entity.Root == self && self is not null || (opening is not null && opening.Holds(new TokenRange(item.Token, item.Token + 1))) ? 0 : Agrees(item, phrase) - (item.Sentence == sentence && IsCited(item) ? 3 : 0)) is { } antecedent)
            return (antecedent, "pronoun");
        return sentence < LeadSentences && !phrase.Plural && MainPerson(phrase.Gender) is { } main ? (main, "main-person") : (null, null);
    }

    // « pour Ana Bellec, elle est … »: the one whose view it is speaks of another.
    private bool IsCited(FocusItem item)
    {
        var index = phrases.IndexAt(item.Token);
        return item.IsSource && index >= 0 && (tokens.Is(phrases[index].First - 1, WordClass.SourcePreposition) || tokens.IsForm(phrases[index].First - 1, "pour"));
    }

    // « il y a », « il faut », « il s'agit »
    private bool IsImpersonal(int at)
    {
        if (!tokens.IsForm(at, "il"))
            return false;
        var next = tokens.Is(at + 1, WordClass.Negation) ? at + 2 : at + 1;
        if (tokens.IsForm(next, "y") && tokens.Lexeme(next + 1).Verb?.Lemma == "avoir")
            return true;
        if (tokens.IsForm(next, "s'") || tokens.IsForm(next, "s’"))
            return tokens.Lexeme(next + 1).Verb?.Lemma is "agir" or "avérer";
        return tokens.Lexeme(next).Verb?.Lemma is "falloir" or "pleuvoir" or "neiger" or "convenir" or "suffire";
    }

    // A lead may say « elle » of whom only the next paragraph names: the one person whom the article names most.
    private Entity? MainPerson(Gender gender)
    {
        if (!_mainKnown[(int)gender])
        {
            _mainKnown[(int)gender] = true;
            _mainPersons[(int)gender] = FindMainPerson(gender);
        }

        return _mainPersons[(int)gender];
    }

    private Entity? FindMainPerson(Gender gender)
    {
        Entity? best = null;
        var tied = false;
        foreach (var entity in _entities)
        {
            if (!entity.IsNamed || entity.Merged is not null || !entity.MayBePerson || entity.Plural || (gender != Gender.Unknown && entity.Gender != Gender.Unknown && entity.Gender != gender))
                continue;
            tied = best is not null && entity.Mentions == best.Mentions || (tied && entity.Mentions <= best!.Mentions);
            if (best is null || entity.Mentions > best.Mentions)
                best = entity;
        }

        return tied || best is { Mentions: < 3 } ? null : best;
    }

    private double Agrees(FocusItem item, NounPhrase pronoun)
    {
        var entity = item.Entity.Root;
        if ((tokens.Is(pronoun.Head, GrammarWord.OfPerson) && !entity.MayBePerson && entity.Kind != PhraseKind.UnknownName) || (tokens.Is(pronoun.Head, GrammarWord.OfThing) && entity.IsPerson && !(entity.Gender == Gender.Unknown && entity.Names.Exists(static name => name.Count > 1))))
            return 0;
        // « la famille …, disent-ils »
        if (!entity.Plural && pronoun.Plural && entity.Kind == PhraseKind.Group && item.IsSource)
            return 2.5;
        if (entity.Plural != pronoun.Plural)
            return 0;
        // A source is « elle » by its noun and « il » by its sense.
        if (pronoun.Gender != Gender.Unknown && entity.Gender != Gender.Unknown && entity.Gender != pronoun.Gender)
            return entity.Kind == PhraseKind.Anonymous && item.IsSource ? 2.5 : 0;
        var known = entity.Gender == pronoun.Gender ? 1 : 0;
        return entity.Kind switch
        {
            PhraseKind.PersonName => 5 + known,
            PhraseKind.Role or PhraseKind.Person or PhraseKind.Demonym => (entity.IsNamed ? 5 : 4) + known,
            PhraseKind.Group => entity.Plural ? 4.5 + known : 2.5 + known,
            PhraseKind.Anonymous => 4.5 + known,
            PhraseKind.UnknownName => entity.Names.Exists(static name => name.Count > 1) ? 4.5 + known : 2.5,
            // A channel is « elle », a paper « il »; one of which nothing tells is hardly « lui ».
            PhraseKind.Media when entity.Gender == Gender.Unknown && pronoun.Gender == Gender.Male => 1.5,
            PhraseKind.Organisation or PhraseKind.OrganisationName or PhraseKind.Media => 2.5 + known,
            PhraseKind.Document => 1.5,
            // « la Chine a un plan : elle veut … »
            PhraseKind.Place => item.IsSubject && known > 0 ? 3 : 1,
            _ => item.IsSource ? 1 : 0,
        };
    }

    // « one of them », « one in five » stay whole.
    private TokenRange WithoutDeterminer(TokenRange range)
    {
        var first = range.First;
        while (first < range.End - 1 && !(tokens.Is(first + 1, WordClass.Of | WordClass.Preposition) && !tokens.Is(first + 1, WordClass.Determiner)) && (tokens.Is(first, WordClass.Determiner) || (tokens.Is(first, WordClass.Title) && tokens.IsCapitalised(first)) || (first == range.First && !IsShare(first) && (tokens.Is(first, WordClass.Numeral) || tokens.IsKind(first, TokenKind.Number)))))
            first++;
        return new TokenRange(first, range.End);
    }

    // « 46 percent of voters », « 46% »: the figure says who.
    private bool IsShare(int number) => tokens.IsKind(number + 1, TokenKind.Symbol) || tokens.Is(number + 1, WordClass.Quantifier);

    private AttributionDraft Origin(AttributionDraft draft)
    {
        for (var i = 0; draft.Continues is { } earlier && i < drafts.Count; i++)
            draft = earlier;
        return draft;
    }

    private void Settle(AttributionDraft draft)
    {
        var origin = Origin(draft);
        var (entity, rule) = SpeakerOf(origin, depth: 0);
        if (origin != draft && entity is not null)
            rule = "continues";
        draft.Chain = entity is null ? -1 : entity.Root.Index;
        draft.SpeakerRule = entity is null ? null : rule;
    }

    private (Entity? Entity, string? Rule) SpeakerOf(AttributionDraft draft, int depth)
    {
        var index = SourcePhrase(draft);
        if (index < 0)
            return (null, null);
        var phrase = phrases[index];
        if (phrase.Kind == PhraseKind.Pronoun && tokens.Is(phrase.Head, WordClass.FirstPerson))
            return draft.Parent is { } parent && depth < 4 ? (SpeakerOf(parent, depth + 1).Entity, "first-person") : (null, null);
        if (draft.Source.Count > phrase.Range.Count && Coordinations.TryCoordinated(tokens, phrases, index, out var whole) && draft.Source.Contains(whole.Range))
        {
            var group = new Entity(_entities.Count) { Kind = PhraseKind.Group, Plural = true, Description = WithoutDeterminer(whole.Range) };
            _entities.Add(group);
            return (group, "coordination");
        }

        return (_meant[index]?.Root, _rules[index]);
    }

    // A phrase that describes an entity, and the place of the one before it with the same head and number, or -1.
    private readonly record struct Described(Entity Entity, TokenRange Range, int Head, int Before);
}
