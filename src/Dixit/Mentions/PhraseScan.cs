// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>One pass over one document: reads the phrase that begins at a token, steps behind it, and keeps what it holds. How a phrase is built is the word order's.</summary>
internal abstract class PhraseScan(TokenList tokens)
{
    /// <summary>The most words that stand between what opens a phrase and its head.</summary>
    protected const int LongestRun = 12;

    /// <summary>No phrase of a language goes on after so many tokens.</summary>
    protected const int LongestPhrase = 48;

    /// <summary>What a noun can be.</summary>
    protected const WordClass Nominal = WordClass.Role | WordClass.PersonNoun | WordClass.GroupNoun | WordClass.OrganisationNoun | WordClass.AnonymousNoun
        | WordClass.OccasionNoun | WordClass.MediumNoun | WordClass.Document | WordClass.CueNoun | WordClass.Noun | WordClass.TimeNoun;

    /// <summary>What a listed name can be.</summary>
    protected const WordClass Names = WordClass.GivenName | WordClass.PlaceName | WordClass.SpeakingPlace | WordClass.OrganisationName | WordClass.MediaName;

    private static readonly Comparer<NounPhrase> InnerOrder = Comparer<NounPhrase>.Create((a, b) => a.First.CompareTo(b.First));

    private int _keptInner;

    /// <summary>The phrases inside others, by the order in which their outer ones end; only those that name or describe somebody.</summary>
    public List<NounPhrase> Inner { get; } = [];

    /// <summary>The phrases read so far.</summary>
    protected List<NounPhrase> Found { get; } = new(tokens.Count / 4); // news has about so many

    /// <summary>Where the phrase that is being read has to end.</summary>
    protected int Limit { get; private set; }

    /// <summary>The phrases in order, none overlapping another. Linear in the number of tokens.</summary>
    public List<NounPhrase> Run()
    {
        var at = 0;
        while (at < tokens.Count)
        {
            Limit = at + LongestPhrase;
            if (tokens.IsWord(at) && TryRead(at, 0, out var phrase))
            {
                KeepInner(phrase);
                Found.Add(phrase);
                at = phrase.End;
            }
            else if (tokens.IsKind(at, TokenKind.Address) && tokens.FirstChar(at) == '@')
            {
                Found.Add(new NounPhrase(new TokenRange(at, at + 1), at, PhraseKind.UnknownName, Gender.Unknown, false, new TokenRange(at, at + 1)));
                at++;
            }
            else
            {
                at++;
            }
        }

        return Found;
    }

    /// <summary>Reads the phrase that begins at the token, if one does.</summary>
    protected abstract bool TryRead(int at, int depth, out NounPhrase phrase);

    /// <summary>Whether the inner reading is but the outer phrase again.</summary>
    protected abstract bool IsWhole(NounPhrase inner, NounPhrase outer);

    // What was read inside and then given up is dropped; what two readings share is kept once.
    private void KeepInner(NounPhrase outer)
    {
        var kept = _keptInner;
        for (var i = kept; i < Inner.Count; i++)
        {
            var inner = Inner[i];
            if (!inner.CanSpeak || !outer.Range.Contains(inner.Range) || IsWhole(inner, outer))
                continue;
            var known = false;
            for (var k = _keptInner; k < kept; k++)
                known |= Inner[k].First == inner.First;
            if (!known)
                Inner[kept++] = inner;
        }

        Inner.RemoveRange(kept, Inner.Count - kept);
        Inner.Sort(_keptInner, kept - _keptInner, InnerOrder);
        _keptInner = kept;
    }
}
