// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Reading.Tests.Mail;

public sealed class MailTests
{
    private const string Letter = """
        Return-Path: <lettre@phare.example>
        Message-ID: <42@phare.example>
        From: "Le Phare" <lettre@phare.example>
        To: lecteurs@phare.example
        Subject: =?utf-8?Q?D=C3=A9claration_du_=C3?= =?utf-8?Q?=A9maire?=
        Date: Tue, 7 May 2024 23:59:00 +0200
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="=_x;y"

        préambule
        --=_x;y
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        =AB Le pont sera rouvert =BB, a d=E9clar=E9 Ana=
         Costa.
        --=_x;y
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHA+T3VpLjwvcD4=
        --=_x;y--
        """;

    [Fact]
    public void Read_Mail_TakesThePlainText()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.File("a.eml", Letter)));
        Assert.Equal("« Le pont sera rouvert », a déclaré Ana Costa.", document.Text);
        Assert.Equal(("42@phare.example", "Déclaration du émaire", "Le Phare", new DateOnly(2024, 5, 7)), (document.Id, document.Title, document.Outlet, document.Published!.Value));
    }

    [Fact]
    public void Read_MailWithoutItsEnding_IsToldByItsContent() => Assert.Equal("42@phare.example", Reads.DocumentOf(Assert.Single(Reads.File("courrier", Letter))).Id);

    [Fact]
    public void Read_MailOfHtml_TakesItsText()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.File("a.eml", "From: x@y.example\nSubject: Oui\nContent-Type: text/html; charset=utf-8\n\n<p>« Oui », a dit Ana.</p><p>Fin.</p>")));
        Assert.Equal("« Oui », a dit Ana.\n\nFin.", document.Text);
        Assert.Null(document.Outlet);
        Assert.Equal("a", document.Id);
    }

    [Fact]
    public void Read_FlowedText_IsJoined()
    {
        var document = Reads.DocumentOf(Assert.Single(Reads.File("a.eml", "From: x@y.example\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n« Oui », a \ndit Ana.\n From ici.\n")));
        Assert.Equal("« Oui », a dit Ana.\nFrom ici.", document.Text);
    }

    [Fact]
    public void Read_Attachment_IsNotTheText()
    {
        var mail = "From: x@y.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nPièce.\n--b\nContent-Type: text/plain\n\nLettre.\n--b--\n";
        Assert.Equal("Lettre.", Reads.DocumentOf(Assert.Single(Reads.File("a.eml", mail))).Text);
    }

    [Fact]
    public void Read_SavedPage_HasItsAddress()
    {
        var page = "From: <Saved by Blink>\nSnapshot-Content-Location: https://phare.example/pont\nSubject: Le pont\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----M\"\n\n------M\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://phare.example/pont\n\n<!doctype html><html><head><meta charset=3D\"utf-8\"><title>Le pont</title></head><body><article><p>=C2=AB Le pont sera rouvert =C2=BB, a d=C3=A9clar=C3=A9 Ana Costa devant le conseil municipal de Brumaire mardi soir.</p></article></body></html>\n------M\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n------M--\n";
        var document = Reads.DocumentOf(Assert.Single(Reads.File("pont.mhtml", page)));
        Assert.Equal("https://phare.example/pont", document.Id);
        Assert.Contains("« Le pont sera rouvert », a déclaré Ana Costa", document.Text);
    }

    [Theory]
    [InlineData("From: a\nContent-Type: multipart/mixed\n\nrien", ReadProblems.BrokenMail)]
    [InlineData("From: a\nContent-Type: multipart/mixed; boundary=z\n\nrien", ReadProblems.BrokenMail)]
    [InlineData("From: a\nContent-Type: image/png\n\nrien", ReadProblems.NoText)]
    [InlineData("From: a\n\n", ReadProblems.NoText)]
    public void Read_MailWithoutText_IsAProblem(string mail, string code) => Assert.Equal(code, Reads.ProblemOf(Assert.Single(Reads.File("a.eml", mail))).Code);

    [Fact]
    public void Read_PartsAThousandDeep_AreGivenUp()
    {
        var mail = new StringBuilder("From: a\n");
        for (var i = 0; i < 1000; i++)
            mail.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        mail.Append("Content-Type: text/plain\n\nTexte.");
        Assert.Equal(ReadProblems.NoText, Reads.ProblemOf(Assert.Single(Reads.File("a.eml", mail.ToString()))).Code);
    }
}
