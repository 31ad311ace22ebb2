// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Mentions;

namespace Dixit.Languages;

/// <summary>A form of a noun that reports: « l'annonce par X de … », « l'idée selon laquelle ».</summary>
/// <param name="Form">The tokens of the noun, folded, with a space between them: « menaces », « mise en garde ».</param>
/// <param name="Lemma">Its singular.</param>
/// <param name="Gender">Its grammatical gender.</param>
/// <param name="Plural">Whether the form is a plural.</param>
/// <param name="Frames">Its complements: that, whether, of-inf (de), to-inf (à), for-inf, object, event.</param>
/// <param name="Act">What a speaker does by it.</param>
internal sealed record CueNoun(string Form, string Lemma, Gender Gender, bool Plural, CueFrames Frames, SpeechAct Act);
