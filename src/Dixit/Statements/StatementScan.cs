// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using System.Text;
using Dixit.Documents;
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Tokens;

namespace Dixit.Statements;

/// <summary>Reads the words, units and negations of one text.</summary>
internal sealed class StatementScan(StatementVocabulary vocabulary, TokenList tokens)
{
    private const float NameWeight = 0.3f;
    private const float NumberWeight = 1.1f;
    private const float AdverbWeight = 0.5f;
    private const float LightWeight = 0.3f;
    private const float DayWeight = 0.2f;

    private const int ClauseUnits = 10; // that a negation covers at most
    private const int PhraseUnits = 4;

    private const int QuantityReach = 5; // words from a quantifier or a modal to what it is about
    private const int ModalReach = 7;

    private const WordClass Listed = WordClass.GivenName | WordClass.PlaceName | WordClass.SpeakingPlace | WordClass.OrganisationName | WordClass.MediaName;

    private const WordClass Nominal = WordClass.Noun | WordClass.Adjective | WordClass.Role | WordClass.PersonNoun | WordClass.GroupNoun | WordClass.OrganisationNoun
        | WordClass.AnonymousNoun | WordClass.OccasionNoun | WordClass.MediumNoun | WordClass.Document | WordClass.CueNoun | WordClass.TimeNoun;

    private const WordClass Function = WordClass.Determiner | WordClass.Preposition | WordClass.Of | WordClass.To | WordClass.Complementiser | WordClass.Relative
        | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Reflexive | WordClass.StrongPronoun | WordClass.DemonstrativePronoun | WordClass.Negation
        | WordClass.NegativeAdverb | WordClass.Coordinator | WordClass.Subordinator | WordClass.Interrogative | WordClass.Auxiliary | WordClass.Title | WordClass.NameParticle
        | WordClass.Quantifier;

    private readonly List<StatementWord> _words = [];
    private readonly List<StatementUnit> _units = [];
    private readonly List<NegationScope> _negations = [];
    private readonly List<int> _cuts = [];
    private readonly List<int> _tokens = []; // the first token of each word
    private readonly StringBuilder _folded = new();
    private bool _break = true;

    public StatementParts Run()
    {
        for (var i = 0; i < tokens.Count;)
            i = Read(i);
        new SentenceRoles(vocabulary, _tokens, tokens).Find(CollectionsMarshal.AsSpan(_words), CollectionsMarshal.AsSpan(_units));
        FindModals();
        FindQuantities();
        FindNegations();
        var stems = new List<string>(_units.Count);
        foreach (var unit in _units)
            stems.Add(unit.Text);
        return new StatementParts([.. _words], [.. _units], [.. _negations], [.. _cuts], _folded.ToString(), stems, StatementKeys.Of(CollectionsMarshal.AsSpan(_units), _folded.ToString()));
    }

