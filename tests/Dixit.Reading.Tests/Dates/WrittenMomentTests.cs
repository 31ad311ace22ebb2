// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Dates;

namespace Dixit.Reading.Tests.Dates;

public sealed class WrittenMomentTests
{
    [Theory]
    [InlineData("2024-03-12T09:00:00+01:00", "2024-03-12T09:00+01:00")]
    [InlineData("2024-03-12T09:00:07.250Z", "2024-03-12T09:00:07Z")]
    [InlineData("2024-03-12T09:00", "2024-03-12T09:00")]
    [InlineData("2024-03-12 09:00:00 +0530", "2024-03-12T09:00+05:30")]
    [InlineData("2024-03-12T21:44+0000", "2024-03-12T21:44Z")]
    [InlineData("2024-03-12T00:00:00Z", "2024-03-12")]
    [InlineData("2024-03-12", "2024-03-12")]
    [InlineData("Tue, 12 Mar 2024 09:00:00 GMT", "2024-03-12T09:00Z")]
    [InlineData("Tue, 12 Mar 2024 23:30:15 +0200", "2024-03-12T23:30:15+02:00")]
    [InlineData("1710234000", "2024-03-12T09:00Z")]
    [InlineData("1710234000000", "2024-03-12T09:00Z")]
    [InlineData("12 mars 2024 à 9h", "2024-03-12T09:00")]
    [InlineData("1970-01-01T00:00:00Z", null)]
    [InlineData("hier", null)]
    [InlineData("", null)]
    public void TryRead_AWholeValue_KeepsTheHourAndTheZoneAsWritten(string value, string? expected) =>
        Assert.Equal(expected, WrittenMoment.TryRead(value, DateOrder.Unknown, out var moment) ? moment.ToString() : null);

    [Theory]
    [InlineData("Publié le 3 mars 2024 à 8 h 05", "2024-03-03T08:05")]
    [InlineData("Publié le 3 mars 2024 à 14h30", "2024-03-03T14:30")]
    [InlineData("Le dimanche 3 mars 2024, 14:30", "2024-03-03T14:30")]
    [InlineData("3 mars 2024 à 14h", "2024-03-03T14:00")]
    [InlineData("3 mars 2024 · 14h30 · 3 min", "2024-03-03T14:30")]
    [InlineData("1er mars 2024 à midi", "2024-03-01T12:00")]
    [InlineData("03.03.2024 – 14:30:20", "2024-03-03T14:30:20")]
    [InlineData("March 3, 2024, 8:05 p.m.", "2024-03-03T20:05")]
    [InlineData("March 3, 2024 at 8:05 AM", "2024-03-03T08:05")]
    [InlineData("March 3, 2024 12:10 a.m.", "2024-03-03T00:10")]
    [InlineData("March 3, 2024 12:10 pm", "2024-03-03T12:10")]
    [InlineData("March 3, 2024 | 9pm", "2024-03-03T21:00")]
    [InlineData("3 March 2024 8.05pm", "2024-03-03T20:05")]
    [InlineData("20:49, 5 August 2024", "2024-08-05T20:49")]
    [InlineData("8:05 p.m. ET, Sunday, March 3, 2024", "2024-03-03T20:05-05:00")]
    [InlineData("14h30 le 3 mars 2024", "2024-03-03T14:30")]
    [InlineData("Publié le 3 mars 2024", "2024-03-03")]
    [InlineData("3 mars 2024, 14 personnes", "2024-03-03")]
    [InlineData("3 mars 2024, 25:30", "2024-03-03")]
    [InlineData("March 3, 2024, 14:30 pm", "2024-03-03")]
    [InlineData("Vu 12:30 fois depuis le 3 mars 2024", "2024-03-03")]
    [InlineData("3 mars à 14h30", null)]
    public void TryFind_ALineOfDates_ReadsTheHourBesideTheDay(string line, string? expected) =>
        Assert.Equal(expected, WrittenMoment.TryFind(line, DateOrder.Unknown, out var moment, out _) ? moment.ToString() : null);

