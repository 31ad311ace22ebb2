// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Circumstances;

/// <summary>The sections of a language's <c>Dates.txt</c>, where they are explained.</summary>
internal enum TimeWord
{
    Weekday,
    Month,
    DayPart,
    Relative,
    Anaphoric,
    Week,
    Weekend,
    MonthSpan,
    YearSpan,
    Last,
    Next,
    In,
    Edge,
    UnitDay,
    UnitOther,
    Number,
    Bound,
    Barrier,
    Spoken,
    Ago,
    Range,
    Article,
}