    // Reads what begins at the token and answers where it ends.
    private int Read(int i)
    {
        switch (tokens.Kind(i))
        {
            case TokenKind.Number:
                return ReadNumber(i);
            case TokenKind.Word:
                break;
            case TokenKind.SentenceEnd when tokens.FirstChar(i) == '…' || tokens.Span(i).Length > 1:
                _cuts.Add(_words.Count);
                _break = true;
                return i + 1;
            case TokenKind.Symbol:
                return ReadSymbol(i);
            case TokenKind.Address:
                AddContent(i, i + 1, UnitKind.Word, Stemmer.Plain(tokens.Form(i)), 1);
                return i + 1;
            case TokenKind.QuoteMark:
                return i + 1;
            default:
                _break = true;
                return i + 1;
        }

        var lexeme = tokens.Lexeme(i);
        if (lexeme.Is(WordClass.Numeral) && NumberReading.TryRead(tokens, i, out var number, out var numberEnd))
            return AddNumber(i, numberEnd, number);
        if (vocabulary.Words.TryMatch(tokens, i, tokens.Count, out var percent) && percent.Kind == StatementWordKind.Percent && _words.Count > 0 && _words[^1].Meanings == Meanings.Number)
            return AddPercent(i, i + percent.Length);
        // « a été », « est »: the auxiliary says nothing, whatever noun is written alike.
        if (lexeme.Is(WordClass.Auxiliary) && !tokens.Is(i - 1, WordClass.Determiner))
        {
            AddFunction(i, StatementWordKind.None, Meanings.None);
            return i + 1;
        }

        if (vocabulary.Names.TryMatch(tokens, i, out var phrase))
            return AddListed(i, phrase);
        if (vocabulary.Words.TryMatch(tokens, i, tokens.Count, out var match) && match.Kind < StatementWordKind.Passive && !IsOther(i, match.Kind))
            return AddMarked(i, match);
        if (lexeme.Verb is { } verb && !lexeme.Is(Nominal) && vocabulary.Words.TryMatchWord(verb.Lemma, out var kind) && kind < StatementWordKind.Passive && !IsOther(i, kind))
            return AddMarkedVerb(i, kind);
        if (IsName(i))
            return AddName(i);
        if (lexeme.Is(WordClass.Weekday | WordClass.Month))
        {
            AddContent(i, i + 1, UnitKind.Name, Stemmer.Plain(tokens.Form(i)), DayWeight);
            return i + 1;
        }

        if (lexeme.Is(WordClass.Demonym))
            return AddDemonym(i, lexeme);
        if (lexeme.Is(WordClass.Ordinal) && lexeme.Value > 2)
        {
            AddContent(i, i + 1, UnitKind.Number, $"{lexeme.Value}e", NumberWeight);
            return i + 1;
        }

        if (lexeme.Is(Function) && !lexeme.Is(Nominal & ~WordClass.Adjective))
        {
            AddFunction(i, Person(lexeme), Meanings.None);
            return i + 1;
        }

        AddWord(i, lexeme);
        return i + 1;
    }

    private static StatementWordKind Person(Lexeme lexeme)
    {
        if (!lexeme.Is(WordClass.SubjectPronoun))
            return StatementWordKind.None;
        if (lexeme.Is(WordClass.FirstPerson))
            return StatementWordKind.FirstPerson;
        if (lexeme.Is(WordClass.SecondPerson))
            return StatementWordKind.SecondPerson;
        return lexeme.Is(WordClass.Demonstrative | WordClass.DemonstrativePronoun) || lexeme.Gender == Gender.Unknown ? StatementWordKind.None : StatementWordKind.ThirdPerson;
    }

    // A word of a list that is something else where it stands: « le pouvoir », « un pas », « certains de gagner ».
    private bool IsOther(int i, StatementWordKind kind)
    {
        var afterArticle = tokens.Is(i - 1, WordClass.Determiner) && !tokens.Is(i - 1, WordClass.Quantifier | WordClass.ObjectPronoun);
        switch (kind)
        {
            case StatementWordKind.Must or StatementWordKind.Can:
                return tokens.Lexeme(i).Is(WordClass.Modal) && (afterArticle || tokens.IsForm(i - 1, "le"));
            case StatementWordKind.Negator:
                return tokens.IsForm(i, "pas") && (tokens.Is(i - 1, WordClass.Determiner | WordClass.Ordinal | WordClass.Adjective | WordClass.Numeral) && !tokens.Is(i - 1, WordClass.ObjectPronoun | WordClass.Auxiliary));
            case StatementWordKind.Second:
                return tokens.IsForm(i, "personne") && tokens.Is(i - 1, WordClass.Determiner);
            case StatementWordKind.Restricting:
                // « si » before an adjective is « so »; « s'il » is listed, « s' » alone a pronoun.
                return tokens.IsForm(i, "si") && tokens.Is(i + 1, WordClass.Adjective) && !tokens.Is(i + 1, WordClass.Determiner);
            case StatementWordKind.Without:
                return tokens.IsForm(i, "non") && (tokens.IsForm(i - 1, "ou") || tokens.IsForm(i + 1, "seulement") || tokens.IsForm(i + 1, "plus") || !tokens.IsWord(i + 1));
            default:
                return false;
        }
    }

