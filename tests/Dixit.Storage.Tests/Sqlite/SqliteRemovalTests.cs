// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Dixit.Mentions;
using Dixit.Storage.Tests.Support;

namespace Dixit.Storage.Tests.Sqlite;

/// <summary>The contract of removals, kept in SQLite, and down to the bytes of the file.</summary>
public sealed class SqliteRemovalTests : RemovalContractTests
{
    private readonly SqliteFiles _files = new(Statements);

    public override void Dispose() => _files.Dispose();

    protected override ILedger Open(string name = "dixit") => _files.Open(name);

    protected override void Outdate() => _files.Outdate();

    [Fact]
    public void Vacuum_AfterRemovingADocument_LeavesNoByteOfIt()
    {
        using var ledger = Open();
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            foreach (var number in Enumerable.Range(1, 40))
                writer.Add(new Article($"autre/{number}", $"« Rien de neuf au kilomètre {number} », dit Lucien Bressac.").Says(Article.Mayor, $"Rien de neuf au kilomètre {number}").Build());
            writer.Add(new Article("secret", "« Le quetzalcoatl zinzinule », dit Wenceslas Grzybowski.") { Title = "Xylophonie" }.Says(new Speaker("Wenceslas Grzybowski", SpeakerKind.Person) { Role = "wattman" }, "Le quetzalcoatl zinzinule").Build());
            writer.Commit();
            writer.Correct(new SpeakerRename("Grzybowski", "Wenceslas G."));
            writer.Correct(new SpeakerCorrection("secret", 1, "Bressac"));
            writer.Undo(2);
        }

        string[] needles = ["quetzalcoatl", "zinzinul", "Grzybowski", "grzybowski", "Wenceslas", "wattman", "xyloph", "Xyloph"];
        Assert.All(needles, needle => Assert.True(Holds(needle), needle));
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            Assert.True(writer.RemoveDocument("secret"));
            writer.Commit();
        }

        ledger.Vacuum();

        Assert.All(needles, needle => Assert.False(Holds(needle), needle));
        Assert.True(Holds("Bressac"));
        Assert.Single(ledger.Find(new StatementQuery { Words = "\"kilomètre 7\"" }).Statements);
        Assert.Empty(ledger.FindDamage());
    }

    [Fact]
    public void Vacuum_AfterRemovingASpeaker_LeavesTheTextAlone()
    {
        using var ledger = Open();
        using (var writer = ledger.OpenWriter(null, TestContext.Current.CancellationToken))
        {
            writer.Add(new Article("secret", "« Le quetzalcoatl zinzinule », dit-elle à Lucien Bressac.") { Title = "Nouvelles" }
                .Says(new Speaker("Wenceslas Grzybowski", SpeakerKind.Person) { Role = "wattman", Aliases = ["Venceslas G."] }, "Le quetzalcoatl zinzinule").Says(Article.Mayor, "Lucien").Build());
            writer.Commit();
            writer.RemoveSpeaker("Grzybowski");
        }

        ledger.Vacuum();

        Assert.All(["Grzybowski", "grzybowski", "Wenceslas", "Venceslas", "wattman"], needle => Assert.False(Holds(needle), needle));
        // Once, where it was written: in no wording, no index.
        Assert.Equal((1, 1), (Count("quetzalcoatl"), Count("zinzinul")));
    }

    private bool Holds(string needle) => Count(needle) > 0;

    // Indexes cut off what a word shares with the one before it: the end is what shows.
    private int Count(string needle) => Directory.GetFiles(_files.Path).Sum(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var (count, sought) = (0, Encoding.UTF8.GetBytes(needle));
        for (var at = bytes.AsSpan().IndexOf(sought); at >= 0; count++)
        {
            var next = bytes.AsSpan(at + 1).IndexOf(sought);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return count;
    });
}
