// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Exporting;

namespace Dixit.Reading.Tests.Exporting;

public sealed class NameIriTests
{
    [Fact]
    public void Of_ANameAndKind_IsAUuidOfVersionEight()
    {
        var iri = NameIri.Of("statement", "s-1f3a");

        Assert.StartsWith("urn:uuid:", iri);
        var uuid = Guid.ParseExact(iri["urn:uuid:".Length..], "D");
        Assert.Equal(8, uuid.Version);
        Assert.InRange(uuid.Variant, 8, 11);
        Assert.Equal(iri, NameIri.Of("statement", "s-1f3a"));
        Assert.NotEqual(iri, NameIri.Of("statement", "s-1f3b"));
        Assert.NotEqual(iri, NameIri.Of("speaker", "s-1f3a"));
    }

    [Theory]
    [InlineData("https://gazette.example/a?b=1#c", true)]
    [InlineData("http://gazette.example/été", true)]
    [InlineData("gazette/a", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://gazette.example/a b", false)]
    [InlineData("https://gazette.example/\"x\"", false)]
    [InlineData(null, false)]
    public void OfDocument_WithAnAddress_IsThatAddressOnlyWhereABrowserCanGoThere(string? uri, bool isAddress) =>
        Assert.Equal(isAddress ? uri : NameIri.Of("document", "a"), NameIri.OfDocument("a", uri));
}
