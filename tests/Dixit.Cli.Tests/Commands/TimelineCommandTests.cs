// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

public sealed class TimelineCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TimelineCommandTests()
    {
        string[] lines =
        [
            Line("a", "2024-10-08", "refuse", "direct", "Nous ne viderons pas le lac.", "Odile Kermarrec"),
            Line("b", "2024-10-09", "assert", "direct", "Le lac est plein à ras bord.", "Odile Kermarrec"),
            Line("c", "2024-10-16", "commit", "direct", "Nous viderons le lac dès lundi.", "Odile Kermarrec"),
            Line("d", "2024-10-17", "assert", "direct", "Mon père était éclusier.", "Odile Kermarrec"),
            Line("e", "2024-10-18", "assert", "direct", "Le lac restera plein.", "Lucien Bressac"),
            Line("f", "2024-10-18", "assert", "direct", "Rien à dire.", "Aline Kermarrec"),
        ];
        using var terminal = new TestTerminal(string.Join('\n', lines));
        Assert.True(terminal.Run("import", "-", "--quiet", "--ledger", Ledger) == ExitStatus.Success, terminal.Error);
    }

    private string Ledger => _folder.PathOf("dixit.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Timeline_OfASpeakerWhoTurns_MarksWhere()
    {
        var (status, output, error) = Run("Odile Kermarrec");

        Assert.Equal((ExitStatus.Success, ""), (status, error));
        Assert.StartsWith("Odile Kermarrec · 4 statements · 1 turn · p-", output);
        Assert.Contains("\nlac\n  2024-10-08  “Nous ne viderons pas le lac.” · refuse · s-", output);
        Assert.Contains("\n  ↻ refuse → commit since 2024-10-08: “Nous ne viderons pas le lac.”\n  2024-10-16  “Nous viderons le lac dès lundi.” · commit · s-", output);
        Assert.Contains("\n(other)\n  2024-10-17  “Mon père était éclusier.”", output);
        Assert.DoesNotContain("restera", output);
    }

    [Fact]
    public void Timeline_AsJson_HasBothWordingsOfATurn()
    {
        var timeline = JsonDocument.Parse(Run("Odile Kermarrec", "--json").Output).RootElement;

        Assert.Equal(1, timeline.GetProperty("turns").GetInt32());
        Assert.Equal("Odile Kermarrec", timeline.GetProperty("speaker").GetProperty("name").GetString());
        var statements = timeline.GetProperty("topics").EnumerateArray().SelectMany(topic => topic.GetProperty("statements").EnumerateArray()).ToList();
        Assert.Equal(4, statements.Count);
        var turn = statements.Single(statement => statement.GetProperty("turn").ValueKind != JsonValueKind.Null);
        Assert.Equal(("Nous viderons le lac dès lundi.", "2024-10-16", "commit"), (turn.GetProperty("wording").GetString(), turn.GetProperty("date").GetString(), turn.GetProperty("act").GetString()));
        Assert.Equal("act", turn.GetProperty("turn").GetProperty("kind").GetString());
        Assert.Equal("Nous ne viderons pas le lac.", turn.GetProperty("turn").GetProperty("from").GetProperty("wording").GetString());
    }

    [Fact]
    public void Timeline_WithFilters_KeepsToWhatFits()
    {
        Assert.Equal(3, Count("Odile Kermarrec", "--about", "lac"));
        Assert.Equal(3, Count("Odile Kermarrec", "--turns"));
        Assert.Equal(2, Count("Odile Kermarrec", "--from", "2024-10-16"));
        Assert.Equal(1, Count("Odile Kermarrec", "--to", "2024-10-08"));
        Assert.StartsWith("Odile Kermarrec · 2 statements · no turn · ", Run("Odile Kermarrec", "--from", "2024-10-16").Output);
        var (_, _, error) = Run("Odile Kermarrec", "--limit", "2");
        Assert.StartsWith("There is more:", error);

        int Count(params string[] arguments) => JsonDocument.Parse(Run([.. arguments, "--json"]).Output).RootElement.GetProperty("topics").EnumerateArray().Sum(topic => topic.GetProperty("statements").GetArrayLength());
    }

    [Fact]
    public void Timeline_OfANameThatSeveralHave_IsOnesAndNamesTheOthers()
    {
        var (status, output, error) = Run("Kermarrec");

        Assert.Equal(ExitStatus.Success, status);
        Assert.Matches("^This is (Odile|Aline) Kermarrec, p-[a-z0-9]+; there are also (Odile|Aline) Kermarrec, p-[a-z0-9]+\\.\n$", error);
        Assert.DoesNotContain("Bressac", output);
    }

    [Fact]
    public void Timeline_OfNobody_SaysSo()
    {
        Assert.Equal((ExitStatus.Failure, "DX2107: there is no speaker \"Personne\" in the ledger\n"), (Run("Personne").Status, Run("Personne").Error));
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.WrongUsage, terminal.Run("timeline"));
        Assert.StartsWith("dixit: timeline needs a SPEAKER", terminal.Error);
    }

    private (int Status, string Output, string Error) Run(params string[] arguments)
    {
        using var terminal = new TestTerminal();
        var status = terminal.Run(["timeline", .. arguments, "--ledger", Ledger]);
        return (status, terminal.Output, terminal.Error);
    }

    private static string Line(string id, string published, string act, string type, string words, string speaker) => JsonSerializer.Serialize(new
    {
        id,
        published,
        language = "fr",
        text = words,
        attributions = new[] { new { id = 1, type, act, rule = "test", confidence = 0.9, content = new[] { new { start = 0, end = words.Length } }, speaker = new { name = speaker, kind = "person" } } },
    });
}
