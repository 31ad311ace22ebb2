// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Reading;
using Dixit.Storage;
using Dixit.Web.Pages;

namespace Dixit.Web.Api;

/// <summary>Reads fields of a question and gathers what is wrong with them.</summary>
/// <param name="visitor">Whoever is told what is wrong, in their language; null for a program.</param>
internal sealed class FieldReader(Visitor? visitor = null)
{
    /// <summary>The most characters of a name or of words to look for.</summary>
    public const int LongestText = 1000;

    private const int LongestAddress = 2000;

    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    /// <summary>The names of orders.</summary>
    public static IReadOnlyDictionary<string, StatementOrder> Orders { get; } = new Dictionary<string, StatementOrder>
    {
        ["best"] = StatementOrder.Best, ["newest"] = StatementOrder.Newest, ["oldest"] = StatementOrder.Oldest, ["reports"] = StatementOrder.MostReported,
    };

    /// <summary>Whether copies are left out, by the names of how they count.</summary>
    public static IReadOnlyDictionary<string, bool> Copies { get; } = new Dictionary<string, bool> { ["all"] = false, ["once"] = true };

    /// <summary>What is wrong, by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    /// <summary>A text; empty is none.</summary>
    public string? Text(string name, string? value, int longest = LongestText)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        if (value.Length > longest)
            _errors[name] = Say($"pas plus de {longest} caractères", $"at most {longest} characters");
        else if (value.Contains('\0', StringComparison.Ordinal))
            _errors[name] = Say("contient un caractère qu'aucun texte n'a", "holds a character that no text has");
        else
            return value;
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public string Need(string name, string? value, int longest)
    {
        var text = Text(name, value, longest);
        if (text is null)
            _errors.TryAdd(name, Say("manque", "is missing"));
        return text ?? "";
    }

    /// <summary>Notes what else is wrong with a field.</summary>
    public void Refuse(string name, string why) => _errors[name] = why;

    /// <summary>A day.</summary>
    public DateOnly? Day(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        _errors[name] = Say("il faut un jour comme 2024-03-02", "takes a day as YYYY-MM-DD, such as 2024-03-02");
        return null;
    }

    /// <summary>One of the names of an enumeration.</summary>
    public T? Name<T>(string name, string? value)
        where T : struct, Enum => Choice(name, value, Enum.GetValues<T>().ToDictionary(each => each.ToString().ToLowerInvariant()));

    /// <summary>One of some names.</summary>
    public T? Choice<T>(string name, string? value, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (string.IsNullOrEmpty(value))
            return null;
        if (choices.TryGetValue(value.ToLowerInvariant(), out var chosen))
            return chosen;
        _errors[name] = Say($"il faut {string.Join(", ", choices.Keys)}", $"takes {string.Join(", ", choices.Keys)}");
        return null;
    }

    /// <summary>A number within bounds.</summary>
    public int Number(string name, string? value, int usual, int most)
    {
        if (string.IsNullOrEmpty(value))
            return usual;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        _errors[name] = Say($"il faut un nombre de 1 à {most}", $"takes a number from 1 to {most}");
        return usual;
    }

    /// <summary>A share from 0 to 1.</summary>
    public double Share(string name, string? value, double usual)
    {
        if (string.IsNullOrEmpty(value))
            return usual;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
            return share;
        _errors[name] = Say("il faut un nombre de 0 à 1, comme 0.6", "takes a number from 0 to 1, such as 0.6");
        return usual;
    }

    /// <summary>Addresses of the web, of which there must be some.</summary>
    public IReadOnlyList<string> Addresses(string name, IReadOnlyList<string?>? values, int most)
    {
        var addresses = (values ?? []).Select(value => value?.Trim() ?? "").Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (addresses.Count == 0 || addresses.Count > most)
            _errors[name] = Say($"il faut de 1 à {most} adresses", $"takes 1 to {most} addresses");
        else if (addresses.Find(address => !IsAddress(address)) is { } wrong)
            _errors[name] = Say($"« {Problems.Shorten(wrong)} » n'est pas une adresse http ou https", $"\"{Problems.Shorten(wrong)}\" is no http or https address");
        return addresses;
    }

    private static bool IsAddress(string address) =>
        address.Length <= LongestAddress && DocumentReader.IsAddress(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    /// <summary>Yes or no.</summary>
    public bool Flag(string name, string? value)
    {
        if (string.IsNullOrEmpty(value) || value is "false" or "0")
            return false;
        if (value is not ("true" or "1"))
            _errors[name] = Say("il faut true ou false", "takes true or false");
        return true;
    }

    private string Say(string french, string english) => visitor is null ? english : visitor[french, english];
}
