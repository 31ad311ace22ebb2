// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Tests.Support;

namespace Dixit.Cli.Tests.Commands;

/// <summary>One wire text in three outlets, from the files to the answers.</summary>
public sealed class CopiesTests : IDisposable
{
    private const string Wire =
        """
        « Nous ne viderons pas le lac », a déclaré mardi Hélène Vaudrel, ministre de l'Énergie, devant les habitants de Montbrisel réunis à la salle des fêtes.

        Le maire, Lucien Bressac, a assuré que les travaux du barrage commenceraient au printemps, une fois le rapport des experts remis au conseil municipal.

        Une enquête publique doit encore être ouverte dans les communes de la vallée, où plusieurs associations s'inquiètent du niveau de l'eau et des crues d'automne.
        """;

    private readonly TemporaryFolder _folder = new();

    public CopiesTests()
    {
        Write("agence-1", "Interdépêches", "2024-10-08", Wire);
        Write("cadran-1", "Le Cadran", "2024-10-08", Wire + "\n\nNotre journal publiera demain le détail du calendrier.");
        Write("gazette-1", "La Gazette", "2024-10-09", Wire.Split("\n\n")[0] + "\n\n" + Wire.Split("\n\n")[1]);
        Write("phare-1", "Le Phare", "2024-10-09", "À Port-Brume, « nous n'attendrons pas », a dit le maire Yann Person. Les pêcheurs demandent une réponse avant la fin du mois.");
        Assert.Equal(ExitStatus.Success, Run(out _, "read", _folder.Path, "--quiet"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Show_OfACopy_TellsTheOriginalAndTheShare()
    {
        Run(out var copy, "show", "cadran-1");
        Assert.Matches("\ncopy of agence-1 · Interdépêches · 2024-10-08: 9[0-9] % of this text stands there\n$", copy);

        Run(out var original, "show", "agence-1");
        Assert.Matches("\ncopied by 2 documents:\n  gazette-1 · La Gazette · 2024-10-09: all of it is this text\n  cadran-1 · Le Cadran · 2024-10-08: 9[0-9] % of it is this text\n$", original);

        Run(out var other, "show", "phare-1");
        Assert.DoesNotContain("cop", other);
    }

    [Fact]
    public void ShowJson_OfACopy_HasBothEnds()
    {
        Run(out var copy, "show", "gazette-1", "--json");
        var copyOf = JsonDocument.Parse(copy).RootElement.GetProperty("copyOf");
        Assert.Equal(("agence-1", 1), (copyOf.GetProperty("document").GetString(), copyOf.GetProperty("share").GetDouble()));

        Run(out var original, "show", "agence-1", "--json");
        Assert.Equal(["gazette-1", "cadran-1"], JsonDocument.Parse(original).RootElement.GetProperty("copies").EnumerateArray().Select(each => each.GetProperty("document").GetString()));
        Assert.False(JsonDocument.Parse(original).RootElement.TryGetProperty("copyOf", out _));

        Run(out var lines, "export");
        Assert.DoesNotContain("copyOf", lines);
    }

    [Fact]
    public void Copies_Once_CountTheEarliestAlone()
    {
        Run(out var all, "stats", "--by", "Vaudrel");
        Assert.Contains("in 3 documents of 3 outlets", all);
        Assert.Contains("\n2 documents with the text of another one; --copies once leaves them out\n", all);
        Run(out var once, "stats", "--by", "Vaudrel", "--copies", "once");
        Assert.Contains("in 1 document of 1 outlet", once);
        Assert.DoesNotContain("another one", once);

        Run(out var found, "find", "lac", "--copies", "once");
        Assert.Contains("Interdépêches", found);
        Assert.DoesNotContain("Cadran", found);
        Run(out var timeline, "timeline", "Vaudrel", "--copies", "once", "--json");
        Assert.DoesNotContain("gazette-1", timeline);
        Run(out var exported, "export", "--copies", "once", "--format", "csv");
        Assert.DoesNotContain("gazette-1", exported);
        Assert.Contains("phare-1", exported);
    }

    [Fact]
    public void Copies_OtherWord_IsAMistake()
    {
        Assert.Equal(ExitStatus.WrongUsage, Run(out var error, "stats", "--copies", "twice"));
        Assert.Contains("--copies takes all, once, not 'twice'.", error);
    }

    private void Write(string id, string outlet, string day, string text) =>
        _folder.Write($"{id}.json", JsonSerializer.Serialize(new { id, outlet, published = day, text, language = "fr" }));

    private int Run(out string output, params string[] arguments)
    {
        using var terminal = new TestTerminal();
        var status = terminal.Run([.. arguments, "--ledger", _folder.PathOf("copies.db")]);
        output = status == ExitStatus.Success ? terminal.Output : terminal.Error;
        return status;
    }
}
