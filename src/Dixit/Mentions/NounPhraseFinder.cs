// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Finds the maximal noun phrases of a document from left to right. Built once, safe for many threads.</summary>
/// <param name="listed">The listed names of several words; the single ones are in the tokens' lexemes.</param>
internal sealed class NounPhraseFinder(IEnumerable<ListedPhrase> listed)
{
    private readonly ListedNames _listed = new(listed, contracted: true);

    /// <summary>The phrases in order, none overlapping another. Linear in the number of tokens.</summary>
    public NounPhraseList Find(TokenList tokens)
    {
        var scan = new NounPhraseScan(tokens, _listed);
        var phrases = scan.Run();
        return new NounPhraseList(phrases, scan.Inner, tokens.Count);
    }
}
