// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

public sealed class RemoveCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RemoveCommandTests()
    {
        _folder.Write("bac.txt", "« Le bac ne fermera pas », a martelé Odile Kermarrec, maire de Port-Brume. « Nous verrons bien », a répondu le préfet Alain Ferrand.\n");
        _folder.Write("foire.txt", "« La foire est annulée », a dit Alain Ferrand, préfet des Abers.\n");
        Read(ExitStatus.Success, "--quiet");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Remove_OfADocument_KeepsItOutUntilItIsTakenBack()
    {
        var export = Run(ExitStatus.Success, "export").Output;
        Run(ExitStatus.Success, "remove", "foire", "--reason", "demande");

        Assert.DoesNotContain("foire", Run(ExitStatus.Success, "export").Output);
        var again = Read(ExitStatus.Success);
        Assert.StartsWith($"DX2122: {_folder.PathOf("foire.txt")}: \"foire\" was removed from the ledger, and is left out; --take-back takes it in again\n0 new, 1 unchanged, 1 removed before and left out, ", again.Error);
        var summary = JsonDocument.Parse(Read(ExitStatus.Success, "--json", "--quiet").Output).RootElement;
        Assert.Equal((1, "DX2122", 0), (summary.GetProperty("counts").GetProperty("skipped").GetInt32(), summary.GetProperty("skipped")[0].GetProperty("code").GetString(), summary.GetProperty("problems").GetArrayLength()));
        Assert.Contains("document foire, demande", Run(ExitStatus.Success, "ledger", "info").Output);

        Assert.StartsWith("1 new, 1 unchanged, ", Read(ExitStatus.Success, "--take-back").Error);
        Assert.Equal(export, Run(ExitStatus.Success, "export").Output);
        Assert.Contains("; taken back 2", Run(ExitStatus.Success, "ledger", "info").Output);
    }

    [Fact]
    public void Remove_OfADocumentThatIsNotThere_DoesTheOthersAndSaysSo()
    {
        var result = Run(ExitStatus.Failure, "remove", "foire", "nulle-part", "foire", "--json");

        Assert.StartsWith("DX2107: there is no document in the ledger with the id \"nulle-part\"\n", result.Error);
        Assert.Equal("{\"removed\":[\"foire\"],\"failed\":[\"nulle-part\"]}\n", result.Output);
        Run(ExitStatus.Success, "remove", "--take-back", "foire");
        Assert.Equal("DX2107: nothing was removed that had the id \"foire\"\n", Run(ExitStatus.Failure, "remove", "--take-back", "foire").Error);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Remove_OfASpeaker_TellsWhereTheTextsAreOrTakesThem(bool withDocuments, int left)
    {
        string[] option = withDocuments ? ["--with-documents"] : [];
        var removed = JsonDocument.Parse(Run(ExitStatus.Success, ["remove", "--speaker", "Ferrand", "--json", .. option]).Output).RootElement;

        Assert.Equal(("Alain Ferrand", 2, withDocuments), (removed.GetProperty("speaker").GetProperty("name").GetString(), removed.GetProperty("attributions").GetInt32(), removed.GetProperty("documentsRemoved").GetBoolean()));
        Assert.Equal(["bac", "foire"], removed.GetProperty("documents").EnumerateArray().Select(document => document.GetString()));
        Read(ExitStatus.Success, "--quiet");
        Assert.Equal(left, JsonDocument.Parse(Run(ExitStatus.Success, "speakers", "--json").Output).RootElement.GetProperty("speakers").GetArrayLength());
        Assert.Equal(withDocuments ? 0 : 2, Run(ExitStatus.Success, "export").Output.Split('\n').Length - 1);
    }

    [Fact]
    public void Remove_OfASpeaker_InWords_SaysWhatStays()
    {
        var result = Run(ExitStatus.Success, "remove", "--speaker", "Ferrand");

        Assert.Matches(@"^Removed Alain Ferrand \(p-\w+\), 2 attributions in 2 documents\.\nThe texts are still there: bac, foire\n$", result.Output);
        Assert.Equal("What was removed is gone from the file after: dixit ledger vacuum\n", result.Error);
    }

    [Theory]
    [InlineData("remove needs a DOCUMENT, --speaker or --take-back.", "remove")]
    [InlineData("DOCUMENT, --speaker and --take-back exclude one another.", "remove", "bac", "--speaker", "x")]
    [InlineData("--with-documents goes with --speaker.", "remove", "bac", "--with-documents")]
    public void Remove_WrongCommandLine_SaysWhatIsWrong(string message, params string[] arguments) =>
        Assert.StartsWith($"dixit: {message}\n", Run(ExitStatus.WrongUsage, arguments).Error);

    private (string Output, string Error) Read(int status, params string[] options) => Run(status, ["read", _folder.PathOf("bac.txt"), _folder.PathOf("foire.txt"), .. options]);

    private (string Output, string Error) Run(int status, params string[] arguments)
    {
        using var terminal = new TestTerminal(width: 200);
        var actual = terminal.Run([.. arguments, "--ledger", _folder.PathOf("dixit.db")]);
        Assert.True(actual == status, $"{actual}: {terminal.Error}");
        return (terminal.Output, terminal.Error);
    }
}
