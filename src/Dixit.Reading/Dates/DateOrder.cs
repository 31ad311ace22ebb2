// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Dates;

/// <summary>How a date in figures is to be read where the figures themselves do not tell.</summary>
internal enum DateOrder
{
    /// <summary>Nobody says: 03/04/2024 is no date.</summary>
    Unknown,

    /// <summary>03/04/2024 is the third of April.</summary>
    DayFirst,

    /// <summary>03/04/2024 is the fourth of March.</summary>
    MonthFirst,
}
