// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Mentions;

/// <summary>What the head of a noun phrase is.</summary>
internal enum PhraseKind : byte
{
    /// <summary>A thing, an event, or something unlisted.</summary>
    Other,

    /// <summary>A person's name, with its title and role if they stand before it (« le ministre Paul Sorel », « M. Sorel »).</summary>
    PersonName,

    /// <summary>A role or profession alone (« le chef de l'OTAN »).</summary>
    Role,

    /// <summary>Another word for a person (« le jeune homme », « l'accusé »).</summary>
    Person,

    /// <summary>Several people together (« les Alliés », « des témoins »).</summary>
    Group,

    /// <summary>An organisation by name (« l'OTAN », « Sea Watch »).</summary>
    OrganisationName,

    /// <summary>An organisation by a common noun (« le ministère russe de la Défense », « le parquet de Niort »).</summary>
    Organisation,

    /// <summary>A newspaper, agency or channel by name.</summary>
    Media,

    /// <summary>A report, a letter, a study.</summary>
    Document,

    /// <summary>« une source proche du dossier », « l'entourage du président ».</summary>
    Anonymous,

    /// <summary>A country, city or seat of power by name (« Moscou », « la France »).</summary>
    Place,

    /// <summary>A demonym as a noun (« le Norvégien », « les Russes »).</summary>
    Demonym,

    /// <summary>A pronoun that can be a subject or follows a preposition (« il », « celui-ci », « ce dernier », « on », « nous », « elle » after « selon »).</summary>
    Pronoun,

    /// <summary>A capitalised name that could be a person's or a body's.</summary>
    UnknownName,

    /// <summary>A date or time (« mercredi », « le 3 mars », « la semaine dernière »).</summary>
    Time,
}
