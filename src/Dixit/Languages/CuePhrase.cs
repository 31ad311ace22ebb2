// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>A report of more words than the verb: « faire savoir », « se dire », « tirer la sonnette d'alarme ».</summary>
/// <param name="Head">The infinitive whose form stands in the text; look for it by <see cref="VerbEntry.Lemma"/>.</param>
/// <param name="Reflexive">Whether a reflexive pronoun must stand before the head: « s'est dit préoccupé ».</param>
/// <param name="Words">
/// The tokens that follow, for each the folded forms of which any will do; adverbs may stand before and between them
/// (« a fait hier savoir »), and where the phrase takes an object, so may a short one (« met Oslo en garde »).
/// Empty for a plain reflexive.
/// </param>
/// <param name="Verb">How the whole reports; its lemma is the phrase as listed.</param>
internal sealed record CuePhrase(string Head, bool Reflexive, string[][] Words, VerbEntry Verb)
{
    private static readonly string[] s_of = ["de", "d'", "du", "des"];
    private static readonly string[] s_to = ["à", "au", "aux"];
    private static readonly string[] s_possessives = ["son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos"];

    /// <summary>Reads the first column of <c>CuePhrases.txt</c>.</summary>
    public static CuePhrase Read(string phrase, VerbEntry verb)
    {
        // An elided word is a token of its own.
        var words = phrase.Replace("'", "' ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var reflexive = words[0] is "se" or "s'";
        var head = reflexive ? 1 : 0;
        return new CuePhrase(words[head], reflexive, Array.ConvertAll(words[(head + 1)..], Forms), verb);
    }

    private static string[] Forms(string word) => word switch
    {
        "de" => s_of,
        "à" => s_to,
        "son" or "sa" or "ses" => s_possessives,
        [.. var common, 'e', '*'] => [common + "e", common + "es"],
        [.. var masculine, '*'] => [masculine, masculine + "e", masculine + "s", masculine + "es"],
        _ => word.Split('/'),
    };
}
