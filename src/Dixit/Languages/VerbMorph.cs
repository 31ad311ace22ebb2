// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>The inflections that a verb form can be; several where forms fall together (« dit »).</summary>
[Flags]
internal enum VerbMorph : uint
{
    None = 0,
    Present = 1 << 0,
    Imperfect = 1 << 1,
    SimplePast = 1 << 2,
    Future = 1 << 3,
    Conditional = 1 << 4,
    Subjunctive = 1 << 5,
    Imperative = 1 << 6,
    Infinitive = 1 << 7,
    PresentParticiple = 1 << 8,
    PastParticiple = 1 << 9,
    FirstSingular = 1 << 10,
    SecondSingular = 1 << 11,
    ThirdSingular = 1 << 12,
    FirstPlural = 1 << 13,
    SecondPlural = 1 << 14,
    ThirdPlural = 1 << 15,
    Feminine = 1 << 16,   // of a past participle
    Plural = 1 << 17,     // of a past participle

    /// <summary>Any mood and tense that has a subject of its own.</summary>
    Finite = Present | Imperfect | SimplePast | Future | Conditional | Subjunctive,

    /// <summary>Third person, singular or plural.</summary>
    Third = ThirdSingular | ThirdPlural,
}