    private int ReadNumber(int i)
    {
        if (NumberReading.TryRead(tokens, i, out var number, out var end))
            return AddNumber(i, end, number);
        AddContent(i, i + 1, UnitKind.Number, Stemmer.Plain(tokens.Form(i)), NumberWeight);
        return i + 1;
    }

    private int ReadSymbol(int i)
    {
        switch (tokens.FirstChar(i))
        {
            case '%':
                return AddPercent(i, i + 1);
            case '€':
                AddContent(i, i + 1, UnitKind.Word, vocabulary.Language.Stemmer.Stem("euros"), AdverbWeight);
                MarkMeasure();
                return i + 1;
            case '$':
                AddContent(i, i + 1, UnitKind.Word, vocabulary.Language.Stemmer.Stem("dollars"), AdverbWeight);
                MarkMeasure();
                return i + 1;
            default:
                return i + 1;
        }
    }

    private int AddPercent(int first, int end)
    {
        AddContent(first, end, UnitKind.Word, "%", AdverbWeight);
        return end;
    }

    private int AddNumber(int first, int end, string number)
    {
        AddContent(first, end, UnitKind.Number, number, NumberWeight);
        return end;
    }

    private int AddListed(int first, ListedPhrase phrase)
    {
        var end = first + phrase.Words.Length;
        while (tokens.Is(first, WordClass.Determiner) && first < end - 1)
            AddFunction(first++, StatementWordKind.None, Meanings.None);
        var text = new StringBuilder();
        for (var i = first; i < end; i++)
            text.Append(i > first ? " " : "").Append(Stemmer.Plain(tokens.Form(i)));
        AddUnit(first, end, UnitKind.Name, text.ToString(), NameWeight, phrase.Stands);
        return end;
    }

    private int AddDemonym(int i, Lexeme lexeme)
    {
        AddUnit(i, i + 1, UnitKind.Name, vocabulary.Language.Stemmer.Stem(tokens.Form(i)), NameWeight, lexeme.Stands);
        return i + 1;
    }

    // A run of capitalised words; its last one (the surname) stands for it, given names before it say little.
    private int AddName(int first)
    {
        var end = first + 1;
        while (end < tokens.Count)
        {
            if (IsName(end))
                end++;
            else if (tokens.Is(end, WordClass.NameParticle) && !tokens.Is(end, WordClass.Coordinator) && tokens.Is(end - 1, WordClass.GivenName) && IsName(end + 1))
                end += 2;
            else
                break;
        }

        if (end == first + 1 && TryAddPair(first))
            return end;
        var text = Stemmer.Plain(tokens.Form(end - 1)).TrimEnd('.');
        AddUnit(first, end, UnitKind.Name, text, NameWeight, tokens.Lexeme(end - 1).Stands);
        return end;
    }

    // « le conflit Ukraine-Russie » names both: one word, two units.
    private bool TryAddPair(int i)
    {
        var form = tokens.Form(i);
        var hyphen = form.IndexOf('-');
        if (hyphen <= 1 || hyphen + 2 >= form.Length || tokens.Lexeme(i) != Lexeme.Unknown)
            return false;
        var (one, other) = (vocabulary.Language.Lexicon.Find(form[..hyphen]), vocabulary.Language.Lexicon.Find(form[(hyphen + 1)..]));
        if (!one.Is(Listed & ~WordClass.GivenName) || !other.Is(Listed & ~WordClass.GivenName))
            return false;
        AddUnit(i, i + 1, UnitKind.Name, Stemmer.Plain(form[..hyphen]), NameWeight, one.Stands);
        var text = Stemmer.Plain(form[(hyphen + 1)..]);
        var first = _units[^1];
        _units.Add(first with { Text = text, Stem = StatementHash.Of(text), Head = StatementHash.Of(text), Concept = vocabulary.Concept(text), Alternate = other.Stands is null ? 0 : StatementHash.Of(Stemmer.Plain(other.Stands)) });
        return true;
    }

