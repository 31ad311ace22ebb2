// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Cli.Tests.Ledgers;

namespace Dixit.Cli.Tests.Commands;

public class StatsCommandTests(SampleLedger ledger) : IClassFixture<SampleLedger>
{
    [Fact]
    public void Stats_OfTheSamples_AddUp()
    {
        var statistics = JsonDocument.Parse(ledger.Ask("stats", "--json")).RootElement;
        var quotes = statistics.GetProperty("quotes").GetInt32();
        var attributions = ledger.Ask("export").Split('\n', StringSplitOptions.RemoveEmptyEntries).Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("attributions").GetArrayLength());

        Assert.Equal(attributions, quotes);
        Assert.Equal(quotes, statistics.GetProperty("direct").GetInt32() + statistics.GetProperty("mixed").GetInt32() + statistics.GetProperty("indirect").GetInt32());
        foreach (var groups in (string[])["outlets", "months", "kinds", "sourcing"])
            Assert.Equal(quotes, statistics.GetProperty(groups).EnumerateArray().Sum(group => group.GetProperty("quotes").GetInt32()));
        Assert.Equal("Hélène Vaudrel", statistics.GetProperty("speakers")[0].GetProperty("speaker").GetProperty("name").GetString());
        Assert.Equal(10, statistics.GetProperty("speakers").GetArrayLength());
        Assert.Contains("Interdépêches", statistics.GetProperty("agencies").EnumerateArray().Select(agency => agency.GetProperty("agency").GetString()));
    }

    [Fact]
    public void Stats_ForPeople_AreTablesThatFit()
    {
        var tables = ledger.Ask("stats", "--limit", "3");

        Assert.Matches(@"^\d{3} quotes of \d+ speakers in 16 documents", tables);
        Assert.Contains("\n  Hélène Vaudrel ", tables);
        Assert.Contains(" × Hélène Vaudrel ", tables);
        Assert.Contains("\n  wire copy ", tables);
        Assert.All(tables.Split('\n'), line => Assert.True(line.Length <= 90 && !line.EndsWith(' '), line));
    }

    [Fact]
    public void Stats_WithFilters_CountWhatFits()
    {
        Assert.Equal(1, JsonDocument.Parse(ledger.Ask("stats", "--by", "Nadia Berkane", "--json")).RootElement.GetProperty("speakerCount").GetInt32());
        Assert.StartsWith("0 quotes of 0 speakers in 0 documents of 0 outlets\n", ledger.Ask("stats", "--by", "Personne Ici"));
        Assert.Equal(["Le Cadran"], JsonDocument.Parse(ledger.Ask("stats", "--outlet", "le cadran", "--json")).RootElement.GetProperty("outlets").EnumerateArray().Select(outlet => outlet.GetProperty("outlet").GetString()));
    }
}
