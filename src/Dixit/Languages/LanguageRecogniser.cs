// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>Tells whether a text is in a language by the share of its function words among the first words.</summary>
internal sealed class LanguageRecogniser(Lexicon lexicon)
{
    private const int Sample = 1500;
    private const double SmallestShare = 0.28;

    private const WordClass FunctionWords = WordClass.Determiner | WordClass.Preposition | WordClass.Complementiser | WordClass.Relative
        | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Negation | WordClass.Coordinator | WordClass.Auxiliary;

    public bool Recognises(string text)
    {
        int words = 0, known = 0, at = 0;
        while (at < text.Length && words < Sample)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
                at++;
            // An elided word is listed with its apostrophe.
            var end = at < text.Length && text[at] is '\'' or '’' ? at + 1 : at;
            words++;
            if (end - start < 40 && lexicon.Find(text.AsSpan(start, end - start)).Is(FunctionWords))
                known++;
        }

        return words > 0 && known >= words * SmallestShare;
    }
}