    private bool IsName(int i)
    {
        if (!tokens.IsKind(i, TokenKind.Word) || !tokens.IsCapitalised(i))
            return false;
        var lexeme = tokens.Lexeme(i);
        if (lexeme.Is(WordClass.Title))
            return false;
        var initial = i == 0 || !(tokens.IsWord(i - 1) || tokens.Kind(i - 1) is TokenKind.Comma or TokenKind.OpenBracket or TokenKind.Dash);
        if (lexeme == Lexeme.Unknown)
            return !initial || (tokens.IsCapitalised(i + 1) && tokens.IsKind(i + 1, TokenKind.Word)) || tokens.Has(i, TokenFlags.AllCapitals);
        if (!lexeme.Is(Listed))
            return false;
        return !initial || !lexeme.Is(Function | Nominal | WordClass.Adverb | WordClass.Verb) || (tokens.IsCapitalised(i + 1) && tokens.IsKind(i + 1, TokenKind.Word));
    }

    private int AddMarked(int first, PhraseMatch<StatementWordKind> match)
    {
        var end = first + match.Length;
        var meaning = Meaning(match.Kind);
        if (match.Kind == StatementWordKind.Measure)
        {
            AddContent(first, end, UnitKind.Word, Stem(first), tokens.Is(first, WordClass.TimeNoun) ? LightWeight : AdverbWeight, match.Kind);
            MarkMeasure();
            return end;
        }

        if (match.Kind is StatementWordKind.Light or StatementWordKind.Refusing || (meaning == Meanings.Modal && match.Length == 1 && !tokens.Is(first, WordClass.Modal)))
        {
            for (var i = first; i < end; i++)
            {
                if (tokens.Is(i, Function | WordClass.Adverb) && !tokens.Is(i, Nominal))
                    AddFunction(i, match.Kind, meaning);
                else
                    AddContent(i, i + 1, tokens.Lexeme(i).Verb is null ? UnitKind.Word : UnitKind.Verb, Stem(i), LightWeight, match.Kind, meaning);
            }

            return end;
        }

        for (var i = first; i < end; i++)
        {
            // « la plupart », « au moins »: the first word carries the mark, the others only their meaning.
            AddFunction(i, i == first ? match.Kind : StatementWordKind.None, meaning);
        }

        return end;
    }

    private int AddMarkedVerb(int i, StatementWordKind kind)
    {
        var meaning = Meaning(kind);
        var auxiliary = tokens.Is(i, WordClass.Auxiliary);
        if (auxiliary || tokens.Is(i, WordClass.Modal))
            AddFunction(i, kind, meaning);
        else
            AddContent(i, i + 1, UnitKind.Verb, Stem(i), LightWeight, kind, meaning);
        return i + 1;
    }

    private static Meanings Meaning(StatementWordKind kind) => kind switch
    {
        StatementWordKind.Opener or StatementWordKind.Negator or StatementWordKind.Without or StatementWordKind.Refusing => Meanings.Negation,
        StatementWordKind.Only or StatementWordKind.All or StatementWordKind.Most or StatementWordKind.Half or StatementWordKind.Some or StatementWordKind.Many
            or StatementWordKind.Few or StatementWordKind.More or StatementWordKind.Less or StatementWordKind.AtLeast or StatementWordKind.AtMost
            or StatementWordKind.Excepting => Meanings.Quantifier,
        StatementWordKind.Must or StatementWordKind.Can or StatementWordKind.Want or StatementWordKind.Maybe => Meanings.Modal,
        _ => Meanings.None,
    };

    private void AddWord(int i, Lexeme lexeme)
    {
        var verb = lexeme.Verb is not null && !lexeme.Is(Nominal) || (lexeme.IsVerb(VerbMorph.Finite | VerbMorph.Infinitive) && lexeme.Is(Nominal) && !tokens.Is(i - 1, WordClass.Determiner | WordClass.Preposition));
        var adverb = lexeme.Is(WordClass.Adverb) && !lexeme.Is(Nominal);
        AddContent(i, i + 1, verb ? UnitKind.Verb : UnitKind.Word, Stem(i), adverb ? AdverbWeight : 1);
        if (verb && IsConditional(lexeme))
            MarkLast(UnitMarks.Conditional);
    }

    private static bool IsConditional(Lexeme lexeme) => lexeme.IsVerb(VerbMorph.Conditional) && !lexeme.IsVerb(VerbMorph.Imperfect | VerbMorph.Future | VerbMorph.Present);

