// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Api;

/// <summary>What is asked wrongly is told in problem details: never a stack trace, never a name of the program's insides.</summary>
public sealed class BadInputTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    private static readonly string[] _hostile =
    [
        "'; drop table statement; --", "\" or 1=1 --", "<script>alert(1)</script>", "%' and 1=cast((select 1) as int) --", "*", "\"", "()", "NEAR(", "a AND OR b", "stems:x", "\u0000", "\ud800".Replace("\ud800", "\uFFFD"), "🙂", "../../etc/passwd", "-1", "99999999999999999999", "null",
    ];

    private static readonly (string Path, string[] Fields)[] _questions =
    [
        ("/api/v1/statements", ["q", "by", "about", "outlet", "language", "copies", "quality", "from", "to", "type", "act", "sort", "limit", "cursor"]),
        ("/api/v1/facets", ["q", "by", "about", "outlet", "language", "copies", "quality", "from", "to", "type", "act", "all"]),
        ("/api/v1/stats", ["q", "by", "about", "outlet", "language", "copies", "quality", "from", "to", "type", "act", "limit"]),
        ("/api/v1/export", ["q", "by", "about", "outlet", "language", "copies", "quality", "from", "to", "type", "act", "format"]),
        ("/api/v1/documents", ["outlet", "from", "to", "limit", "cursor"]),
        ("/api/v1/documents/01-echo-fissures", ["version"]),
        ("/api/v1/speakers", ["name", "limit"]),
        ("/api/v1/doubtful", ["below", "limit", "cursor"]),
        ("/api/v1/unattributed", ["limit", "cursor"]),
        ("/api/v1/runs", ["limit"]),
        ("/api/v1/speakers/p-none/timeline", ["about", "from", "to", "turns", "limit"]),
    ];

    private TestDesk Desk => sample.Desk;

    public static TheoryData<string, string> Fields => [.. _questions.SelectMany(question => question.Fields.Select(name => (question.Path, name)))];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Field_WithHostileValues_IsAnsweredOrExplained(string path, string field)
    {
        foreach (var value in _hostile)
        {
            using var response = await Desk.Client.GetAsync(new Uri($"{path}?{field}={Uri.EscapeDataString(value)}", UriKind.Relative), TestContext.Current.CancellationToken);
            await AssertSane(response, $"{path}?{field}={value}");
        }
    }

    [Theory]
    [InlineData("/api/v1/statements?limit=abc", "limit")]
    [InlineData("/api/v1/statements?limit=0", "limit")]
    [InlineData("/api/v1/statements?limit=1000000", "limit")]
    [InlineData("/api/v1/statements?from=hier", "from")]
    [InlineData("/api/v1/statements?from=2024-13-01", "from")]
    [InlineData("/api/v1/statements?type=3", "type")]
    [InlineData("/api/v1/statements?act=assert,deny", "act")]
    [InlineData("/api/v1/statements?sort=random", "sort")]
    [InlineData("/api/v1/doubtful?below=2", "below")]
    [InlineData("/api/v1/unattributed?limit=1001", "limit")]
    [InlineData("/api/v1/runs?limit=0", "limit")]
    [InlineData("/api/v1/facets?all=2", "all")]
    [InlineData("/api/v1/stats?copies=twice", "copies")]
    [InlineData("/api/v1/statements?quality=best", "quality")]
    [InlineData("/api/v1/statements?language=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "language")]
    [InlineData("/api/v1/documents/01-echo-fissures?version=x", "version")]
    [InlineData("/api/v1/export?format=exe", "format")]
    public async Task Value_OfTheWrongType_IsToldByItsField(string path, string field)
    {
        var problem = await Desk.GetJsonAsync(path, HttpStatusCode.BadRequest);

        Assert.Equal("DX3001", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    [Theory]
    [InlineData("/api/v1/statements?q=%21%21%21", "DX2110")]
    [InlineData("/api/v1/statements?cursor=nowhere", "DX2111")]
    [InlineData("/api/v1/documents?cursor=nowhere", "DX2111")]
    [InlineData("/api/v1/doubtful?cursor=1.2.3", "DX2111")]
    [InlineData("/api/v1/unattributed?cursor=1", "DX2111")]
    public async Task Question_ThatTheLedgerCannotTake_IsABadRequest(string path, string code) =>
        Assert.Equal(code, (await Desk.GetJsonAsync(path, HttpStatusCode.BadRequest)).GetProperty("code").GetString());

    [Theory]
    [InlineData("/api/v1/statements/s-none")]
    [InlineData("/api/v1/documents/none")]
    [InlineData("/api/v1/documents/none/versions")]
    [InlineData("/api/v1/speakers/p-none")]
    [InlineData("/api/v1/speakers/Vaudrel")]
    [InlineData("/api/v1/speakers/p-none/timeline")]
    [InlineData("/api/v1/read/none")]
    [InlineData("/api/v1/read/none/events")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/statements")]
    public async Task Id_OfNothing_IsNotFound(string path)
    {
        using var response = await Desk.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await AssertSane(response, path);
    }

    [Theory]
    [InlineData("/api/v1/check", "claim")]
    [InlineData("/api/v1/check/draft", "text")]
    [InlineData("/api/v1/extract", "text")]
    public async Task Body_OfEveryWrongKind_IsExplained(string path, string field)
    {
        string[] bodies = ["", "nonsense", "[]", "null", "\"text\"", "42", "{", $"{{\"{field}\": 5}}", $"{{\"{field}\": [\"a\"]}}", $"{{\"{field}\": {{\"a\": {{}}}}}}", "{}", $"{{\"{field}\": \"\"}}", $"{{\"{field}\": \"a\", \"{field}\": \"b\"}}", new string('[', 5000)];
        foreach (var body in bodies)
        {
            using var response = await Desk.PostAsync(path, body);
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{body}: {response.StatusCode}");
            await AssertSane(response, body);
        }

        using var form = await Desk.PostAsync(path, $"{field}=a", "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        await AssertSane(form, "form");
        foreach (var value in _hostile.Where(value => value != "\u0000"))
        {
            using var response = await Desk.PostAsync(path, JsonSerializer.Serialize(new Dictionary<string, string> { [field] = value, ["by"] = value }));
            await AssertSane(response, value);
        }
    }

    [Fact]
    public async Task Claim_OfAMillionCharacters_IsTooLong()
    {
        var claim = string.Concat(Enumerable.Repeat("Le lac ne sera pas vidé. ", 40_000));

        var problem = await Desk.PostJsonAsync("/api/v1/check", new { claim }, HttpStatusCode.BadRequest);

        Assert.Equal("at most 20000 characters", problem.GetProperty("errors").GetProperty("claim").GetString());
        Assert.True(problem.ToString().Length < 1000);
    }

    [Fact]
    public async Task Draft_OfAMillionCharacters_IsChecked()
    {
        var text = string.Concat(Enumerable.Repeat("Il pleut sur la vallée et rien ne bouge. ", 25_000));

        var answer = await Desk.PostJsonAsync("/api/v1/check/draft", new { text });

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("verdict").ValueKind);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("{\"document\": \"none\", \"attribution\": 1, \"reject\": true}")]
    [InlineData("{\"document\": \"01-echo-fissures\", \"attribution\": \"one\", \"reject\": true}")]
    [InlineData("{\"document\": 5, \"attribution\": 1, \"speaker\": []}")]
    [InlineData("{\"merge\": [\"p-none\"]}")]
    [InlineData("{\"rename\": \"p-none\", \"name\": \"'; drop table speaker; --\"}")]
    [InlineData("{\"document\": \"01-echo-fissures\", \"attribution\": 1, \"content\": {\"start\": -5, \"end\": 999999999}}")]
    public async Task Correction_ThatCannotBeDone_ChangesNothing(string body)
    {
        using var response = await Desk.PostAsync("/api/v1/corrections", body);

        Assert.InRange((int)response.StatusCode, 400, 499);
        await AssertSane(response, body);
        Assert.Empty(Desk.Ledger.Corrections());
    }

    [Theory]
    [InlineData("DELETE", "/api/v1/corrections/99", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/corrections/x", HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "/api/v1/documents/%3Cscript%3E", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/documents/'%3B%20drop%20table%20document%3B--", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/documents/none?reason=%00", HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "/api/v1/speakers/p-none?withDocuments=perhaps", HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "/api/v1/removals/none", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/ledger/vacuum", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/v1/statements", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/api/v1/check", HttpStatusCode.MethodNotAllowed)]
    public async Task Method_ThatFindsNothingToDo_IsExplained(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await Desk.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        await AssertSane(response, path);
    }

    [Fact]
    public async Task Questions_OfTheContract_AreAllAskedWrongly()
    {
        var paths = (await Desk.GetJsonAsync("/api/v1/openapi.json")).GetProperty("paths");
        var asked = _questions.Select(question => (Path: Regex.Replace(question.Path, "/(01-[^/]+|p-none)(?=/|$)", "/{id}"), question.Fields)).ToDictionary(question => question.Path, question => question.Fields);
        var missing = new List<string>();
        foreach (var path in paths.EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _)))
        {
            var fields = !path.Value.GetProperty("get").TryGetProperty("parameters", out var parameters) ? [] : parameters.EnumerateArray().Where(each => each.GetProperty("in").GetString() == "query").Select(each => each.GetProperty("name").GetString()!.ToLowerInvariant());
            missing.AddRange(fields.Except(asked.GetValueOrDefault(path.Name) ?? []).Select(field => $"{path.Name}?{field}"));
        }

        Assert.Empty(missing);
    }

    internal static async Task AssertSane(HttpResponseMessage response, string asked)
    {
        Assert.True((int)response.StatusCode < 500, $"{asked}: {response.StatusCode}");
        if (response.IsSuccessStatusCode)
            return;
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{asked}: {response.Content.Headers.ContentType}");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.StartsWith("DX", problem.GetProperty("code").GetString(), StringComparison.Ordinal);
        foreach (var inside in (string[])["   at ", "Exception", "System.", "Dixit.Web", "SQLite"])
            Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
    }
}
