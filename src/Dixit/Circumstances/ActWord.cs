// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Circumstances;

/// <summary>The sections of a language's <c>Acts.txt</c>, where they are explained.</summary>
internal enum ActWord
{
    Accuse,
    AccuseVerb,
    Deny,
    DenyVerb,
    Warn,
    WarnVerb,
    Predict,
    PredictVerb,
    Commit,
    CommitVerb,
    Demand,
    DemandVerb,
    Refuse,
    RefuseVerb,
    Praise,
    PraiseVerb,
    Regret,
    RegretVerb,
    Ask,
    First,
    Second,
    Negation,
    Negated,
    Report,
    Name,
    Plan,
    NearFuture,
    Asking,
    If,
    Possible,
    For,
}
