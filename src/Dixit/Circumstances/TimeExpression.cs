// SPDX-License-Identifier: Apache-2.0
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>A date or a stretch of days as a text words it, before it is resolved.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Shape">What it gives.</param>
internal readonly record struct TimeExpression(TokenRange Range, TimeShape Shape)
{
    /// <summary>The year, or 0 where the text gives none.</summary>
    public int Year { get; init; }

    /// <summary>1 to 12, or 0.</summary>
    public int Month { get; init; }

    /// <summary>The first day of the month, or 0.</summary>
    public int Day { get; init; }

    /// <summary>The last day of the month where several are given (« les 24 et 25 mars »), else <see cref="Day"/>.</summary>
    public int LastDay { get; init; }

    /// <summary>Monday 1 to Sunday 7, or 0.</summary>
    public int Weekday { get; init; }

    /// <summary>Days, weeks, months or years from the point of reference, as the shape says.</summary>
    public int Offset { get; init; }

    /// <summary>Whether it lies ahead (« mardi prochain »).</summary>
    public bool Ahead { get; init; }

    /// <summary>Whether it was said to be the last such (« lundi dernier »): never the day of the article.</summary>
    public bool Last { get; init; }

    /// <summary>Whether the text gives day, month and year.</summary>
    public bool IsFull => Shape == TimeShape.Day && Year > 0;
}

/// <summary>What a time expression gives.</summary>
internal enum TimeShape : byte
{
    /// <summary>A day of a month, of a year or not: « mercredi 23 mars », « 28/02/2024 ».</summary>
    Day,

    /// <summary>A day of the week: « mardi soir ».</summary>
    Weekday,

    /// <summary>The night between two days of the week: « dans la nuit de mardi à mercredi ».</summary>
    Night,

    /// <summary>Days from the article's: « hier », « il y a trois jours ».</summary>
    Relative,

    /// <summary>Days from the last day named: « la veille ».</summary>
    Anaphoric,

    /// <summary>Weeks from the article's: « la semaine dernière ».</summary>
    Week,

    /// <summary>The last Saturday and Sunday.</summary>
    Weekend,

    /// <summary>Months from the article's: « le mois dernier ».</summary>
    MonthSpan,

    /// <summary>Years from the article's: « l'an dernier ».</summary>
    YearSpan,

    /// <summary>A month, of a year or not: « en octobre ».</summary>
    Month,

    /// <summary>A year: « en 2008 ».</summary>
    Year,

    /// <summary>No day can be told: « il y a plusieurs mois ».</summary>
    Vague,
}
