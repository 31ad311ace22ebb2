// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql;

/// <summary>The versions of a document and what each changed.</summary>
internal static class VersionRows
{
    public static IReadOnlyList<DocumentVersion> Read(SqlSession session, string id)
    {
        var versions = new List<DocumentVersion>();
        Analysis? before = null;
        for (var ordinal = 1; DocumentRows.Find(session, id, ordinal) is { } stored; ordinal++)
        {
            versions.Add(new DocumentVersion(ordinal, stored.Read, before is null ? [] : QuoteChanges.Between(before, stored.Analysis)));
            before = stored.Analysis;
        }

        return versions;
    }
}
