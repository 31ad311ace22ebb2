// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Mentions;
using Dixit.Quotations;
using Dixit.Tokens;

namespace Dixit.Attributions;

/// <summary>Finds who is reported to have said what: cue, source and content, before anybody is named.</summary>
/// <remarks>
/// Rules go from the cue outwards, sentence by sentence: an incise first, then what follows the cue, then sources
/// without a verb, then the quotations that no cue has claimed. Each look-back and look-ahead is bounded.
/// </remarks>
internal sealed class Attributor(Language language)
{
    // What can begin « selon X » or « l'annonce de X ».
    private const WordClass MayName = SourcePhraseRules.First | WordClass.CueNoun;

    private readonly VerbGroupFinder _verbGroups = new(language);

    public List<AttributionDraft> Attribute(TokenList tokens, QuotationList quotations, SentenceList sentences, NounPhraseList phrases, bool[] furniture, BlockList blocks)
    {
        var groups = _verbGroups.Find(tokens, phrases, quotations);
        var scene = new Scene(language, tokens, quotations, sentences, phrases, groups, furniture, blocks);
        var sources = new SourceFinder(scene);
        var boundary = new ClauseBoundary(scene, sources);
        var quotationRules = new QuotationRules(scene, sources, boundary);
        var complementRules = new ComplementRules(scene, sources, boundary);
        var phraseRules = new SourcePhraseRules(scene, sources, boundary);
        var nounRules = new CueNounRules(scene, sources, boundary);
        var plainRules = new PlainOrderRules(scene, sources, boundary, quotationRules);

        EndAtCues(scene, boundary);
        var next = 0;
        for (var s = 0; s < sentences.Count; s++)
        {
            var sentence = sentences[s];
            var first = next;
            while (next < groups.Count && groups[next].Verb < sentence.End)
                next++;
            if (furniture[sentence.First])
                continue;
            // In the order of the text: of « il ajoute que …, insiste-t-il » the first cue has the clause.
            for (var g = first; g < next; g++)
            {
                Complement(groups[g], scene, sources, quotationRules, complementRules, plainRules);
                if (!scene.IsCue(groups[g].Verb) && !furniture[groups[g].Verb])
                    quotationRules.TryIncise(groups[g]);
            }

            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (tokens.Is(i, MayName) && !furniture[i])
                    _ = phraseRules.TryAt(i) || nounRules.TryAt(i);
            }
        }

