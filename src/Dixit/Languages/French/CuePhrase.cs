// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages.French;

/// <summary>A report of more words than the verb: « faire savoir », « se dire », « tirer la sonnette d'alarme ».</summary>
/// <param name="Head">The infinitive whose form stands in the text; look for it by <see cref="VerbEntry.Lemma"/>.</param>
/// <param name="Reflexive">Whether a reflexive pronoun stands before the head: « s'est dit préoccupé ».</param>
/// <param name="Words">
/// The tokens that follow, folded; adverbs may stand before and between them (« a fait hier savoir »), and where the
/// phrase takes an object, so may a short one (« met Oslo en garde »). Empty for a plain reflexive.
/// </param>
/// <param name="Verb">How the whole reports; its lemma is the phrase.</param>
internal sealed record CuePhrase(string Head, bool Reflexive, IReadOnlyList<string> Words, VerbEntry Verb);
