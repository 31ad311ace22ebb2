// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Attributions;

/// <summary>What the speaker does in saying it, after Searle's classes as far as news needs them.</summary>
public enum SpeechAct
{
    /// <summary>States something; the default.</summary>
    Assert,

    /// <summary>Promises, plans or undertakes.</summary>
    Commit,

    /// <summary>Declines or rules out.</summary>
    Refuse,

    /// <summary>Asks for, orders or recommends an action.</summary>
    Demand,

    /// <summary>Announces harm or danger.</summary>
    Warn,

    /// <summary>Says that something is not so.</summary>
    Deny,

    /// <summary>Blames, denounces or disparages.</summary>
    Accuse,

    /// <summary>Says what will be.</summary>
    Predict,

    /// <summary>Approves, thanks or congratulates.</summary>
    Praise,

    /// <summary>Deplores, apologises or mourns.</summary>
    Regret,

    /// <summary>Puts a question.</summary>
    Ask,
}
