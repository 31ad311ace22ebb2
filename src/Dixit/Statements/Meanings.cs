// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>What a word does to the meaning of a statement, where changing it makes another statement of it.</summary>
[Flags]
public enum Meanings
{
    /// <summary>Nothing of the kind: another word will do.</summary>
    None = 0,

    /// <summary>Turns it round: « ne … pas », « sans », « refuser de ».</summary>
    Negation = 1,

    /// <summary>A figure, written in digits or in words.</summary>
    Number = 2,

    /// <summary>A person, place, body, people, weekday or month.</summary>
    Name = 4,

    /// <summary>May, must, would, perhaps.</summary>
    Modal = 8,

    /// <summary>All, most, some, few, more than, only.</summary>
    Quantifier = 16,

    /// <summary>Who does what to whom.</summary>
    Roles = 32,
}
