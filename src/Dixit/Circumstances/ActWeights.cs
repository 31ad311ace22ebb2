// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;

namespace Dixit.Circumstances;

/// <summary>How much each feature speaks for each act. Set by hand; training may replace the numbers, not the shape.</summary>
internal static class ActWeights
{
    /// <summary>What speaks for an assertion before anything is seen.</summary>
    public const double Assertion = 1.6;

    /// <summary>Feature, act, weight; a feature may stand in several rows.</summary>
    public static readonly (ActFeature Feature, SpeechAct Act, double Weight)[] Table =
    [
        (ActFeature.CueAccuse, SpeechAct.Accuse, 4.0),
        (ActFeature.CueDeny, SpeechAct.Deny, 4.0),
        (ActFeature.CueWarn, SpeechAct.Warn, 4.0),
        (ActFeature.CuePredict, SpeechAct.Predict, 4.0),
        (ActFeature.CueCommit, SpeechAct.Commit, 4.0),
        (ActFeature.CueDemand, SpeechAct.Demand, 4.0),
        (ActFeature.CueRequest, SpeechAct.Demand, 4.0),
        (ActFeature.CueFor, SpeechAct.Demand, 2.5),
        (ActFeature.CueRefuse, SpeechAct.Refuse, 4.0),
        (ActFeature.CuePraise, SpeechAct.Praise, 4.0),
        (ActFeature.CueRegret, SpeechAct.Regret, 4.0),
        (ActFeature.CueAsk, SpeechAct.Ask, 4.0),
        (ActFeature.CueReport, SpeechAct.Assert, 0.3),
        (ActFeature.HoldsReport, SpeechAct.Assert, 0.4),

        (ActFeature.Accuse, SpeechAct.Accuse, 1.8),
        (ActFeature.AccuseVerb, SpeechAct.Accuse, 1.1),
        (ActFeature.CueName, SpeechAct.Accuse, 1.7),
        (ActFeature.SecondPerson, SpeechAct.Accuse, 0.5),
        (ActFeature.PastConditional, SpeechAct.Accuse, 0.6),

        (ActFeature.Deny, SpeechAct.Deny, 2.2),
        (ActFeature.DenyVerb, SpeechAct.Deny, 2.0),
        (ActFeature.FirstPastNegated, SpeechAct.Deny, 2.2),
        (ActFeature.NegatedPresent, SpeechAct.Deny, 0.4),

        (ActFeature.Warn, SpeechAct.Warn, 1.4),
        (ActFeature.WarnVerb, SpeechAct.Warn, 1.0),
        (ActFeature.Conditional, SpeechAct.Warn, 0.4),
        (ActFeature.Possible, SpeechAct.Warn, 0.6),

        (ActFeature.Predict, SpeechAct.Predict, 0.8),
        (ActFeature.PredictVerb, SpeechAct.Predict, 1.0),
        (ActFeature.OtherFuture, SpeechAct.Predict, 2.0),
        (ActFeature.OtherFutureNegated, SpeechAct.Predict, 1.0),
        (ActFeature.Conditional, SpeechAct.Predict, 1.7),
        (ActFeature.Possible, SpeechAct.Predict, 1.4),
        (ActFeature.Hypothesis, SpeechAct.Predict, 0.8),

        (ActFeature.Commit, SpeechAct.Commit, 1.8),
        (ActFeature.CommitVerb, SpeechAct.Commit, 0.4),
        (ActFeature.FirstFuture, SpeechAct.Commit, 2.4),
        (ActFeature.OwnFuture, SpeechAct.Commit, 2.2),
        (ActFeature.FuturePassive, SpeechAct.Commit, 2.1),
        (ActFeature.PlannedInfinitive, SpeechAct.Commit, 2.0),

        (ActFeature.Demand, SpeechAct.Demand, 1.8),
        (ActFeature.DemandVerb, SpeechAct.Demand, 0.4),
        (ActFeature.Imperative, SpeechAct.Demand, 2.4),
        (ActFeature.Exclamation, SpeechAct.Demand, 0.3),

        (ActFeature.Refuse, SpeechAct.Refuse, 2.0),
        (ActFeature.RefuseVerb, SpeechAct.Refuse, 0.8),
        (ActFeature.FirstFutureNegated, SpeechAct.Refuse, 2.6),
        (ActFeature.OwnFutureNegated, SpeechAct.Refuse, 1.8),

        (ActFeature.Praise, SpeechAct.Praise, 2.0),
        (ActFeature.PraiseVerb, SpeechAct.Praise, 1.7),

        (ActFeature.Regret, SpeechAct.Regret, 2.0),
        (ActFeature.RegretVerb, SpeechAct.Regret, 2.0),

        (ActFeature.Question, SpeechAct.Ask, 3.0),
        (ActFeature.QuestionInside, SpeechAct.Ask, 1.0),
        (ActFeature.Asking, SpeechAct.Ask, 2.0),
        (ActFeature.Interrogative, SpeechAct.Ask, 4.5),
    ];
}
