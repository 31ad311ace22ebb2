// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Mentions;

/// <summary>What sort of entity speaks.</summary>
public enum SpeakerKind
{
    /// <summary>Not told by the text.</summary>
    Unknown,

    /// <summary>A person, named or told apart by a role.</summary>
    Person,

    /// <summary>A body: company, ministry, state, outlet.</summary>
    Organisation,

    /// <summary>Several people together (« les Alliés », « des témoins »).</summary>
    Group,

    /// <summary>A source kept nameless on purpose (« une source proche du dossier »).</summary>
    Anonymous,
}
