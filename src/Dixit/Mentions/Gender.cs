// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Mentions;

/// <summary>The gender that the text shows for a person.</summary>
public enum Gender
{
    /// <summary>Not shown.</summary>
    Unknown,

    /// <summary>Shown as a man.</summary>
    Male,

    /// <summary>Shown as a woman.</summary>
    Female,
}
