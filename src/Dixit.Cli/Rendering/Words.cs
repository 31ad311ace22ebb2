// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Mentions;
using Dixit.Quotations;

namespace Dixit.Cli.Rendering;

/// <summary>Values as the output contract words them.</summary>
internal static class Words
{
    /// <summary>Such as <c>warn</c>.</summary>
    public static string Of(SpeechAct act) => act.ToString().ToLowerInvariant();

    /// <summary>Such as <c>direct</c>.</summary>
    public static string Of(QuotationKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Such as <c>person</c>.</summary>
    public static string Of(SpeakerKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Such as <c>male</c>, or null where the text does not show it.</summary>
    public static string? Of(Gender gender) => gender == Gender.Unknown ? null : gender.ToString().ToLowerInvariant();

    /// <summary>Such as <c>2022-03-23</c>.</summary>
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd");

    /// <summary>Such as <c>2022-03-23 08:05 +01:00</c>, as far as it is known.</summary>
    public static string Of(Moment moment)
    {
        if (moment.Time is not { } time)
            return Of(moment.Day);
        var hour = $"{Of(moment.Day)} {time:HH:mm}";
        return moment.Offset switch
        {
            null => hour,
            { Ticks: 0 } => $"{hour} UTC",
            { } offset => $"{hour} {(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}",
        };
    }

    /// <summary>Such as <c>2022-03-23</c>, or <c>2022-03-21 to 2022-03-23</c>.</summary>
    public static string Of(DateRange range) =>
        range.From == range.To ? Of(range.From) : $"{Of(range.From)} to {Of(range.To)}";

    /// <summary>Such as <c>1 attribution</c> or <c>12,345 attributions</c>.</summary>
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";
}
