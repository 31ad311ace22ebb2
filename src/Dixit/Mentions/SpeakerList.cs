// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Attributions;
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Turns the entities that are named or speak into speakers, and numbers their chains by first mention.</summary>
internal sealed class SpeakerList(TokenList tokens, List<Entity> entities)
{
    private const int MostAliases = 8;

    private readonly StringBuilder _text = new();
    private readonly int[] _chains = new int[entities.Count]; // by entity, from 1; 0 for one that has none yet
    private readonly List<Speaker> _speakers = [];

    public Coreference Write(NounPhraseList phrases, Entity?[] meant, Entity?[] innerMeant, string?[] rules, IReadOnlyList<AttributionDraft> drafts)
    {
        var speaking = new bool[entities.Count];
        foreach (var draft in drafts)
        {
            if (draft.Chain >= 0)
                speaking[entities[draft.Chain].Root.Index] = true;
        }

        var mentions = new List<Mention>(phrases.Count);
        var inner = 0;
        for (var i = 0; i < phrases.Count; i++)
        {
            Note(meant[i]?.Root, phrases[i], rules[i]);
            for (; inner < phrases.Inner.Count && phrases.Inner[inner].First < phrases[i].End; inner++)
                Note(innerMeant[inner]?.Root, phrases.Inner[inner], "name");
        }

        foreach (var draft in drafts)
        {
            if (draft.Chain >= 0)
                draft.Chain = ChainOf(entities[draft.Chain].Root);
        }

        return new Coreference([.. _speakers], [.. mentions]);

        void Note(Entity? entity, NounPhrase phrase, string? rule)
        {
            if (entity is not null && (entity.IsNamed || speaking[entity.Index]))
                mentions.Add(new Mention(tokens.Span(phrase.Range), ChainOf(entity), rule ?? "name"));
        }
    }

    private int ChainOf(Entity entity)
    {
        ref var chain = ref _chains[entity.Index];
        if (chain == 0)
        {
            _speakers.Add(SpeakerOf(entity));
            chain = _speakers.Count;
        }

        return chain - 1;
    }

    private Speaker SpeakerOf(Entity entity)
    {
        var best = BestName(entity);
        var name = Text(best);
        var person = entity.IsPerson || (entity.Kind == PhraseKind.UnknownName && best.Count > 1);
        return new Speaker(name, KindOf(entity, person))
        {
            Aliases = entity.IsNamed && AliasesOf(entity, name) is { } aliases ? aliases : [],
            Role = entity.Role.IsEmpty ? null : Text(entity.Role),
            Gender = person ? entity.Gender : Gender.Unknown,
        };
    }

    private List<string>? AliasesOf(Entity entity, string name)
    {
        List<string>? aliases = null;
        foreach (var own in entity.Names)
        {
            var alias = Text(own);
            if (alias == name || aliases?.Contains(alias) == true || aliases?.Count >= MostAliases)
                continue;
            (aliases ??= []).Add(alias);
        }

        return aliases;
    }

    private static SpeakerKind KindOf(Entity entity, bool person) => entity.Kind switch
    {
        _ when person => SpeakerKind.Person,
        PhraseKind.Anonymous => SpeakerKind.Anonymous,
        PhraseKind.Group => SpeakerKind.Group,
        PhraseKind.Organisation or PhraseKind.OrganisationName or PhraseKind.Media or PhraseKind.Place => SpeakerKind.Organisation,
        _ => SpeakerKind.Unknown,
    };

    // The fullest: the most words, the fewest initials among them; the first of equals.
    private TokenRange BestName(Entity entity)
    {
        if (!entity.IsNamed)
            return entity.Description;
        var best = entity.Names[0];
        foreach (var name in entity.Names)
        {
            if (Fullness(name) > Fullness(best))
                best = name;
        }

        return best;
    }

    private int Fullness(TokenRange name)
    {
        var full = 0;
        for (var i = name.First; i < name.End; i++)
        {
            var word = tokens.Form(i);
            if (word.Length > 2 && word[^1] != '.' && !tokens.Is(i, WordClass.Of | WordClass.Determiner))
                full++;
        }

        return full;
    }

    // As it stands in the text, any white space as one space.
    private string Text(TokenRange range)
    {
        if (range.Count == 1)
            return tokens.Form(range.First).ToString();
        _text.Clear();
        for (var i = range.First; i < range.End; i++)
        {
            if (i > range.First && tokens.Has(i, TokenFlags.SpaceBefore))
                _text.Append(' ');
            _text.Append(tokens.Form(i));
        }

        return _text.ToString();
    }
}
