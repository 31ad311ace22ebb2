// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>What a word form can be. A form may be several things at once; stages look at the company it keeps.</summary>
/// <remarks>The names are those of the first column of the files in a language's folder (see docs/languages.md).</remarks>
[Flags]
internal enum WordClass : ulong
{
    None = 0,

    // Function words
    Determiner = 1UL << 0,            // le la les un une des ce cette son sa ses leur chaque plusieurs quelques
    Definite = 1UL << 1,              // le la les l' (always with Determiner)
    Possessive = 1UL << 2,            // son sa ses leur leurs mon notre (with Determiner)
    Demonstrative = 1UL << 3,         // ce cet cette ces (with Determiner)
    Preposition = 1UL << 4,           // à de dans sur avec pour par en chez vers lors depuis
    Of = 1UL << 5,                    // de d' du des
    To = 1UL << 6,                    // à au aux
    Complementiser = 1UL << 7,        // que qu'
    Relative = 1UL << 8,              // qui que dont où lequel laquelle lesquels
    SubjectPronoun = 1UL << 9,        // je tu il elle on nous vous ils elles ce c' celui-ci ceux-ci
    ObjectPronoun = 1UL << 10,        // me te se le la les lui leur y en l' m' t' s' (clitics before the verb)
    Reflexive = 1UL << 11,            // se s' me te nous vous
    StrongPronoun = 1UL << 12,        // lui elle eux elles moi toi soi, after a preposition
    DemonstrativePronoun = 1UL << 13, // celui-ci celle-ci ceux-ci celles-ci ce dernier: celui celle ceux celles
    Negation = 1UL << 14,             // ne n'
    NegativeAdverb = 1UL << 15,       // pas plus jamais rien aucun guère
    Coordinator = 1UL << 16,          // et ou mais or ni car donc
    Subordinator = 1UL << 17,         // si quand lorsque comme puisque quoique tandis alors afin après avant
    Interrogative = 1UL << 18,        // pourquoi comment quand où combien quel quelle qui quoi
    Adverb = 1UL << 19,               // also: toutefois notamment également ainsi encore ensuite, -ment
    FirstPerson = 1UL << 20,          // je j' nous me m' mon ma mes notre nos moi
    SecondPerson = 1UL << 21,         // tu vous te votre vos

    // Verbs
    Auxiliary = 1UL << 22,            // forms of avoir and être
    Modal = 1UL << 23,                // forms of devoir pouvoir falloir vouloir
    Verb = 1UL << 24,                 // any form of a verb listed (cues too)
    Cue = 1UL << 25,                  // a form of a cue verb
    PhraseHead = 1UL << 55,           // a form of a verb that heads cues of several words: faire (savoir), mettre (en garde)

    // Reporting without a verb
    SourcePreposition = 1UL << 26,    // selon d'après (first word) suivant
    CueNoun = 1UL << 27,              // déclaration annonce promesse idée avis menace
    Document = 1UL << 28,             // rapport communiqué étude sondage lettre tribune (can be a source)

    // Nominals
    Title = 1UL << 29,                // M. Mme Me Dr Mgr monsieur madame maître
    Role = 1UL << 30,                 // président ministre porte-parole avocate chef directeur députée
    PersonNoun = 1UL << 31,           // homme femme témoin habitant victime joueur famille-members
    GroupNoun = 1UL << 32,            // gouvernement-less groups: alliés habitants syndicats manifestants experts
    OrganisationNoun = 1UL << 33,     // gouvernement ministère parquet préfecture police agence association groupe
    AnonymousNoun = 1UL << 34,        // source (proche, diplomatique), responsable, proche, entourage
    OccasionNoun = 1UL << 35,         // conférence discours interview entretien sommet réunion audience
    MediumNoun = 1UL << 36,           // journal quotidien chaîne radio magazine site hebdomadaire agence
    GivenName = 1UL << 37,            // first names, with gender
    PlaceName = 1UL << 38,            // countries, regions, cities
    SpeakingPlace = 1UL << 39,        // capitals and seats that stand for a body: Moscou, Matignon, le Kremlin
    Demonym = 1UL << 40,              // norvégien russe français (adjective or noun)
    OrganisationName = 1UL << 41,     // ONU OTAN UE OMS Amnesty
    MediaName = 1UL << 42,            // names of newspapers, agencies, channels: Reuters AFP CNN
    NameParticle = 1UL << 43,         // de du la le von van ben al el bin d' in names
    Ordinal = 1UL << 44,              // premier deuxième
    Numeral = 1UL << 45,              // deux trois vingt
    Weekday = 1UL << 46,
    Month = 1UL << 47,
    TimeNoun = 1UL << 48,             // matin soir semaine jour veille mois année nuit
    Adjective = 1UL << 49,            // common adjectives
    Noun = 1UL << 50,                 // common nouns not listed above, where it helps to know
    Abbreviation = 1UL << 51,         // ends in a full stop that ends no sentence: av. M. etc. p. St.
    Quantifier = 1UL << 52,           // plusieurs certains tous chacun beaucoup quelques
    Anaphoric = 1UL << 53,            // dernier dernière intéressé même (ce dernier, l'intéressé, la même source)
    NotPerson = 1UL << 54,            // abstract nouns and things that are subjects of false friends
}