    [Theory]
    [InlineData("3 mars 2024 à 14h30 (heure de Paris)", "2024-03-03T14:30+01:00")]
    [InlineData("3 juillet 2024 à 14h30, heure de Paris", "2024-07-03T14:30+02:00")]
    [InlineData("3 juillet 2024 à 14h30 heure de Bruxelles", "2024-07-03T14:30+02:00")]
    [InlineData("3 juillet 2024 à 14h30 heure française", "2024-07-03T14:30+02:00")]
    [InlineData("3 mars 2024 à 8h (heure de l'Est)", "2024-03-03T08:00-05:00")]
    [InlineData("3 mars 2024 à 8h heure de Montréal", "2024-03-03T08:00-05:00")]
    [InlineData("3 mars 2024 à 14h30 heure locale", "2024-03-03T14:30")]
    [InlineData("3 mars 2024 à 14h30 CET", "2024-03-03T14:30+01:00")]
    [InlineData("3 juillet 2024 à 14h30 CEST", "2024-07-03T14:30+02:00")]
    [InlineData("3 juillet 2024 à 14h30 CET", "2024-07-03T14:30")]
    [InlineData("July 3, 2024 8:05 p.m. EDT", "2024-07-03T20:05-04:00")]
    [InlineData("July 3, 2024 8:05 p.m. EST", "2024-07-03T20:05")]
    [InlineData("July 3, 2024 8:05 p.m. ET", "2024-07-03T20:05-04:00")]
    [InlineData("July 3, 2024 8:05 p.m. Eastern Time", "2024-07-03T20:05-04:00")]
    [InlineData("July 3, 2024 8:05 a.m. New York time", "2024-07-03T08:05-04:00")]
    [InlineData("July 3, 2024 8:05 a.m. London time", "2024-07-03T08:05+01:00")]
    [InlineData("3 July 2024 14:30 BST", "2024-07-03T14:30+01:00")]
    [InlineData("3 January 2024 14:30 BST", "2024-01-03T14:30")]
    [InlineData("3 July 2024 14:30 GMT", "2024-07-03T14:30Z")]
    [InlineData("3 July 2024 14:30 UTC+2", "2024-07-03T14:30+02:00")]
    [InlineData("3 July 2024 14:30 (GMT+05:30)", "2024-07-03T14:30+05:30")]
    [InlineData("3 July 2024 14:30 IST", "2024-07-03T14:30")]
    [InlineData("3 July 2024 14:30 CST", "2024-07-03T14:30")]
    [InlineData("3 July 2024 14:30 GMTX", "2024-07-03T14:30")]
    // The night in which the clocks went back had this hour twice, the night in which they went forward had no such hour.
    [InlineData("27 octobre 2024 à 2h30 heure de Paris", "2024-10-27T02:30")]
    [InlineData("27 octobre 2024 à 2h30 CEST", "2024-10-27T02:30+02:00")]
    [InlineData("31 mars 2024 à 2h30 heure de Paris", "2024-03-31T02:30")]
    public void TryFind_NamedZones_CountWhereTheyAreCertain(string line, string expected)
    {
        Assert.True(WrittenMoment.TryFind(line, DateOrder.Unknown, out var moment, out _));
        Assert.Equal(expected, moment.ToString());
    }

    [Theory]
    [InlineData("3/14/2024", null, "2024-03-14")]
    [InlineData("14/3/2024", null, "2024-03-14")]
    [InlineData("3/4/2024 8:05 PM", null, null)]
    [InlineData("3/4/2024 8:05 PM", "en-US", "2024-03-04T20:05")]
    [InlineData("3/14/2024 8:05 PM", "en-GB", "2024-03-14T20:05")]
    [InlineData("03/04/2024 à 20h05", "fr", "2024-04-03T20:05")]
    [InlineData("03/04/2024 à 20h05", "fr_BE", "2024-04-03T20:05")]
    [InlineData("03/04/2024", "en_GB", "2024-04-03")]
    [InlineData("03/04/2024", "en", null)]
    [InlineData("03/04/2024", "fr-CA", null)]
    [InlineData("03/04/2024", "de-US", null)]
    public void TryFind_DatesInFigures_FollowTheRegionOfThePage(string line, string? language, string? expected) =>
        Assert.Equal(expected, WrittenMoment.TryFind(line, DateOrders.Of(language), out var moment, out _) ? moment.ToString() : null);

    [Theory]
    [InlineData("Publié le 3 mars 2024 à 8h05", "2024-03-03T08:05", null)]
    [InlineData("Publié le 3 mars 2024 à 8h05, mis à jour à 14h30", "2024-03-03T08:05", "2024-03-03T14:30")]
    [InlineData("Publié le 3 mars 2024 à 18h05, mis à jour à 14h30", "2024-03-03T18:05", null)]
    [InlineData("Publié le 3 mars 2024 à 8h05, mis à jour le 4 mars 2024 à 9h (heure de Paris)", "2024-03-03T08:05", "2024-03-04T09:00+01:00")]
    [InlineData("Mis à jour le 4 mars 2024 à 9h · Publié le 3 mars 2024", "2024-03-03", "2024-03-04T09:00")]
    [InlineData("Mis à jour le 4 mars 2024", null, "2024-03-04")]
    [InlineData("Updated March 4, 2024 9:00 a.m.", null, "2024-03-04T09:00")]
    [InlineData("Published March 3, 2024 | Updated March 4, 2024", "2024-03-03", "2024-03-04")]
    [InlineData("Mis à jour à 14h30", null, null)]
    [InlineData("Le maire du village", null, null)]
    public void Read_ALineOfDates_TellsPublicationFromChange(string line, string? published, string? modified)
    {
        var read = DateLine.Read(line, DateOrder.Unknown);
        Assert.Equal((published, modified), (read.Published?.ToString(), read.Modified?.ToString()));
    }
}