    private string Stem(int i)
    {
        var lexeme = tokens.Lexeme(i);
        var stemmer = vocabulary.Language.Stemmer;
        return stemmer.Stem(lexeme.Verb is { } verb && !lexeme.Is(Nominal | WordClass.Adverb) ? verb.Lemma : Lexicon.Fold(tokens.Form(i)));
    }

    private void AddContent(int first, int end, UnitKind kind, string stem, float weight, StatementWordKind word = StatementWordKind.None, Meanings meanings = Meanings.None) =>
        AddUnit(first, end, kind, stem, weight, null, word, meanings);

    private void AddUnit(int first, int end, UnitKind kind, string stem, float weight, string? stands, StatementWordKind word = StatementWordKind.None, Meanings meanings = Meanings.None)
    {
        meanings |= kind switch
        {
            UnitKind.Name => Meanings.Name,
            UnitKind.Number => Meanings.Number,
            _ => Meanings.None,
        };
        var hash = StatementHash.Of(stem);
        var unit = new StatementUnit
        {
            Stem = hash,
            Concept = kind == UnitKind.Number ? hash : vocabulary.Concept(stem),
            Head = kind == UnitKind.Name && end > first + 1 ? StatementHash.Of(Stemmer.Plain(tokens.Form(first))) : hash,
            Alternate = stands is null ? 0 : StatementHash.Of(Stemmer.Plain(stands)),
            Text = stem,
            Weight = weight,
            Kind = kind,
            FirstWord = _words.Count,
            Agent = -1,
            Patient = -1,
        };

        // A number is one word however it is written; the words of a name are compared one by one.
        if (kind == UnitKind.Number || first + 1 == end || stem == "%")
        {
            var text = kind == UnitKind.Number || stem == "%" ? stem : Form(first);
            AddRaw(first, new TextSpan(tokens.Span(first).Start, tokens.Span(end - 1).End), text, hash, word, meanings, _units.Count);
        }
        else
        {
            for (var i = first; i < end; i++)
                AddRaw(i, tokens.Span(i), Form(i), StatementHash.Of(Stemmer.Plain(tokens.Form(i))), word, meanings, _units.Count);
        }

        unit.EndWord = _words.Count;
        unit.IsSeat = kind == UnitKind.Name && tokens.Is(end - 1, WordClass.SpeakingPlace) && stands is not null;
        unit.Opposites = kind is UnitKind.Word or UnitKind.Verb ? vocabulary.Opposites(unit.Concept) : null;
        _units.Add(unit);
    }

    private void AddFunction(int i, StatementWordKind kind, Meanings meanings)
    {
        var form = Form(i);
        AddRaw(i, tokens.Span(i), form, StatementHash.Of(form), kind, meanings, -1);
    }

    private void AddRaw(int token, TextSpan span, string form, ulong stem, StatementWordKind kind, Meanings meanings, int unit)
    {
        var lexeme = tokens.Lexeme(token);
        var breaks = _break || EndsClause(token, lexeme);
        _break = false;
        var mood = IsConditional(lexeme) ? WordMood.Conditional : lexeme.IsVerb(VerbMorph.Finite) ? WordMood.Indicative : WordMood.None;
        _words.Add(new StatementWord(span, StatementHash.Of(form), stem, kind, meanings, unit, breaks, mood));
        _tokens.Add(token);
        if (_folded.Length > 0)
            _folded.Append(' ');
        _folded.Append(form);
    }

    // What stands before these words is not what they speak of.
    private bool EndsClause(int i, Lexeme lexeme)
    {
        if (lexeme.Is(WordClass.Coordinator))
        {
            return !lexeme.Is(WordClass.NegativeAdverb)
                && (!(tokens.IsForm(i, "et") || tokens.IsForm(i, "ou")) || tokens.Is(i + 1, WordClass.SubjectPronoun | WordClass.Negation) || tokens.Lexeme(i + 1).IsVerb(VerbMorph.Finite) && !tokens.Is(i + 1, Nominal | WordClass.Determiner | WordClass.Preposition));
        }

        return lexeme.Is(WordClass.Relative) && !lexeme.Is(WordClass.Complementiser) || lexeme.Is(WordClass.Subordinator) && !lexeme.Is(WordClass.Adverb | WordClass.Preposition | WordClass.ObjectPronoun);
    }

