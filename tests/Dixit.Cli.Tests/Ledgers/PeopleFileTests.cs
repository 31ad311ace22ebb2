// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Ledgers;
using Dixit.Cli.Tests.Support;
using Dixit.Mentions;
using Dixit.Statements;

namespace Dixit.Cli.Tests.Ledgers;

public class PeopleFileTests
{
    [Fact]
    public void Read_OfEveryColumn_HasAllOfIt()
    {
        var file = Read("""
            wikidata	Name	aliases	roles	gender	kind
            Q900001	Lucien Bressac	L. Bressac | Bressac l'Ancien	maire de Montbrisel [2014-03-30..2020-06]|député [..2012]|syndic	male	person

            	Valhydre			 	organisation
            	Nadine Corval
            """);

        Assert.Empty(file.Problems);
        var first = file.People[0];
        Assert.Equal(("Lucien Bressac", SpeakerKind.Person, Gender.Male, "Q900001"), (first.Name, first.Kind, first.Gender, first.Wikidata));
        Assert.Equal(["L. Bressac", "Bressac l'Ancien"], first.Aliases);
        Assert.Equal(
            [new KnownRole("maire de Montbrisel", new DateOnly(2014, 3, 30), new DateOnly(2020, 6, 30)), new KnownRole("député", null, new DateOnly(2012, 12, 31)), new KnownRole("syndic", null, null)],
            first.Roles);
        Assert.Equal([("Valhydre", SpeakerKind.Organisation), ("Nadine Corval", SpeakerKind.Person)], file.People.Skip(1).Select(person => (person.Name, person.Kind)));
    }

    [Theory]
    [InlineData("	Q1", "there is no name")]
    [InlineData("A B	900", "the Wikidata id is Q and a number, not \"900\"")]
    [InlineData("A B	Q1x", "the Wikidata id is Q and a number, not \"Q1x\"")]
    [InlineData("A B		robot", "the kind is one of unknown, person, organisation, group, anonymous, not \"robot\"")]
    [InlineData("A B		1", "the kind is one of unknown, person, organisation, group, anonymous, not \"1\"")]
    [InlineData("A B			maire [2014]", "a role is followed by [from..to], not \"maire [2014]\"")]
    [InlineData("A B			maire [2014-13..]", "a day is YYYY-MM-DD, YYYY-MM or YYYY, not \"2014-13\"")]
    [InlineData("A B			maire [2014..2013]", "a role ends before it begins in \"maire [2014..2013]\"")]
    [InlineData("A B				x", "there are 5 columns where the first line names 4")]
    [InlineData("C D	Q7", "this is who line 2 is")]
    public void Read_OfALineThatSaysNothing_TellsItsNumberAndGoesOn(string line, string message)
    {
        var file = Read($"name\twikidata\tkind\troles\nC D\tQ7\n{line}\nE F\n");

        Assert.Equal($"DX2012: people.tsv line 3: {message}", Assert.Single(file.Problems).ToString());
        Assert.Equal(["C D", "E F"], file.People.Select(person => person.Name));
    }

    [Theory]
    [InlineData("", "there is no column \"\"; the columns are name, aliases, kind, gender, wikidata, roles")]
    [InlineData("alias\tname\nx\ty", "there is no column \"alias\"; the columns are name, aliases, kind, gender, wikidata, roles")]
    [InlineData("aliases\nx", "the first line names the columns, and one of them is \"name\"")]
    [InlineData("name\tname\nx\ty", "a column is named twice")]
    public void Read_OfAListWithoutItsColumns_TakesNobody(string text, string message)
    {
        var file = Read(text);

        Assert.Equal(text.Length == 0 ? "the first line names the columns, and one of them is \"name\"" : message, Assert.Single(file.Problems).Message);
        Assert.Empty(file.People);
    }

    [Fact]
    public void SpeakersImport_FromTheCommandLine_LinksAndTellsWhatCameOfIt()
    {
        using var folder = new TemporaryFolder();
        var (list, ledger) = (folder.Write("people.tsv", "name\troles\nOdile Kermarrec\tmaire de Port-Brume [2020..]\n\tx\n"), folder.PathOf("dixit.db"));
        var article = folder.Write("bac.txt", "« Le bac ne fermera pas », a martelé la maire de Port-Brume.\n");
        using var read = new TestTerminal();
        Assert.Equal(ExitStatus.Success, read.Run("read", article, "--quiet", "--date", "2024-05-05", "--ledger", ledger));

        using var terminal = new TestTerminal();
        Assert.Equal(ExitStatus.Failure, terminal.Run("speakers", "--import", list, "--ledger", ledger));

        Assert.Equal($"DX2012: {list} line 3: there is no name\n1 new, 0 changed, 0 unchanged, 1 failed; 1 linked anew\n", terminal.Error);
        using var speakers = new TestTerminal();
        Assert.Equal(ExitStatus.Success, speakers.Run("speakers", "--ledger", ledger));
        Assert.StartsWith("Odile Kermarrec · person · 1 statement in 1 document", speakers.Output);
    }

    private static PeopleFile Read(string text) => PeopleFile.Read("people.tsv", new StringReader(text));
}
