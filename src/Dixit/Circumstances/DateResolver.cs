// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Circumstances;

/// <summary>Turns a time expression into days, seen from the day of the article. Pure.</summary>
internal static class DateResolver
{
    /// <summary>The days meant, or null where the text and the article's day do not tell.</summary>
    /// <param name="expression">What the text says.</param>
    /// <param name="published">The article's day, or null: then only what is stated with its year is resolved.</param>
    /// <param name="named">The last day that the text named before, or null.</param>
    public static DateRange? Resolve(TimeExpression expression, DateOnly? published, DateOnly? named)
    {
        if (expression.Ahead)
            return null;
        switch (expression.Shape)
        {
            case TimeShape.Day:
                return expression.Year > 0 ? DayOf(expression, expression.Year) : published is { Year: > 1 } from ? LatestDay(expression, from) : null;
            case TimeShape.Year:
                return new DateRange(new DateOnly(expression.Year, 1, 1), new DateOnly(expression.Year, 12, 31));
            case TimeShape.Month when expression.Year > 0:
                return MonthOf(expression.Year, expression.Month);
        }

        // At the ends of the calendar there is no week before or after.
        return published is { Year: > 1 and < 9999 } day ? FromPublished(expression, day, named) : null;
    }

    private static DateRange? FromPublished(TimeExpression expression, DateOnly published, DateOnly? named)
    {
        switch (expression.Shape)
        {
            case TimeShape.Weekday:
                return Single(LatestWeekday(expression.Weekday, expression.Last ? published.AddDays(-1) : published));
            case TimeShape.Night:
                // The night ends on the day after the one it is named by.
                var evening = LatestWeekday(expression.Weekday, published);
                return new DateRange(evening, evening.AddDays(1));
            case TimeShape.Relative:
                return Single(published.AddDays(expression.Offset));
            case TimeShape.Anaphoric:
                return Single((named ?? published).AddDays(expression.Offset));
            case TimeShape.Week:
                var monday = published.AddDays(1 - Weekday(published) + (7 * expression.Offset));
                return new DateRange(monday, Earlier(monday.AddDays(6), published));
            case TimeShape.Weekend:
                var saturday = LatestWeekday(6, published);
                return new DateRange(saturday, Earlier(saturday.AddDays(1), published));
            case TimeShape.MonthSpan:
                var first = new DateOnly(published.Year, published.Month, 1).AddMonths(expression.Offset);
                return new DateRange(first, Earlier(first.AddMonths(1).AddDays(-1), published));
            case TimeShape.YearSpan:
                var year = published.Year + expression.Offset;
                return new DateRange(new DateOnly(year, 1, 1), Earlier(new DateOnly(year, 12, 31), published));
            case TimeShape.Month:
                var past = expression.Month < published.Month || (expression.Month == published.Month && !expression.Last);
                var month = MonthOf(past ? published.Year : published.Year - 1, expression.Month);
                return month with { To = Earlier(month.To, published) };
            default:
                return null;
        }
    }

    // The weekday, where one is given, tells the year; else the latest such day that is not after the article's.
    private static DateRange? LatestDay(TimeExpression expression, DateOnly published)
    {
        DateRange? latest = null;
        for (var year = published.Year; year >= published.Year - 1; year--)
        {
            if (DayOf(expression, year) is not { } days || days.From > published)
                continue;
            latest ??= days;
            if (expression.Weekday == 0 || Weekday(days.From) == expression.Weekday)
                return days;
        }

        return latest;
    }

    private static DateRange? DayOf(TimeExpression expression, int year)
    {
        var length = DateTime.DaysInMonth(year, expression.Month);
        return expression.Day > length || expression.LastDay > length
            ? null
            : new DateRange(new DateOnly(year, expression.Month, expression.Day), new DateOnly(year, expression.Month, expression.LastDay));
    }

    private static DateRange MonthOf(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new DateRange(first, first.AddMonths(1).AddDays(-1));
    }

    private static DateOnly LatestWeekday(int weekday, DateOnly notAfter) => notAfter.AddDays(-((Weekday(notAfter) - weekday + 7) % 7));

    private static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static DateRange Single(DateOnly day) => new(day, day);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