    // An elided word is the same word: « l' » and « le », « qu' » and « que ».
    private string Form(int i)
    {
        var form = tokens.Form(i);
        var plain = Stemmer.Plain(form);
        return form.Length is > 1 and <= 8 && form[^1] is '\'' or '’' or 'ʼ' or '‘' ? plain + "e" : plain.Trim('-', '.');
    }

    // « trois semaines », « les trois prochaines semaines », « par semaine »; not « la semaine ».
    private void MarkMeasure()
    {
        ref var unit = ref CollectionsMarshal.AsSpan(_units)[^1];
        for (var w = unit.FirstWord - 1; w >= Math.Max(0, unit.FirstWord - 2); w--)
        {
            unit.IsMeasure |= _words[w].Meanings == Meanings.Number;
            if (_words[w].Unit < 0)
                unit.IsMeasure |= w == unit.FirstWord - 1 && vocabulary.Words.Has(tokens.Form(_tokens[w]), StatementWordKind.Agent);
        }
    }

    private void MarkLast(UnitMarks mark) => CollectionsMarshal.AsSpan(_units)[^1].Marks |= mark;

    private void FindModals()
    {
        for (var w = 0; w < _words.Count; w++)
        {
            var mark = _words[w].Kind switch
            {
                StatementWordKind.Must => UnitMarks.Must,
                StatementWordKind.Can => UnitMarks.Can,
                StatementWordKind.Want => UnitMarks.Want,
                StatementWordKind.Maybe => UnitMarks.Maybe,
                _ => UnitMarks.None,
            };
            var conditional = _words[w].Unit < 0 && IsConditional(tokens.Lexeme(_tokens[w]));
            if (mark == UnitMarks.None && !conditional)
                continue;
            var head = Head(w, ModalReach, mark is not UnitMarks.Maybe and not UnitMarks.None);
            if (head >= 0)
                CollectionsMarshal.AsSpan(_units)[head].Marks |= mark | (conditional ? UnitMarks.Conditional : UnitMarks.None);
        }
    }

    private void FindQuantities()
    {
        for (var w = 0; w < _words.Count; w++)
        {
            var kind = _words[w].Kind;
            if (kind is < StatementWordKind.Only or > StatementWordKind.AtMost)
                continue;
            var head = Head(w, QuantityReach, false);
            if (head >= 0)
                CollectionsMarshal.AsSpan(_units)[head].Marks |= (UnitMarks)((int)UnitMarks.All << (kind - StatementWordKind.All) & (int)UnitMarks.Quantity) | (kind == StatementWordKind.Only ? UnitMarks.Only : 0);
        }
    }

    // The next unit that says something, or for a modal the verb that it governs.
    private int Head(int word, int reach, bool verb)
    {
        var first = -1;
        for (var w = word + 1; w < Math.Min(_words.Count, word + 1 + reach); w++)
        {
            var unit = _words[w].Unit;
            if (unit < 0 || unit == _words[word].Unit)
                continue;
            if (!verb || _units[unit].Kind == UnitKind.Verb)
                return unit;
            if (first < 0 && _units[unit].Weight > LightWeight)
                first = unit;
        }

        return first;
    }

    private void FindNegations()
    {
        var used = new bool[_words.Count];
        for (var w = 0; w < _words.Count; w++)
        {
            if (_words[w].Kind == StatementWordKind.Opener)
                ReadNegated(w, used);
        }

        for (var w = 0; w < _words.Count; w++)
        {
            if (used[w])
                continue;
            switch (_words[w].Kind)
            {
                case StatementWordKind.Negator:
                    var only = w + 1 < _words.Count && _words[w + 1].Kind == StatementWordKind.Only;
                    if (!only)
                        AddNegation(w, w, ClauseEnd(w, ClauseUnits));
                    break;
                case StatementWordKind.Without:
                    var end = ClauseEnd(w, PhraseUnits);
                    for (var joined = w + 1; joined < end; joined++)
                        used[joined] |= _words[joined].Kind == StatementWordKind.Negator; // « sans aucun doute » is one negation
                    AddNegation(w, w, end, isWord: true);
                    break;
                case StatementWordKind.Refusing:
                    AddNegation(w, w + 1, ClauseEnd(w, ClauseUnits), isWord: true);
                    break;
            }
        }
    }

