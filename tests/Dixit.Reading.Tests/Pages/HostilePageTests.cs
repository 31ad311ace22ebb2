// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text;
using Dixit.Reading.Tests.Support;

namespace Dixit.Reading.Tests.Pages;

[Collection("hostile pages")]
public sealed class HostilePageTests
{
    // Real pages take milliseconds; without a guard each of these takes minutes or ends the process.
    private static readonly TimeSpan _bearable = TimeSpan.FromSeconds(40);

    private static string Many(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(part(i));
        return text.ToString();
    }

    private static string PageOf(string kind) => kind switch
    {
        "boxes" => Many(1_000_000, _ => "<div>"),
        "formatting" => Many(100_000, i => $"<b id={i}>"),
        "formatting in paragraphs" => Many(60_000, i => $"<font size={i}><p>x"),
        "formatting in boxes" => Many(100_000, i => $"<div><b id={i}>x</div>"),
        "links in tables" => Many(60_000, _ => "<a><table><tr><td>"),
        "text in a table" => "<table>" + Many(100_000, _ => "<b>x</b>y"),
        "drawings" => Many(100_000, _ => "<svg><g>"),
        "templates" => Many(100_000, _ => "<template>"),
        "choices" => Many(100_000, _ => "<select><option>x"),
        "lists" => Many(100_000, _ => "<form><li><dd>"),
        "buttons" => Many(100_000, _ => "<button><p>"),
        "attributes" => "<div " + Many(100_000, i => $" a{i}=1") + ">x",
        "unknown elements" => Many(100_000, i => $"<x-{i}>"),
        "ends" => Many(200_000, _ => "</p></br></div>"),
        "comments" => Many(200_000, _ => "<!-- "),
        "less-than signs" => new string('<', 2_000_000),
        "ampersands" => new string('&', 2_000_000),
        "deep json" => "<script type='application/ld+json'>" + new string('[', 1_000_000) + "</script>",
        "long json" => "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + new string('\\', 999_999) + "</script>",
        "a long name" => "<p class='" + new string('a', 1_000_000) + "'>x",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such page."),
    };

    [Theory]
    [InlineData("boxes")]
    [InlineData("formatting")]
    [InlineData("formatting in paragraphs")]
    [InlineData("formatting in boxes")]
    [InlineData("links in tables")]
    [InlineData("text in a table")]
    [InlineData("drawings")]
    [InlineData("templates")]
    [InlineData("choices")]
    [InlineData("lists")]
    [InlineData("buttons")]
    [InlineData("attributes")]
    [InlineData("unknown elements")]
    [InlineData("ends")]
    [InlineData("comments")]
    [InlineData("less-than signs")]
    [InlineData("ampersands")]
    [InlineData("deep json")]
    [InlineData("long json")]
    [InlineData("a long name")]
    public void Read_PageMadeToHarm_EndsInBearableTime(string kind)
    {
        var started = Stopwatch.GetTimestamp();
        var result = PageText.Result(Encoding.UTF8.GetBytes("<html><body>" + PageOf(kind)));
        Assert.True(result.Succeeded || result.Problem.Code is ReadProblems.TooComplex, result.Problem?.ToString());
        Assert.True(Stopwatch.GetElapsedTime(started) < _bearable, $"took {Stopwatch.GetElapsedTime(started)}");
    }

    [Fact]
    public void Read_ArticleBelowAThousandElements_IsStillRead()
    {
        var document = PageText.Read(PageText.Page(Many(1000, _ => "<div>") + PageText.Paragraphs));
        Assert.Equal(string.Join("\n\n", PageText.Sentences), document.Text);
    }

    [Fact]
    public void Read_MutatedPages_NeverThrow()
    {
        var fixture = Encoding.UTF8.GetBytes(PageText.Page(
            $"<nav><a href='/'>Accueil</a></nav><article itemprop='articleBody' class='post-content'><h1>La digue</h1><time datetime='2024-03-12'>12 mars</time>{PageText.Paragraphs}<table><tr><td>a<td>b</table><blockquote class='twitter-tweet'><p>Un mot.</blockquote></article>",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"La digue\",\"author\":[{\"name\":\"Ana Costa\"}],\"datePublished\":\"2024-03-12\"}</script><meta property='og:title' content='La digue'>"));
        var random = new Random(20240312);
        for (var round = 0; round < 1500; round++)
        {
            var bytes = (byte[])fixture.Clone();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                var at = random.Next(bytes.Length);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(1, 256); break;
                    case 1: bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(60))..]]; break;
                    case 2: bytes = [.. bytes[..at], .. bytes[random.Next(bytes.Length)..]]; break;
                    default: bytes[at] = "<>\"'&/{}[]:=\\ "u8[random.Next(14)]; break;
                }

                if (bytes.Length == 0)
                    bytes = [.. "<p>"u8];
            }

            var result = PageText.Result(bytes);
            if (result.Succeeded)
                Assert.Equal(result.Document.Text.Trim(), result.Document.Text);
        }
    }
}
