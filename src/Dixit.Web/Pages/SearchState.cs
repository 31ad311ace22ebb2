// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;
using Dixit.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dixit.Web.Pages;

/// <summary>What a page asks for, as its address has it: whoever has the address has the question.</summary>
internal sealed class SearchState
{
    private static readonly string[] _filters = ["q", "by", "about", "outlet", "from", "to", "type", "act", "language", "copies", "quality"];
    private const string Counting = "count";
    private readonly Dictionary<string, string> _values;
    private readonly FieldReader _fields;

    private SearchState(string path, Dictionary<string, string> values, Visitor? visitor)
    {
        (Path, _values, _fields) = (path, values, new FieldReader(visitor));
        Query = new FilterParameters
        {
            Q = this["q"], By = this["by"], About = this["about"], Outlet = this["outlet"], From = this["from"], To = this["to"], Type = this["type"], Act = this["act"], Language = this["language"], Copies = this["copies"], Quality = this["quality"],
        }.Read(_fields) with
        {
            Order = _fields.Choice("sort", this["sort"], FieldReader.Orders) ?? StatementOrder.Best,
            Cursor = _fields.Text("cursor", this["cursor"]),
        };
    }

    public string Path { get; }

    /// <summary>The question, as far as it can be read.</summary>
    public StatementQuery Query { get; }

    /// <summary>The question without its order and its place.</summary>
    public StatementQuery Filter => Query with { Order = StatementOrder.Best, Cursor = null };

    /// <summary>Whether all that fits is to be counted, however much it is.</summary>
    public bool CountsAll => this[Counting] == "all";

    /// <summary>The address of the same where all that fits is counted.</summary>
    public string WithAllCounted => Address(Path, [(Counting, "all")], keepsCursor: true);

    /// <summary>What cannot be read, by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Errors => _fields.Errors;

    /// <summary>The filters that are set, with their values.</summary>
    public IEnumerable<(string Name, string Value)> Set => _filters.Where(_values.ContainsKey).Select(name => (name, _values[name]));

    /// <summary>The value of a field, or null.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    public static SearchState Of(HttpContext context) => Of(context.Request.Path, context.Request.Query, context.RequestServices.GetService<Visitor>());

    public static SearchState Of(string path, IQueryCollection query, Visitor? visitor = null) => new(
        path, query.Where(pair => (_filters.Contains(pair.Key) || pair.Key is "sort" or "cursor" or Counting) && !string.IsNullOrWhiteSpace(pair.Value.ToString())).ToDictionary(pair => pair.Key, pair => pair.Value.ToString()), visitor);

    /// <summary>The address of the same with other values, from its beginning; null takes a value away.</summary>
    public string With(params (string Name, string? Value)[] changes) => Address(Path, changes, keepsCursor: false);

    /// <summary>The address of what comes next.</summary>
    public string After(string cursor) => Address(Path, [("cursor", cursor)], keepsCursor: true);

    /// <summary>The same question at another address.</summary>
    public string At(string path, params (string Name, string? Value)[] changes) => Address(path, [(Counting, null), .. changes], keepsCursor: false);

    private string Address(string path, (string Name, string? Value)[] changes, bool keepsCursor)
    {
        var values = _values.Where(pair => keepsCursor || pair.Key != "cursor").ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        foreach (var (name, value) in changes)
            values[name] = value;
        var query = string.Join('&', values.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
