// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Circumstances;

/// <summary>What can be seen of an attribution that tells what its speaker does. Each is there or not.</summary>
internal enum ActFeature
{
    // By the cue
    CueAccuse,
    CueDeny,
    CueWarn,
    CuePredict,
    CueCommit,
    CueDemand,
    CueRefuse,
    CuePraise,
    CueRegret,
    CueAsk,
    CueReport,            // « explique », « reconnaît »
    CueName,              // « qualifie de »
    CueRequest,           // « demande à X de »: an asking verb without a question
    CueFor,               // « plaide pour que »
    CueNegated,           // « ne s'en cache pas »
    SourceAlone,          // « selon X »: no verb

    // By words of the content
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

    // By its shape
    Question,             // it ends in a question mark
    QuestionInside,       // a question mark before its end
    Asking,               // « on se demande »
    Interrogative,        // « demande si », « pourquoi »
    Imperative,           // « Arrêtez ! »
    Exclamation,
    FirstFuture,          // « nous renforcerons », « nous allons renforcer »
    FirstFutureNegated,   // « nous n'enverrons pas »
    OwnFuture,            // « il renforcera », he being the speaker
    OwnFutureNegated,
    OtherFuture,          // « les prix baisseront »
    OtherFutureNegated,
    FuturePassive,        // « la route sera fermée »
    Conditional,          // « cela changerait »
    Possible,             // « pourrait »
    Hypothesis,           // « si … »
    PastConditional,      // « aurait crié »
    PlannedInfinitive,    // « annonce renoncer »
    PastInfinitive,       // « dit avoir vu »
    FirstPastNegated,     // « je n'ai jamais dit »
    NegatedPresent,       // « ce n'est pas »
    FirstPerson,
    SecondPerson,
    Figures,              // numbers and amounts
    HoldsReport,          // another attribution stands in it
    QuotedFew,            // a few quoted words
}
