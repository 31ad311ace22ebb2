// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Dixit.Storage.Sql;

/// <summary>Looks for what no database notices: that rows say something that cannot be.</summary>
internal static class LedgerCheck
{
    public static IEnumerable<string> Find(SqlSession session)
    {
        foreach (var id in session.All("select id from document d where current is null or not exists (select 1 from version v where v.number = d.current and v.document = d.number)", row => row.GetString(0)))
            yield return $"document {id} has no current version";
        foreach (var id in session.All("select d.id from document d where (select max(ordinal) from version v where v.document = d.number) <> (select count(*) from version v where v.document = d.number)", row => row.GetString(0)))
            yield return $"document {id} lacks a version";
        foreach (var id in session.All(
            "select distinct d.id from attribution a join version v on v.number = a.version join document d on d.number = v.document where not exists (select 1 from content c where c.attribution = a.number)",
            row => row.GetString(0)))
            yield return $"document {id} has an attribution without content";
        foreach (var version in session.Stream("select v.number, d.id, v.ordinal, v.text, v.hash from version v join document d on d.number = v.document", ReadText))
        {
            if (!DocumentRows.Hash(version.Text).AsSpan().SequenceEqual(version.Hash))
                yield return $"the text of document {version.Id}, version {version.Ordinal}, is not the one that was read";
            var length = Encoding.UTF8.GetCharCount(version.Text);
            if (session.Count("select coalesce(max(c.\"end\"), 0) from attribution a join content c on c.attribution = a.number where a.version = $1", version.Number) > length)
                yield return $"document {version.Id}, version {version.Ordinal}, has a span that ends after its text";
        }
    }

    private static (long Number, string Id, int Ordinal, byte[] Text, byte[] Hash) ReadText(SqlRow row) =>
        (row.GetInt64(0), row.GetString(1), row.Int(2), row.GetBytes(3), row.GetBytes(4));
}
