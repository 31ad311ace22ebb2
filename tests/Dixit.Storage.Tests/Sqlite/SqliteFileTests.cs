// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;
using Dixit.Storage.Sqlite;
using Dixit.Storage.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Dixit.Storage.Tests.Sqlite;

/// <summary>What only a file can be: another program's, damaged, older, newer, out of reach.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.In("dixit.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(EarlierForms))]
    public void Opening_OfAnEarlierForm_BringsItUpToDateAndKeepsWhatItHeld(int form)
    {
        Make(form);
        using var ledger = SqliteLedger.At(Path);

        Assert.Equal(["old"], ledger.Export().Select(stored => stored.Analysis.Document.Id));

        var stored = ledger.FindDocument("old")!;
        Assert.Equal("« Tout va bien », dit Lucien Bressac.", stored.Analysis.Document.Text);
        Assert.Equal("Lucien Bressac", Assert.Single(stored.Analysis.Attributions).Speaker!.Name);
        Assert.Equal(LatestForm, ledger.Describe().Form);
        Assert.Empty(ledger.FindDamage());
        // What the latest form keeps beside its contents is written by whoever writes them, as they are here by nobody.
        Assert.Equal(form == LatestForm ? [] : ["direct"], ledger.Facets(new StatementQuery()).Kinds.Select(kind => kind.Value));
        using var writer = Write(ledger);
        Assert.True(writer.RemoveDocument("old"));
        writer.Commit();
        Assert.Single(ledger.Removals());
    }

    [Fact]
    public void Deriving_Anew_TellsHowFarItIsAndCanBeStopped()
    {
        Make(LatestForm);
        using var ledger = SqliteLedger.At(Path);
        using var stop = new CancellationTokenSource();
        var told = new List<(long, long)>();

        Assert.Throws<OperationCanceledException>(() => ledger.OpenWriter(new WriterOptions { OnDerive = (_, _) => stop.Cancel() }, stop.Token));
        Assert.Equal(0, ledger.Describe().Statements);
        ledger.OpenWriter(new WriterOptions { OnDerive = (done, total) => told.Add((done, total)) }, TestContext.Current.CancellationToken).Dispose();

        Assert.Equal([(0, 1)], told);
        Assert.Equal(1, ledger.Describe().Statements);
        ledger.OpenWriter(new WriterOptions { OnDerive = (_, _) => Assert.Fail("It is up to date.") }, TestContext.Current.CancellationToken).Dispose();
    }

    [Fact]
    public void Opening_OfANewerForm_IsRefusedAndLeavesItAlone()
    {
        Make(LatestForm);
        Run($"pragma user_version = {LatestForm + 1}");
        using var ledger = SqliteLedger.At(Path);

        foreach (var act in (Action[])[() => ledger.Describe(), () => Write(ledger).Dispose(), ledger.Vacuum])
        {
            var refused = Assert.Throws<LedgerException>(act);
            Assert.Equal(LedgerProblems.TooNew, refused.Code);
            Assert.Contains($"form {LatestForm + 1}", refused.Message);
        }

        Assert.Equal(LatestForm + 1, (int)(long)Run("pragma user_version")!);
    }

    [Fact]
    public void Opening_OfAnotherProgramsDatabase_IsRefused()
    {
        Run("create table accounts (name text)");
        using var ledger = SqliteLedger.At(Path);

        Assert.Equal(LedgerProblems.NotALedger, Assert.Throws<LedgerException>(() => Write(ledger)).Code);
        Assert.Equal(LedgerProblems.NotALedger, Assert.Throws<LedgerException>(() => ledger.Describe()).Code);
    }

    [Fact]
    public void Opening_OfNoDatabase_IsRefused()
    {
        File.WriteAllText(Path, string.Concat(Enumerable.Repeat("Ceci n'est pas une base. ", 100)));
        using var ledger = SqliteLedger.At(Path);

        Assert.Equal(LedgerProblems.NotALedger, Assert.Throws<LedgerException>(() => Write(ledger)).Code);
        Assert.Equal(LedgerProblems.NotALedger, Assert.Throws<LedgerException>(() => ledger.Describe()).Code);
    }

    [Fact]
    public void Opening_WhereThereIsNoFolder_IsRefused()
    {
        using var ledger = SqliteLedger.At(_folder.In("none/dixit.db"));

        Assert.Equal(LedgerProblems.Unusable, Assert.Throws<LedgerException>(() => Write(ledger)).Code);
    }

    [Fact]
    public void Check_OfATextThatWasTamperedWith_TellsIt()
    {
        Make(LatestForm);
        Run("update version set text = cast('« Tout va mal », dit Lucien Bressac.' as blob)");
        using var ledger = SqliteLedger.At(Path);

        Assert.Equal(["the text of document old, version 1, is not the one that was read"], ledger.FindDamage());
    }

    [Fact]
    public void Check_OfASpanBeyondTheText_TellsIt()
    {
        Make(LatestForm);
        Run("update content set \"end\" = 4000");
        using var ledger = SqliteLedger.At(Path);

        Assert.Equal(["document old, version 1, has a span that ends after its text"], ledger.FindDamage());
    }

    public static TheoryData<int> EarlierForms => [.. Enumerable.Range(1, LatestForm)];

    private static int LatestForm => new SqliteDialect("", "").Form;

    /// <summary>A ledger of a form with one document in it, as the program of that time left it.</summary>
    private void Make(int form)
    {
        for (var step = 1; step <= form; step++)
            Run(SqliteDialect.ScriptTo(step));
        Run($"""
            pragma application_id = {0x44697874};
            pragma user_version = {form};
            insert into run (number, engine, started) values (1, '0.1.0', '2024-10-04T08:00:00.000Z');
            insert into document (number, id, current) values (1, 'old', 1);
            insert into version (number, document, ordinal, run, hash, facts_hash, text, notes, notes_given, furniture, quoted, mentions)
                values (1, 1, 1, 1, x'{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("« Tout va bien », dit Lucien Bressac."u8))}', x'00', cast('« Tout va bien », dit Lucien Bressac.' as blob), '[]', '[]', '[]', '[]', '[]');
            insert into entity (version, chain, name, kind, aliases) values (1, 0, 'Lucien Bressac', 'person', '[]');
            insert into attribution (number, version, ordinal, kind, chain, act, confidence, rule) values (1, 1, 1, 'direct', 0, 'assert', 0.9, 'fr/direct/cue-after');
            insert into content (attribution, start, "end") values (1, 2, 15);
            """);
    }

    [Theory]
    [InlineData("[]", TextQuality.Good)]
    [InlineData("""["read as windows-1252"]""", TextQuality.Good)]
    [InlineData("""["damage: 2 quotation marks without the other half"]""", TextQuality.Fair)]
    [InlineData("""["only the summary of the article"]""", TextQuality.Fair)]
    [InlineData("""["damage: 1 quotation mark without the other half","damage: 3 numbers lost by a translator (XNUMX)"]""", TextQuality.Poor)]
    [InlineData("""["damage: the text ends inside a sentence"]""", TextQuality.Poor)]
    [InlineData("""["cut off: the rest of the article is for subscribers"]""", TextQuality.Poor)]
    public void Opening_OfAnEarlierForm_JudgesTextsByTheirNotes(string notes, TextQuality quality)
    {
        Make(13);
        Run($"update version set notes = '{notes}'");
        using var ledger = SqliteLedger.At(Path);
        ledger.Describe();

        Assert.Equal((double)quality, Run("select quality from version"));
        Assert.Equal(quality, ledger.FindDocument("old")!.Analysis.Quality);
    }

    private static ILedgerWriter Write(ILedger ledger) => ledger.OpenWriter(null, TestContext.Current.CancellationToken);

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
