// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dixit.Cli.Commands;
using Dixit.Documents;

namespace Dixit.Cli.Ledgers;

/// <summary>Makes the options that several commands over a ledger have.</summary>
internal static class LedgerOptions
{
    /// <summary>The result as one JSON object.</summary>
    public static Option<bool> Json() => new("--json") { Description = "The result as one JSON object." };

    /// <summary>How often a text counts that several outlets ran.</summary>
    public static Option<CopyCounting?> Copies() =>
        Name<CopyCounting>("--copies", "Whether a text that several outlets ran counts for each of them or once, for the earliest: {0}. Without it, all.", "WHICH");

    /// <summary>How good the text of a document must be.</summary>
    public static Option<TextQuality?> Quality() =>
        Name<TextQuality>("--quality", "Only documents whose text is at least so good, by what its notes say of damage: {0}.", "LEVEL");

    /// <summary>A day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result => ParseDay(result, name),
    };

    /// <summary>A number from 1.</summary>
    public static Option<int?> Number(string name, string description, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out var number) && number >= 1 && number <= most)
                return number;
            result.AddError($"{name} takes a number from 1 to {most}, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    /// <summary>One of the names of an enumeration, in small letters.</summary>
    public static Option<T?> Name<T>(string name, string description, string helpName)
        where T : struct, Enum => Choice<T>(name, description, helpName, [.. Enum.GetNames<T>().Select(value => value.ToLowerInvariant())]);

    /// <summary>One of some words, in the order of an enumeration.</summary>
    public static Option<T?> Choice<T>(string name, string description, string helpName, string[] names)
        where T : struct, Enum
    {
        var option = new Option<T?>(name)
        {
            Description = string.Format(CultureInfo.InvariantCulture, description, string.Join(", ", names)),
            HelpName = helpName,
            CustomParser = result => Parse<T>(result, name, names),
        };
        option.CompletionSources.Clear(); // The names of the enumeration are not those of the option.
        option.CompletionSources.Add(names);
        return option;
    }

    private static T? Parse<T>(ArgumentResult result, string name, string[] names)
        where T : struct, Enum
    {
        var text = result.Tokens[0].Value;
        if (Array.IndexOf(names, text) is >= 0 and var index)
            return Enum.GetValues<T>()[index];
        var nearest = Suggestions.Nearest(text, names);
        result.AddError($"{name} takes {string.Join(", ", names)}, not '{text}'." + (nearest is null ? "" : $" Did you mean {nearest}?"));
        return null;
    }

    private static DateOnly? ParseDay(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"{name} takes a day as YYYY-MM-DD, such as 2024-03-02, not '{text}'.");
        return null;
    }
}
