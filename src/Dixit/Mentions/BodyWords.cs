// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Nouns that say what sort of body a name is, and so can stand for it: « l'entreprise », « le syndicat », but not « le gouvernement ».</summary>
internal static class BodyWords
{
    private static readonly FrozenSet<ulong> Generic = new[]
    {
        "agence", "organisation", "entreprise", "société", "groupe", "compagnie", "firme", "association", "ong", "parti", "syndicat", "club", "média", "journal", "quotidien",
        "chaîne", "site", "constructeur", "institut", "hebdomadaire", "magazine", "collectif", "mouvement", "titre", "plateforme", "banque", "organisme", "institution",
        "alliance", "fondation", "fédération", "union", "marque", "géant", "opérateur", "radio", "revue", "start-up", "fabricant", "enseigne", "fonds", "coalition", "think",
    }.Select(word => Spelling.StemKey(word)).ToFrozenSet();

    public static bool IsGeneric(TokenList tokens, int token) => Generic.Contains(Spelling.StemKey(tokens, token));
}