    // « ne » with the word that joins it, behind or (« aucun … ne ») before.
    private void ReadNegated(int opener, bool[] used)
    {
        var end = ClauseEnd(opener, ClauseUnits);
        var joined = -1;
        var only = -1;
        for (var w = opener + 1; w < end; w++)
        {
            var kind = _words[w].Kind;
            if (kind is StatementWordKind.Negator or StatementWordKind.Second || (kind == StatementWordKind.More && tokens.IsForm(_tokens[w], "plus")))
            {
                if (joined < 0)
                    joined = w;
                used[w] = true; // « ne … pas … aucun » is one negation
            }
            else if (joined < 0 && only < 0 && w > opener + 1 && tokens.Is(_tokens[w], WordClass.Complementiser))
            {
                only = w;
            }
        }

        var start = opener;
        for (var w = opener - 1; joined < 0 && w >= 0 && w > opener - 8 && !_words[w + 1].BreakBefore; w--)
        {
            if (_words[w].Kind is StatementWordKind.Negator or StatementWordKind.Second)
            {
                joined = w;
                used[w] = true;
                if (_words[w].Kind == StatementWordKind.Negator)
                    start = w; // « aucun allié n'est » speaks of the ally, « jamais il n'est » of what follows
            }
        }

        if (only >= 0 && (joined < 0 || joined > only))
        {
            SetMeaning(opener, Meanings.Quantifier);
            SetMeaning(only, Meanings.Quantifier);
            if (Head(only, QuantityReach, false) is >= 0 and var head)
                CollectionsMarshal.AsSpan(_units)[head].Marks |= UnitMarks.Only;
            return;
        }

        if (joined < 0 && !(opener + 1 < end && tokens.Lexeme(_tokens[opener + 1]).Verb is { } verb && vocabulary.Words.Has(verb.Lemma, StatementWordKind.Bare) || IsModalAfter(opener, end)))
        {
            SetMeaning(opener, Meanings.None); // « avant qu'il ne parte »
            return;
        }

        if (joined >= 0)
            SetMeaning(joined, Meanings.Negation);
        // « ne … pas seulement » denies the limit, not the fact.
        var notOnly = joined >= 0 && ((joined + 1 < end && _words[joined + 1].Kind == StatementWordKind.Only) || (joined + 2 < end && _words[joined + 2].Kind == StatementWordKind.Only));
        if (!notOnly)
            AddNegation(opener, start, end);
    }

    private bool IsModalAfter(int opener, int end) => opener + 1 < end && _words[opener + 1].Kind == StatementWordKind.Can;

    private void SetMeaning(int word, Meanings meanings) => _words[word] = _words[word] with { Meanings = meanings };

    private int ClauseEnd(int word, int reach)
    {
        var end = word + 1;
        var units = 0;
        while (end < _words.Count && !_words[end].BreakBefore && units < reach)
        {
            if (_words[end].Unit >= 0)
                units++;
            end++;
        }

        return end;
    }

    private void AddNegation(int word, int first, int end, bool isWord = false)
    {
        SetMeaning(word, Meanings.Negation);
        int firstUnit = -1, endUnit = -1;
        for (var w = first; w < end; w++)
        {
            if (_words[w].Unit < 0)
                continue;
            if (firstUnit < 0)
                firstUnit = _words[w].Unit;
            endUnit = _words[w].Unit + 1;
        }

        if (firstUnit < 0)
            return;
        _negations.Add(new NegationScope(word, firstUnit, endUnit, isWord));
        foreach (ref var unit in CollectionsMarshal.AsSpan(_units)[firstUnit..endUnit])
            unit.Negated = !unit.Negated;
    }
}
