// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Tests.Support;

/// <summary>A token for each role.</summary>
internal static class TestTokens
{
    public const string Reader = "reader-token-0123456789";
    public const string Editor = "editor-token-0123456789";
    public const string Admin = "admin-token-0123456789";

    public static TokenList All => TokenList.Empty.With(DeskRole.Reader, "lectrice", Reader).With(DeskRole.Editor, "rédacteur", Editor).With(DeskRole.Admin, "chef", Admin);
}
