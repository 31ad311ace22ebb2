// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Dixit.Mentions;
using Dixit.Reading;
using Dixit.Statements;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Reads a list of people: a line for each, columns between tabs, the first line naming them.</summary>
internal sealed class PeopleFile
{
    private static readonly string[] _columns = ["name", "aliases", "kind", "gender", "wikidata", "roles"];
    private readonly string _path;
    private readonly List<ListedPerson> _people = [];
    private readonly List<ReadProblem> _problems = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private PeopleFile(string path) => _path = path;

    /// <summary>The people whose lines say something.</summary>
    public IReadOnlyList<ListedPerson> People => _people;

    /// <summary>What is wrong with the others.</summary>
    public IReadOnlyList<ReadProblem> Problems => _problems;

    /// <summary>Reads a list.</summary>
    /// <param name="path">Where it comes from, for the problems.</param>
    /// <param name="reader">Its text.</param>
    public static PeopleFile Read(string path, TextReader reader)
    {
        var file = new PeopleFile(path);
        var header = reader.ReadLine()?.TrimStart('\ufeff').Split('\t').Select(name => name.Trim().ToLowerInvariant()).ToList() ?? [];
        if (header.Find(name => !_columns.Contains(name)) is { } unknown)
            file.Report(1, $"there is no column \"{unknown}\"; the columns are {string.Join(", ", _columns)}");
        else if (!header.Contains("name") || header.Distinct().Count() != header.Count)
            file.Report(1, header.Contains("name") ? "a column is named twice" : "the first line names the columns, and one of them is \"name\"");
        else
            file.ReadLines(reader, header);
        return file;
    }

    private void ReadLines(TextReader reader, List<string> header)
    {
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                var cells = line.Split('\t');
                if (cells.Length > header.Count)
                    throw new FormatException($"there are {cells.Length} columns where the first line names {header.Count}");
                var person = ReadPerson(header.Zip(cells, (name, cell) => (name, cell.Trim())).ToDictionary());
                if (!_seen.TryAdd(person.Wikidata ?? person.Name, number))
                    throw new FormatException($"this is who line {_seen[person.Wikidata ?? person.Name]} is");
                _people.Add(person);
            }
            catch (FormatException exception)
            {
                Report(number, exception.Message);
            }
        }
    }

    private void Report(int line, string message) => _problems.Add(new ReadProblem(CliProblems.WrongLine, message, _path, line));

    private static ListedPerson ReadPerson(Dictionary<string, string> cells)
    {
        string? Cell(string name) => cells.GetValueOrDefault(name) is { Length: > 0 } cell ? cell : null;
        var wikidata = Cell("wikidata");
        if (wikidata is not null && (wikidata[0] != 'Q' || wikidata.Length < 2 || wikidata.AsSpan(1).ContainsAnyExceptInRange('0', '9')))
            throw new FormatException($"the Wikidata id is Q and a number, not \"{wikidata}\"");
        return new ListedPerson(Cell("name") ?? throw new FormatException("there is no name"), ReadName<SpeakerKind>("kind", Cell("kind") ?? "person"))
        {
            Aliases = Items(Cell("aliases")),
            Gender = ReadName<Gender>("gender", Cell("gender") ?? "unknown"),
            Wikidata = wikidata,
            Roles = [.. Items(Cell("roles")).Select(ReadRole)],
        };
    }

    private static List<string> Items(string? cell) => [.. (cell ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static T ReadName<T>(string column, string text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw new FormatException($"the {column} is one of {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}, not \"{text}\"");

    // « maire de Montbrisel [2014-03-30..2020-06] »: both bounds count, either may be left out.
    private static KnownRole ReadRole(string text)
    {
        if (!text.EndsWith(']') || text.LastIndexOf('[') is not (>= 0 and var open))
            return new KnownRole(text, null, null);
        var role = text[..open].Trim();
        if (role.Length == 0 || text[(open + 1)..^1].Split("..") is not [var from, var to])
            throw new FormatException($"a role is followed by [from..to], not \"{text}\"");
        var (first, last) = (ReadDay(from.Trim(), isLast: false), ReadDay(to.Trim(), isLast: true));
        return first > last ? throw new FormatException($"a role ends before it begins in \"{text}\"") : new KnownRole(role, first, last);
    }

    private static DateOnly? ReadDay(string text, bool isLast)
    {
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return isLast ? month.AddMonths(1).AddDays(-1) : month;
        if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
            return isLast ? new DateOnly(year.Year, 12, 31) : year;
        throw new FormatException($"a day is YYYY-MM-DD, YYYY-MM or YYYY, not \"{text}\"");
    }
}
