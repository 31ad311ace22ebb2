// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Json;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

/// <summary>Pages from the file to the ledger and back.</summary>
public sealed class ProvenanceTests : IDisposable
{
    private const string Address = "https://cadran.exemple/eau/digue-de-morvane-12";

    private const string Page =
        $$$"""
        <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>La digue sera relevée</title><link rel="canonical" href="{{{Address}}}">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"La digue sera relevée","datePublished":"2024-10-08","dateModified":"2024-10-10","author":{"name":"Ana Costa"},"publisher":{"name":"Le Cadran"}}</script>
        </head><body><article><h1>La digue sera relevée</h1>
        <p>« Nous relèverons la digue de Morvane de deux mètres », a promis jeudi la ministre des Eaux, Odile Varenne, devant les élus de la vallée.</p>
        <p>Le chantier, estimé à XNUMX millions d'euros, doit commencer au printemps, selon la préfecture, qui attend encore l'avis des ingénieurs.</p>
        <p>Les riverains, eux, se disent prudents. Beaucoup se souviennent de la crue qui avait emporté le pont, et des promesses faites alors.</p>
        </article></body></html>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OfAPage_NamesItByItsAddressWhereverItLies()
    {
        _folder.Write("page.html", Page);
        Run("read", _folder.PathOf("page.html"), "--quiet");
        Directory.CreateDirectory(_folder.PathOf("copy"));
        _folder.Write("copy/saved.html", Page);
        Assert.Contains("1 unchanged", Run("read", _folder.PathOf("copy")).Error);

        var shown = Run("show", Address).Output;
        Assert.StartsWith($"{Address} · Le Cadran · 2024-10-08 · changed 2024-10-10 · by Ana Costa · poor text · ", shown.Replace("\n  ", " · ", StringComparison.Ordinal));
        Assert.Contains($"\nread from {_folder.PathOf("page.html")}\n", shown);

        var json = JsonDocument.Parse(Run("show", Address, "--json").Output).RootElement;
        Assert.Equal(("poor", _folder.PathOf("page.html"), "Ana Costa"), (json.GetProperty("quality").GetString(), json.GetProperty("readFrom").GetString(), json.GetProperty("authors")[0].GetString()));

        // extract names what it read by its file.
        Assert.Contains("\"id\":\"page\"", Run("extract", _folder.PathOf("page.html"), "--format", "jsonl").Output);
    }

    [Fact]
    public void Show_OfAPageWithASignedQuotation_SaysWhoseItIsAndWhatItIs()
    {
        _folder.Write("page.html", Page.Replace("</article>", "<blockquote><p>Nous tiendrons la digue tout l'hiver.</p><footer>Odile Varenne, ministre des Eaux</footer></blockquote></article>", StringComparison.Ordinal));
        Run("read", _folder.PathOf("page.html"), "--quiet");

        Assert.Contains("⟪quotation: ⟦Odile Varenne: Nous tiendrons la digue tout l'hiver.⟧\n\nOdile Varenne, ministre des Eaux⟫", Run("show", Address).Output);
        var json = JsonDocument.Parse(Run("show", Address, "--json").Output).RootElement;
        var block = Assert.Single(json.GetProperty("blocks").EnumerateArray());
        Assert.Equal(("quote", "Odile Varenne, ministre des Eaux"), (block.GetProperty("kind").GetString(), block.GetProperty("source").GetProperty("text").GetString()));
        // What left the ledger comes back the same.
        Run("export", "--out", _folder.PathOf("ledger.jsonl"));
        using var other = new TestTerminal();
        Assert.Equal(ExitStatus.Success, other.Run("import", _folder.PathOf("ledger.jsonl"), "--ledger", _folder.PathOf("other.db"), "--quiet"));
        using var again = new TestTerminal();
        Assert.Equal(ExitStatus.Success, again.Run("export", "--ledger", _folder.PathOf("other.db")));
        Assert.Equal(File.ReadAllText(_folder.PathOf("ledger.jsonl")), again.Output);
    }

    [Fact]
    public void KeepOriginal_GivesTheBytesBack()
    {
        _folder.Write("page.html", Page);
        Run("read", _folder.PathOf("page.html"), "--quiet");
        using (var without = new TestTerminal())
        {
            Assert.Equal(ExitStatus.Failure, without.Run("show", Address, "--original", "--ledger", _folder.PathOf("dixit.db")));
            Assert.Contains("were not kept; dixit read --keep-original keeps them", without.Error);
        }

        // What was read without them is completed.
        Assert.Contains("1 unchanged", Run("read", _folder.PathOf("page.html"), "--keep-original").Error);
        Assert.Equal(Page, Run("show", Address, "--original").Output);
        Run("remove", Address);
        using var gone = new TestTerminal();
        Assert.Equal(ExitStatus.Failure, gone.Run("show", Address, "--original", "--ledger", _folder.PathOf("dixit.db")));
        Assert.Contains("there is no document", gone.Error);
    }

    [Fact]
    public void KeepOriginal_OfRecordsInOneFile_GivesEachItsOwnBack()
    {
        const string first = "{\"id\":\"un\",\"text\":\"« La digue tient », a dit Odile Varenne.\"}", second = "{\"id\":\"deux\",\"text\":\"« La digue cède », a dit Bastien Lormeau.\",  \"extra\":1}";
        _folder.Write("a.jsonl", $"{first}\n{second}\n");
        Run("read", _folder.PathOf("a.jsonl"), "--keep-original", "--quiet");

        Assert.Equal(first, Run("show", "un", "--original").Output);
        Assert.Equal(second, Run("show", "deux", "--original").Output);
    }

    [Theory]
    [InlineData("fr", true)]
    [InlineData("FR", true)]
    [InlineData("en", false)]
    public void Find_ByLanguage_LeavesOutOthers(string language, bool isFound)
    {
        _folder.Write("page.html", Page);
        Run("read", _folder.PathOf("page.html"), "--quiet");

        Assert.Equal(isFound, Run("find", "digue", "--language", language).Output.Contains("relèverons", StringComparison.Ordinal));
        Assert.Equal(isFound, Run("export", "--language", language, "--format", "csv").Output.Contains("relèverons", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("poor", true)]
    [InlineData("fair", false)]
    [InlineData("good", false)]
    public void Find_ByQuality_LeavesOutWorseTexts(string level, bool isFound)
    {
        _folder.Write("page.html", Page);
        Run("read", _folder.PathOf("page.html"), "--quiet");

        Assert.Equal(isFound, Run("find", "digue", "--quality", level).Output.Contains("relèverons", StringComparison.Ordinal));
        Assert.Equal(isFound, Run("timeline", "Varenne", "--quality", level, "--json").Output.Contains("relèverons", StringComparison.Ordinal));
    }

    private (string Output, string Error) Run(params string[] arguments)
    {
        using var terminal = new TestTerminal();
        var ledger = arguments[0] == "extract" ? (string[])[] : ["--ledger", _folder.PathOf("dixit.db")];
        Assert.True(terminal.Run([.. arguments, .. ledger]) == ExitStatus.Success, terminal.Error);
        return (terminal.Output, terminal.Error);
    }
}
