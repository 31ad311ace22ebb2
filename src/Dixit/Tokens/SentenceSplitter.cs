// SPDX-License-Identifier: Apache-2.0
using Dixit.Quotations;

namespace Dixit.Tokens;

/// <summary>Cuts paragraphs into sentences at full stops, question and exclamation marks that end one.</summary>
/// <remarks>
/// A closing mark or bracket after the stop belongs to the sentence. A stop before a small letter or a comma ends
/// nothing (« "Vraiment ?", demande-t-il »). Abbreviations and initials are tokens with their stop, so they never come here.
/// </remarks>
internal sealed class SentenceSplitter
{
    // No writer's sentence is longer; text without stops is cut here, so that what looks over a sentence stays bounded.
    private const int LongestSentence = 600;

    public SentenceList Split(TokenList tokens, QuotationList quotations)
    {
        var sentences = new List<TokenRange>();
        foreach (var paragraph in tokens.Paragraphs)
        {
            var first = paragraph.First;
            for (var i = paragraph.First; i < paragraph.End; i++)
            {
                if (i - first >= LongestSentence)
                {
                    sentences.Add(new TokenRange(first, i));
                    first = i;
                }

                if (!EndsAt(tokens, i, paragraph))
                    continue;
                var end = i + 1;
                while (end < paragraph.End && (quotations.Closes(end) || tokens.Kind(end) is TokenKind.CloseBracket or TokenKind.SentenceEnd))
                    end++;
                if (end < paragraph.End && !StartsSentence(tokens, quotations, end, end > i + 1))
                    continue;
                sentences.Add(new TokenRange(first, end));
                first = end;
                i = end - 1;
            }

            if (first < paragraph.End)
                sentences.Add(new TokenRange(first, paragraph.End));
        }

        return new SentenceList(sentences, tokens.Count);
    }

    private static bool EndsAt(TokenList tokens, int i, TokenRange paragraph)
    {
        if (tokens.IsKind(i, TokenKind.SentenceEnd))
        {
            // « (…) » and « […] » stand for words left out.
            return i == paragraph.First || !tokens.IsKind(i - 1, TokenKind.OpenBracket);
        }

        // « etc. » ends a sentence where a capital follows.
        return tokens.IsForm(i, "etc.") && tokens.IsCapitalised(i + 1);
    }

    private static bool StartsSentence(TokenList tokens, QuotationList quotations, int i, bool closed)
    {
        switch (tokens.Kind(i))
        {
            case TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon:
                return false;
            case TokenKind.Word:
                return tokens.IsCapitalised(i) || !char.IsLower(tokens.FirstChar(i));
            case TokenKind.Dash:
                return StartsAfterDash(tokens, quotations, i);
            case TokenKind.QuoteMark:
                return !quotations.Closes(i);
            case TokenKind.OpenBracket:
                // « … . (…) » goes on; « fin." (AFP) » too.
                return !closed || tokens.IsCapitalised(i + 1);
            default:
                return true;
        }
    }

    private static bool StartsAfterDash(TokenList tokens, QuotationList quotations, int dash) =>
        tokens.IsCapitalised(dash + 1) || quotations.Opens(dash + 1);
}
