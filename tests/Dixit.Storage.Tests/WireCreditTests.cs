// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Tests;

public sealed class WireCreditTests
{
    [Theory]
    [InlineData("Un titre\n\nMONTBRISEL (Interdépêches) – Le barrage tiendra.", "Interdépêches")]
    [InlineData("Port-Brume, 8 octobre (Agence Nord) - Le bac part.", "Agence Nord")]
    [InlineData("Le bac part.\n\n(Avec les contributions d'Interdépêches)\n\nLaisser une réponse", "Interdépêches")]
    [InlineData("Le bac part.\n(avec AFN)", "AFN")]
    [InlineData("Le bac part.\n(Avec l’AFN)", "AFN")]
    [InlineData("Le bac part.\nSource : Agence Nord", "Agence Nord")]
    [InlineData("Le bac part.\nAgence ONDA", "ONDA")]
    [InlineData("The ferry leaves.\n(Reporting by Northern Wire.)", "Northern Wire")]
    [InlineData("The ferry leaves.\n\nADDITIONAL REPORTING BY Northern Wire", "Northern Wire")]
    public void Find_OfADatelineOrACredit_IsTheAgency(string text, string expected) => Assert.Equal(expected, WireCredit.Find(text));

    [Theory]
    [InlineData("Le bac part.")]
    [InlineData("La maire (Odile Kermarrec) – elle le dit – part.")]
    [InlineData("Montbrisel (400 habitants) – Le barrage tiendra.")]
    [InlineData("le maire (Parti) – oui")]
    [InlineData("Il l'a dit. Le parti (Nord) – oui")]
    [InlineData("Le bac part.\nAvec Odile Kermarrec, tout change.")]
    [InlineData("Le bac part.\n(Avec des amis)")]
    [InlineData("Le bac part.\nSource : archives")]
    [InlineData("Source : Agence Nord\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12")]
    [InlineData("Le bac part.\n[…]")]
    [InlineData("")]
    [InlineData("(\n)\n.")]
    public void Find_OfNoneOfThem_IsNothing(string text) => Assert.Null(WireCredit.Find(text));
}
