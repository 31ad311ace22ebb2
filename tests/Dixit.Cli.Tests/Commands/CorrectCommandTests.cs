// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Tests.Support;
using Dixit.Storage;

namespace Dixit.Cli.Tests.Commands;

public sealed class CorrectCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CorrectCommandTests()
    {
        _folder.Write("bac.txt", "« Le bac ne fermera pas », a martelé Odile Kermarrec, maire de Port-Brume. « Nous verrons bien », a répondu le préfet Alain Ferrand.\n");
        _folder.Write("foire.txt", "« La foire est annulée », a dit Alain Ferrand, préfet des Abers.\n");
        Run(ExitStatus.Success, "read", _folder.PathOf("bac.txt"), _folder.PathOf("foire.txt"), "--quiet");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Correct_OfADocumentAlone_ListsItsAttributionsWithTheirNumbers()
    {
        Assert.Equal(
            "  1 Odile Kermarrec · direct: Le bac ne fermera pas\n  2 Alain Ferrand · direct: Nous verrons bien\n".Replace("\n", Environment.NewLine),
            Run(ExitStatus.Success, "correct", "bac").Output);
        Assert.Equal(["Odile Kermarrec", "Alain Ferrand"], Json("correct", "bac", "--json").GetProperty("attributions").EnumerateArray().Select(attribution => attribution.GetProperty("speaker").GetString()));
    }

    [Fact]
    public void Correct_OfASpeaker_IsToldListedAndUndone()
    {
        var made = Json("correct", "bac", "2", "--speaker", "Kermarrec", "--reason", "erreur de légende", "--json");
        Assert.Equal((1, "Odile Kermarrec"), (made.GetProperty("correction").GetInt32(), made.GetProperty("speaker").GetProperty("name").GetString()));

        var listed = Json("correct", "--list", "--json").GetProperty("corrections")[0];
        Assert.Equal(("bac", 2, "Kermarrec", "erreur de légende", "Nous verrons bien", true), (
            listed.GetProperty("document").GetString(), listed.GetProperty("attribution").GetInt32(), listed.GetProperty("speaker").GetString(),
            listed.GetProperty("reason").GetString(), listed.GetProperty("words").GetString(), listed.GetProperty("applicable").GetBoolean()));
        Assert.StartsWith("  1 bac: “Nous verrons bien” is Odile Kermarrec's", Run(ExitStatus.Success, "correct", "--list").Output);

        Assert.Equal("", Run(ExitStatus.Success, "correct", "--undo", "1").Output);
        Assert.Equal("", Run(ExitStatus.Success, "correct", "--list").Output);
        Assert.Contains("Alain Ferrand · direct: Nous verrons bien", Run(ExitStatus.Success, "correct", "bac").Output);
        Assert.Equal("DX2107: there is no correction 1 in the ledger\n", Run(ExitStatus.Failure, "correct", "--undo", "1").Error);
    }

    [Fact]
    public void Correct_ToNobodyAndToNothing_LeavesNoSpeakerAndNoAttribution()
    {
        Run(ExitStatus.Success, "correct", "bac", "1", "--no-speaker");
        Run(ExitStatus.Success, "correct", "bac", "2", "--reject");

        Assert.Equal("  1 unknown · direct: Le bac ne fermera pas", Run(ExitStatus.Success, "correct", "bac").Output.TrimEnd());
    }

    [Fact]
    public void Correct_FromAFile_MakesWhatCanBeMadeAndTellsTheRestByEntry()
    {
        var file = _folder.Write("corrections.json", """
            [
              {"document": "bac", "attribution": 1, "speaker": "Yann Person", "new": "person", "reason": "il était seul"},
              {"document": "bac", "attribution": 7, "reject": true},
              {"document": "bac", "attribution": "un", "reject": true},
              {"document": "bac", "attribution": 2},
              {"attribution": 2},
              {"rename": "Ferrand", "name": "Alain Ferrand des Abers"},
              {"document": "bac", "attribution": 2, "speaker": "Personne Dutout"},
              {"document": "bac", "attribution": 2, "speaker": "A", "new": "robot"},
            ]
            """);

        var result = Run(ExitStatus.Failure, "correct", "--file", file);

        Assert.Equal(
            $"""
            DX2107: {file} entry 2: there is no attribution 7 in document "bac"
            DX2011: {file} entry 3: "attribution" takes a number from 1
            DX2011: {file} entry 4: there is no "speaker", "reject", "content", "cue" or "source" in it
            DX2011: {file} entry 5: there is no "document", "join", "part", "merge", "split" or "rename" in it
            DX2107: {file} entry 7: there is no speaker "Personne Dutout" in the ledger
            DX2011: {file} entry 8: "new" takes unknown, person, organisation, group, anonymous, not "robot"
            2 made, 6 failed

            """,
            result.Error);
        Assert.Contains("1 Yann Person", Run(ExitStatus.Success, "correct", "bac").Output);
        Assert.Contains("Alain Ferrand des Abers", Run(ExitStatus.Success, "speakers").Output);
    }

    [Fact]
    public void Correct_FromWhatListWrites_GivesTheSameInAnotherLedger()
    {
        Run(ExitStatus.Success, "correct", "bac", "1", "--speaker", "Ferrand");
        Run(ExitStatus.Success, "correct", "bac", "2", "--reject");
        var list = _folder.Write("list.json", Run(ExitStatus.Success, "correct", "--list", "--json").Output);
        var export = Run(ExitStatus.Success, "export").Output;

        using var other = new CorrectCommandTests();
        other.Run(ExitStatus.Success, "correct", "--file", list);

        Assert.Equal(export, other.Run(ExitStatus.Success, "export").Output);
    }

    [Theory]
    [InlineData("", "DX2010: {0}: cannot be read:")]
    [InlineData("{", "DX2011: {0} line 1: broken JSON:")]
    public void Correct_FromAFileThatCannotBeRead_SaysSo(string text, string problem)
    {
        var file = text.Length == 0 ? _folder.PathOf("none.json") : _folder.Write("broken.json", text);

        Assert.StartsWith(string.Format(problem, file), Run(ExitStatus.Failure, "correct", "--file", file).Error);
    }

    [Fact]
    public void Correct_OfSpans_TakesTheNearestWordsOfTheText()
    {
        Run(ExitStatus.Success, "correct", "bac", "1", "--content", "Le bac", "--content", "fermera pas", "--cue", "", "--source", "Odile Kermarrec");

        Assert.StartsWith("  1 Odile Kermarrec · direct: Le bac […] fermera pas", Run(ExitStatus.Success, "correct", "bac").Output);
        Assert.StartsWith("  1 bac: “Le bac ne fermera pas”, said: “Le bac […] fermera pas”; no cue; source: “Odile Kermarrec”", Run(ExitStatus.Success, "correct", "--list").Output);
        Assert.Equal("DX2011: there is no “Le train” in the text of \"bac\"\n", Run(ExitStatus.Failure, "correct", "bac", "1", "--content", "Le train").Error);
        Assert.StartsWith("DX2107: there is no attribution 9", Run(ExitStatus.Failure, "correct", "bac", "9", "--content", "Le bac").Error);
    }

    [Fact]
    public void Correct_OfSpansInAFile_TakesWordsOrCodePoints()
    {
        var file = _folder.Write("spans.json", """
            [
              {"document": "bac", "attribution": 1, "content": [{"start": 2, "end": 8}, "fermera"], "cue": {"start": 27, "end": 36}, "source": null},
              {"document": "bac", "attribution": 1, "content": {"start": 5, "end": 4000}},
              {"document": "bac", "attribution": 1, "content": ["Le bac", "bac ne"]},
              {"document": "bac", "attribution": 1, "cue": 7}
            ]
            """);

        Assert.Equal(
            $"""
            DX2011: {file} entry 2: 5 to 4000 is no span of the text of "bac", which has 133 characters
            DX2011: {file} entry 3: the spans of a content overlap
            DX2011: {file} entry 4: a span is words of the text, or an object with "start" and "end" in code points
            1 made, 3 failed

            """,
            Run(ExitStatus.Failure, "correct", "--file", file).Error);
        var listed = Json("correct", "--list", "--json").GetProperty("corrections")[0];
        Assert.Equal(("Le bac", "fermera", "a martelé", JsonValueKind.Null), (listed.GetProperty("content")[0].GetString(), listed.GetProperty("content")[1].GetString(), listed.GetProperty("cue").GetString(), listed.GetProperty("source").ValueKind));
    }

    [Fact]
    public void Correct_JoinAndPart_ChangeWhatIsOneStatement()
    {
        var ids = Json("find", "--by", "Ferrand", "--json").GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetString()!).ToArray();
        Assert.Equal(2, ids.Length);

        Run(ExitStatus.Success, "correct", "--join", ids[0], "--join", ids[1]);
        var one = Assert.Single(Json("find", "--by", "Ferrand", "--json").GetProperty("statements").EnumerateArray());
        Assert.Equal(2, one.GetProperty("documents").GetInt32());
        Run(ExitStatus.Success, "correct", "--part", one.GetProperty("id").GetString()!, "--report", "foire#1");
        Assert.Equal(2, Json("find", "--by", "Ferrand", "--json").GetProperty("statements").GetArrayLength());
        var list = Json("correct", "--list", "--json").GetProperty("corrections");
        Assert.Equal((2, "foire"), (list[0].GetProperty("join").GetArrayLength(), list[1].GetProperty("reports")[0].GetProperty("document").GetString()));
        Assert.Contains("two statements: ", Run(ExitStatus.Success, "correct", "--list").Output);
        Run(ExitStatus.Success, "correct", "--undo", "2");
        Run(ExitStatus.Success, "correct", "--file", _folder.Write("part.json", list[1].GetRawText()));
        Assert.Equal(2, Json("find", "--by", "Ferrand", "--json").GetProperty("statements").GetArrayLength());
    }

    [Fact]
    public void ExportGold_OfWhatWasCorrected_IsWhatEvalMeasuresAgainst()
    {
        var found = _folder.Write("found.jsonl", Run(ExitStatus.Success, "export").Output);
        Assert.Equal("", Run(ExitStatus.Success, "export", "--gold").Output);
        Run(ExitStatus.Success, "correct", "bac", "2", "--speaker", "Kermarrec");

        var gold = _folder.Write("gold.jsonl", Run(ExitStatus.Success, "export", "--gold").Output);
        var document = JsonDocument.Parse(Assert.Single(File.ReadAllLines(gold))).RootElement;
        Assert.Equal(("bac", "fr"), (document.GetProperty("id").GetString(), document.GetProperty("lang").GetString()));
        var second = document.GetProperty("attributions")[1];
        Assert.Equal(("direct", "Nous verrons bien", "a répondu", "Odile Kermarrec"), (
            second.GetProperty("type").GetString(), second.GetProperty("content")[0].GetProperty("text").GetString(), second.GetProperty("cue").GetProperty("text").GetString(), second.GetProperty("speaker")[0].GetString()));

        var corrected = _folder.Write("corrected.jsonl", Run(ExitStatus.Success, "export").Output);
        Assert.Equal((2, 0, 0), Counts(gold, corrected));
        Assert.Equal((1, 1, 1), Counts(gold, found));

        (int, int, int) Counts(string gold, string predictions)
        {
            using var terminal = new TestTerminal();
            Assert.True(terminal.Run("eval", gold, predictions, "--json") == ExitStatus.Success, terminal.Error);
            var figure = JsonDocument.Parse(terminal.Output).RootElement.GetProperty("who_said_what");
            return (figure.GetProperty("tp").GetInt32(), figure.GetProperty("fp").GetInt32(), figure.GetProperty("fn").GetInt32());
        }
    }

    [Fact]
    public void Correct_WhereThereIsNoLedger_MakesNone()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Failure, terminal.Run("correct", "bac", "1", "--reject", "--ledger", _folder.PathOf("none.db")));
        Assert.StartsWith(LedgerProblems.NotFound, terminal.Error);
        Assert.False(File.Exists(_folder.PathOf("none.db")));
    }

    [Theory]
    [InlineData("correct needs a DOCUMENT and the NUMBER of an attribution, or --join, --part, --file, --list or --undo.", "correct")]
    [InlineData("The NUMBER of an attribution is a number from 1, not 'x'.", "correct", "bac", "x", "--reject")]
    [InlineData("What is wrong with it? --speaker, --no-speaker, --reject, --content, --cue or --source.", "correct", "bac", "1")]
    [InlineData("Which attribution? dixit correct DOCUMENT lists them with their numbers.", "correct", "bac", "--reject")]
    [InlineData("--speaker, --no-speaker, --reject and spans exclude one another.", "correct", "bac", "1", "--reject", "--no-speaker")]
    [InlineData("--join, --part, --file, --list and --undo stand alone.", "correct", "bac", "--list")]
    [InlineData("--join needs two statements or more; it is given again for each.", "correct", "--join", "s-1")]
    [InlineData("--part and --report go together.", "correct", "--part", "s-1")]
    [InlineData("A report is DOCUMENT#NUMBER, not 'bac'.", "correct", "--part", "s-1", "--report", "bac")]
    [InlineData("--new goes with --speaker.", "correct", "bac", "1", "--reject", "--new", "person")]
    [InlineData("merge needs two SPEAKERs or more.", "speakers", "merge", "p-1")]
    [InlineData("split needs a --document or a --name: where is it somebody else?", "speakers", "split", "p-1")]
    [InlineData("rename needs a SPEAKER and a NAME.", "speakers", "rename", "p-1")]
    public void Correct_WrongCommandLine_SaysWhatIsWrong(string message, params string[] arguments) =>
        Assert.StartsWith($"dixit: {message}\n", Run(ExitStatus.WrongUsage, arguments).Error);

    [Fact]
    public void Speakers_OfTheLedger_AreListedWithRolesDaysAndCounts()
    {
        var prefect = Json("speakers", "ferrand", "--json").GetProperty("speakers")[0];

        Assert.Equal(("Alain Ferrand", "person", 2, 2), (prefect.GetProperty("name").GetString(), prefect.GetProperty("kind").GetString(), prefect.GetProperty("documents").GetInt32(), prefect.GetProperty("statements").GetInt32()));
        Assert.Contains("préfet", prefect.GetProperty("roles")[0].GetProperty("role").GetString());
        Assert.Equal(2, Json("speakers", "--json").GetProperty("speakers").GetArrayLength());
        Assert.Equal(1, Json("speakers", "--json", "--limit", "1").GetProperty("speakers").GetArrayLength());
        Assert.Equal("DX2107: there is no speaker \"personne\" in the ledger\n", Run(ExitStatus.Failure, "speakers", "personne").Error);
    }

    [Fact]
    public void SpeakersMergeSplitAndRename_FromTheCommandLine_AreMade()
    {
        var mayor = Json("speakers", "Kermarrec", "--json").GetProperty("speakers")[0].GetProperty("id").GetString()!;

        Assert.Contains("3 statements in 2 documents", Run(ExitStatus.Success, "speakers", "merge", "Ferrand", "Kermarrec").Output);
        Assert.Equal(mayor, Json("speakers", mayor, "--json").GetProperty("speakers")[0].GetProperty("formerIds")[0].GetString());
        Assert.Contains("2 statements in 2 documents", Run(ExitStatus.Success, "speakers", "split", mayor, "--name", "Alain Ferrand", "--as", "Le préfet").Output);
        Assert.Contains("Le préfet des Abers", Run(ExitStatus.Success, "speakers", "rename", "Le préfet", "Le préfet des Abers").Output);
        Assert.Equal("DX2121: nothing was decided: no document shows the speaker so\n", Run(ExitStatus.Failure, "speakers", "split", mayor, "--name", "Personne").Error);
        Assert.Equal(3, Run(ExitStatus.Success, "correct", "--list").Output.Split("· 2").Length - 1);
    }

    private (string Output, string Error) Run(int status, params string[] arguments)
    {
        using var terminal = new TestTerminal(width: 200);
        var actual = terminal.Run([.. arguments, "--ledger", _folder.PathOf("dixit.db")]);
        Assert.True(actual == status, $"{actual}: {terminal.Error}");
        return (terminal.Output, terminal.Error);
    }

    private JsonElement Json(params string[] arguments) => JsonDocument.Parse(Run(ExitStatus.Success, arguments).Output).RootElement;
}
