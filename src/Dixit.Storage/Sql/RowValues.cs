// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dixit.Documents;

namespace Dixit.Storage.Sql;

/// <summary>How values stand in rows: days and times as ISO 8601, names of enumerations in small letters, texts as UTF-8.</summary>
internal static class RowValues
{
    // Half a surrogate pair becomes U+FFFD, which is one UTF-16 unit too: no offset moves.
    private static readonly UTF8Encoding _utf8 = new(false);

    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static byte[] OfText(string text) => _utf8.GetBytes(text);

    public static string OfStrings(IReadOnlyList<string> values) => values.Count == 0 ? "[]" : JsonSerializer.Serialize(values, StorageJson.Default.IReadOnlyListString);

    public static string OfNumbers(IEnumerable<long> numbers) => $"[{string.Join(',', numbers)}]";

    public static int Int(this SqlRow row, int column) => (int)row.GetInt64(column);

    public static string? Text(this SqlRow row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static string LongText(this SqlRow row, int column) => _utf8.GetString(row.GetBytes(column));

    public static int? NullableInt(this SqlRow row, int column) => row.IsDBNull(column) ? null : (int)row.GetInt64(column);

    public static long? NullableLong(this SqlRow row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static DateOnly? Day(this SqlRow row, int column)
    {
        var text = row.GetSpan(column);
        if (text.IsEmpty)
            return null;
        // Thousands are read for a page; all are ours, and of one form.
        return text.Length == 10 && Digits(text[..4]) is var year && Digits(text[5..7]) is var month && Digits(text[8..]) is var day && (year | month | day) >= 0
            ? new DateOnly(year, month, day)
            : DateOnly.ParseExact(_utf8.GetString(text), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public static DateTime Time(this SqlRow row, int column) => ParseTime(row.GetString(column));

    public static DateTime ParseTime(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static T Name<T>(this SqlRow row, int column)
        where T : struct, Enum => row.IsDBNull(column) ? default : Enum.Parse<T>(row.GetString(column), ignoreCase: true);

    public static IReadOnlyList<string> Strings(this SqlRow row, int column) =>
        row.IsDBNull(column) || row.GetString(column) is "[]" ? [] : JsonSerializer.Deserialize(row.GetString(column), StorageJson.Default.IReadOnlyListString)!;

    public static TextSpan? Span(this SqlRow row, int column) =>
        row.IsDBNull(column) ? null : new TextSpan(row.Int(column), row.Int(column + 1));

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
                return -1;
            value = (value * 10) + digit - '0';
        }

        return value;
    }
}