        new BlockRules(scene, sources).Apply();
        new InterviewRules(scene).Apply();
        new ContinuationRules(scene, sources).Apply();
        return DraftFinisher.Finish(scene);
    }

    // « "Des objectifs sérieux, – a déclaré X »: a quotation never closed is over where an incise follows.
    private static void EndAtCues(Scene scene, ClauseBoundary boundary)
    {
        foreach (var group in scene.Groups)
        {
            var inside = scene.Quotations.InnermostAt(group.First);
            if (inside < 0 || scene.Quotations[inside] is not { Close: < 0, Damage: "unclosed" } quotation)
                continue;
            var end = group.First;
            while (end > quotation.Inner.First && scene.Tokens.Kind(end - 1) is TokenKind.Comma or TokenKind.Dash)
                end--;
            // The full stop of « sérieux., – » stays with the words.
            if (end < group.First && end > quotation.Inner.First && boundary.IsIncise(group, group.First))
                scene.Quotations.EndBefore(inside, end);
        }
    }

    private static void Complement(VerbGroup group, Scene scene, SourceFinder sources, QuotationRules quotationRules, ComplementRules complements, PlainOrderRules plain)
    {
        if (scene.Furniture[group.Verb] || scene.IsCue(group.Verb))
            return;
        if (complements.TryAs(group) || complements.TryThatIsWhat(group) || complements.TryPassive(group))
            return;
        if (group.InvertedPronoun >= 0 || IsIncise(group, scene, sources))
        {
            // « a-t-il dit que », « déclare le maire : "…" »: an inverted subject may still have its complement behind it.
            var inverted = sources.After(group);
            if (inverted.Found && !MayBeIncise(group, scene))
                _ = complements.TryThat(group, inverted) || quotationRules.TryColon(group, inverted);
            return;
        }

        var source = SourceOf(group, sources);
        if (!MayReport(group, source, scene))
        {
            // « la capitainerie a annoncé que »: a thing that no list has, but a cue and its clause.
            if (MayBeBody(group, source, scene))
                _ = complements.TryThat(group, source);
            return;
        }

        _ = plain.TryQuotedIncise(group, source)
            || complements.TrySelfPredicate(group, source)
            || complements.TryThat(group, source)
            || complements.TryWhether(group, source)
            || complements.TryInfinitive(group, source)
            || quotationRules.TryColon(group, source)
            || plain.TryBare(group, source)
            || complements.TryQuotation(group, source)
            || complements.TryPredicate(group, source)
            || complements.TryEvent(group, source)
            || complements.TryStance(group, source)
            || plain.TryIncise(group, source)
            || complements.TryBackward(group, source)
            || complements.TryPlainOrder(group, source);
    }

    private static bool MayBeIncise(VerbGroup group, Scene scene)
    {
        var left = group.First - 1;
        return left >= 0 && (scene.Tokens.Kind(left) is TokenKind.Comma or TokenKind.Dash or TokenKind.QuoteMark || scene.Quotations.Closes(left));
    }

    // After a comma or a closing mark, with a speaker behind the verb and none before it.
    private static bool IsIncise(VerbGroup group, Scene scene, SourceFinder sources)
    {
        var left = group.First - 1;
        if (left < 0 || group.Deictic || (scene.Language.Grammar.PlainIncises && scene.Language.Reporting.Addresses(group.Entry)) || group.Shape is not (VerbShape.Finite or VerbShape.Compound or VerbShape.Infinitive) || group.IsPurpose)
            return false;
        if (!(scene.Quotations.Closes(left) || scene.Tokens.Kind(left) is TokenKind.Comma or TokenKind.Dash || (scene.Tokens.IsKind(left, TokenKind.SentenceEnd) && scene.Quotations.Closes(left - 1))))
            return false;
        var after = sources.After(group);
        if (!after.CanSpeak && !(after.Found && scene.Quotations.Closes(left)))
            return false;
        // « host of "The Long Wave," said the tide was early »: a thing and its verb are what was said.
        if (scene.Quotations.Closes(left) && !(scene.Language.Grammar.PlainIncises && !after.CanSpeak && scene.IsFiniteVerb(after.Range.End)))
            return true;
        // « Sorel, who leads the board, said one member had left »: what follows is what was said.
        if (scene.Language.Grammar.PlainIncises && (scene.IsFiniteVerb(after.Range.End) || scene.Phrases.IndexAt(after.Range.End) >= 0 || scene.Tokens.Is(after.Range.End, WordClass.Auxiliary | WordClass.Modal)))
            return false;
        // « X, maire de Y, a promis une aide aux habitants »: a subject before the comma, and an object behind.
        if (HasClauseBefore(group, scene))
            return true;
        var before = sources.Before(group);
        return !before.CanSpeak || (scene.Phrases.TryStartingAt(after.Range.First, out var phrase) && phrase.Kind is PhraseKind.PersonName && EndsClause(after.Range.End, scene) && !group.Entry.Reports(CueFrames.QuotedObject));
    }

    // « Le feu a été circonscrit, précise la préfecture »: what stands before the comma is a clause of its own.
    private static bool HasClauseBefore(VerbGroup group, Scene scene)
    {
        var start = scene.SentenceStart(group.Verb);
        for (var i = group.First - 2; i >= start && i > group.First - 80; i--)
        {
            if (scene.IsFiniteVerb(i) && !scene.Tokens.Is(i - 1, GrammarWord.Who) && !scene.IsCue(i))
                return true;
        }

        return false;
    }

    private static bool EndsClause(int at, Scene scene) =>
        at >= scene.Tokens.Count || scene.Tokens.Kind(at) is TokenKind.SentenceEnd or TokenKind.Comma || scene.Tokens.Has(at, TokenFlags.ParagraphBefore);

    private static SourceMatch SourceOf(VerbGroup group, SourceFinder sources) => group.Shape switch
    {
        VerbShape.PresentParticiple => sources.OfParticiple(group),
        VerbShape.SharedAuxiliary => sources.MainSubject(group.First - 1, sources.SentenceStart(group)),
        VerbShape.Infinitive when group.IsPurpose => sources.OfOpening(group) is { Found: true } opening ? opening : sources.MainSubject(group.First - 1, sources.SentenceStart(group)),
        VerbShape.PastParticiple => SourceMatch.None,
        VerbShape.Passive => SourceMatch.None,
        _ => sources.Before(group),
    };

    private static bool MayBeBody(VerbGroup group, SourceMatch source, Scene scene) =>
        source.Found && source.Kind == PhraseKind.Other && group.Shape == VerbShape.Compound && !group.Deictic && group.Reports(CueFrames.Quote)
        && !group.Reports(CueFrames.Thought | CueFrames.ReflexiveOnly | CueFrames.Manner) && !scene.Tokens.Is(source.Head, WordClass.NotPerson | WordClass.Verb)
        && scene.Tokens.Is(source.Range.First, WordClass.Definite);

    private static bool IsImpersonal(VerbGroup group, TokenList tokens)
    {
        for (var i = group.First; i < group.Verb; i++)
        {
            if (tokens.Lexeme(i).Verb?.Lemma is "falloir")
                return true;
        }

        return false;
    }

    private static bool FollowsPurpose(VerbGroup group, Scene scene)
    {
        var tokens = scene.Tokens;
        var before = group.First - 1;
        if (tokens.Is(before, WordClass.Of))
            before--;
        return tokens.Is(before, GrammarWord.For) || tokens.IsForm(before, "après") || tokens.IsForm(before, "avant") || tokens.IsForm(before, "afin")
            || (before < group.First - 1 && tokens.Is(before, WordClass.Coordinator) && before == scene.SentenceStart(group.Verb));
    }

    // A thing as subject reports nothing (« l'expérience montre que »), and nobody's thought is a doubtful report.
    private static bool MayReport(VerbGroup group, SourceMatch source, Scene scene)
    {
        if (group.Shape is VerbShape.Passive or VerbShape.PastParticiple)
            return false;
        if (group.Entry.Reports(CueFrames.ReflexiveOnly) && !group.Reflexive)
            return false;
        // « pour réclamer », « après avoir dit »; not « accusé d'avoir refusé », which is what was said.
        if (group.IsPurpose && !FollowsPurpose(group, scene))
            return false;
        if (group.Deictic && group.HasSubject)
            return false;
        // « n'a pas souhaité réagir »: nothing was said.
        if (group.Negated && group.Entry.Reports(CueFrames.Thought))
            return false;
        if (!source.Found)
            return !group.HasSubject && !group.IsPurpose && !group.Entry.Reports(CueFrames.Thought | CueFrames.NeedsPerson);
        // « il faut dire que », « il y a »: nobody says it.
        if (source.Kind == PhraseKind.Pronoun && scene.Tokens.IsForm(source.Head, "il") && (scene.Tokens.IsForm(group.First, "y") || IsImpersonal(group, scene.Tokens)))
            return false;
        // « on » and « cela » name nobody.
        if (source.Kind == PhraseKind.Pronoun && scene.Tokens.Is(source.Head, GrammarWord.Nobody))
            return false;
        if (source.CanSpeak)
            return !(group.Entry.Reports(CueFrames.Thought) && (scene.Tokens.IsForm(source.Head, "on") || group.IsPurpose)) && !scene.Tokens.IsForm(source.Head, "ce") && !scene.Tokens.IsForm(source.Head, "c'");
        // « "Who will pay?" the advert asks »: beside a quotation a thing may say what is written on it.
        if (scene.Language.Grammar.PlainIncises && group.Reports(CueFrames.Quote) && !group.Reports(CueFrames.Thought | CueFrames.Manner) && source.Kind == PhraseKind.Other && !group.Negated
            && (scene.Quotations.Closes(source.Range.First - 1) || (scene.Tokens.IsKind(group.End, TokenKind.Comma) && scene.Quotations.Opens(group.End + 1))))
        {
            return true;
        }

        return !group.Entry.Reports(CueFrames.NeedsPerson | CueFrames.Thought | CueFrames.EventObject) && scene.Tokens.IsCapitalised(source.Head);
    }
}
