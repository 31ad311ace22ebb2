// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Finds the maximal noun phrases of a document from left to right. Built once, safe for many threads.</summary>
/// <param name="listed">The listed names of several words; the single ones are in the tokens' lexemes.</param>
/// <param name="headFinal">Whether what modifies a noun stands before it.</param>
internal sealed class NounPhraseFinder(IEnumerable<ListedPhrase> listed, bool headFinal = false)
{
    private readonly ListedNames _listed = new(listed, contracted: !headFinal);

    /// <summary>The phrases in order, none overlapping another. Linear in the number of tokens.</summary>
    public NounPhraseList Find(TokenList tokens)
    {
        if (headFinal)
        {
            var headFinalScan = new HeadFinalScan(tokens, _listed);
            return new NounPhraseList(headFinalScan.Run(), headFinalScan.Inner, tokens.Count);
        }

        var scan = new NounPhraseScan(tokens, _listed);
        var phrases = scan.Run();
        return new NounPhraseList(phrases, scan.Inner, tokens.Count);
    }
}
