// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using System.Text.Json;
using Dixit.Documents;

namespace Dixit.Storage.Sql.Copies;

/// <summary>Keeps which documents are copies of which in step with what was read.</summary>
/// <remarks>
/// The original of a document is the earliest of all documents before it (by the day, and on the same day by the id) that hold most of its text, among those
/// published within two weeks, those of which nobody knows the day, and those with the very same text. That depends on the documents alone and not on the order in which they are read.
/// </remarks>
internal sealed class CopyRows(SqlSession session)
{
    // Raised whenever the same documents would give other copies.
    private const string Rules = "2";

    // Reports of one occasion in different words share up to six tenths where they are little but quotations; copies with a few words of their own share eight and more.
    private const double LeastShare = 0.7;
    private const int WindowDays = 14;
    private const int PeriodDays = 32;
    private const int LeastSharedKeys = 2;

    // What everybody ends with (« les discussions reprendront lundi ») is a key too, and of no use; of the copies of one text the first will do.
    private const int MostOfAKey = 32;
    private const int MostCandidates = 64;
    private const int DocumentsAtOnce = 1000;

    // Those without a day may belong to any time: they are looked for with those of every day, and looked up among them all.
    private const long NoPeriod = -1;

    private static readonly string _sharing =
        $"select period, key, document from shingle where period in ({NoPeriod}, $1, $2) and key in ({string.Join(", ", Enumerable.Range(3, TextShingles.MostKeys).Select(n => $"${n}"))})";

    // From period to period that there is, and in each to the keys: the table is in that order, and few periods are in it.
    private static readonly string _sharingAtAnyTime =
        $"""
        with recursive known (period) as (
            select min(period) from shingle
            union all select (select min(s.period) from shingle s where s.period > known.period) from known where known.period is not null)
        select s.period, s.key, s.document from known cross join shingle s on s.period = known.period and s.key in ({string.Join(", ", Enumerable.Range(1, TextShingles.MostKeys).Select(n => $"${n}"))})
        """;

    private static readonly string _inserting =
        $"insert into shingle (period, key, document) values {string.Join(", ", Enumerable.Range(3, TextShingles.MostKeys).Select(n => $"($1, ${n}, $2)"))}";

    private readonly RecentShingles _recent = new();

    /// <summary>Takes a document in, or takes it in anew: the current version's text and day count.</summary>
    /// <param name="id">The document.</param>
    /// <param name="published">Its day, or null.</param>
    /// <param name="hash">The hash of its text.</param>
    /// <param name="shingles">The text.</param>
    /// <param name="isNew">Whether nothing is kept of it yet.</param>
    public void Put(string id, DateOnly? published, byte[] hash, TextShingles shingles, bool isNew)
    {
        var number = session.Count("select number from document where id = $1", id);
        var orphans = isNew ? [] : Remove(number);
        if (!shingles.IsEmpty)
        {
            var document = new Dated(number, published, id, hash);
            _recent.Put(hash, shingles);
            var sharing = FindSharing(document, shingles.Keys);
            Link(document, shingles, sharing, takesOver: true);
            Insert(document, shingles.Keys, sharing);
        }

        LinkAgain(orphans);
    }

    /// <summary>Lets a document go; what was a copy of it is a copy of another one, or of none.</summary>
    /// <param name="document">Its row, which has no version any more.</param>
    public void Delete(long document) => LinkAgain(Remove(document));

    /// <summary>Finds all copies anew where they were found by other rules, or not yet. The caller keeps it.</summary>
    /// <param name="tell">Told now and then how many documents of how many are done, or null.</param>
    /// <param name="cancellation">Stops between two documents.</param>
    public void BringUpToDate(Action<long, long>? tell, CancellationToken cancellation)
    {
        if (session.Scalar("select rules from copy_rules") as string == Rules)
            return;
        foreach (var table in (string[])["shingle", "sketch", "copy", "copy_rules"])
            session.Execute($"delete from {table}");
        var documents = session.All("select d.number from document d order by d.number", row => row.GetInt64(0));
        for (var done = 0; done < documents.Count; done++)
        {
            if (done > 0 && done % DocumentsAtOnce == 0)
            {
                tell?.Invoke(done, documents.Count);
                cancellation.ThrowIfCancellationRequested();
            }

            var document = Dated.Read(session, documents[done]);
            Put(document.Id, document.Published, document.Hash, Read(document), isNew: true);
        }

        session.Execute("insert into copy_rules (rules) values ($1)", Rules);
    }

    /// <summary>What a document is a copy of, with the share of the document's text that stands there, or null.</summary>
    public static DocumentCopy? FindOriginal(SqlSession session, long document) => session.First(
        "select d.id, v.outlet, v.published, c.share from copy c join document d on d.number = c.original join version v on v.number = d.current where c.document = $1",
        ReadCopy, document);

    /// <summary>The copies of a document, those that hold most of their text from it first.</summary>
    public static IReadOnlyList<DocumentCopy> FindCopies(SqlSession session, long document) => session.All(
        "select d.id, v.outlet, v.published, c.share from copy c join document d on d.number = c.document join version v on v.number = d.current where c.original = $1 order by c.share desc, d.id",
        ReadCopy, document);

    private void LinkAgain(List<long> orphans)
    {
        foreach (var orphan in orphans)
        {
            var document = Dated.Read(session, orphan);
            var shingles = Read(document);
            Link(document, shingles, FindSharing(document, shingles.Keys), takesOver: false);
        }
    }

    /// <summary>Finds the original of a document, and the documents that it is an earlier original of.</summary>
    private void Link(Dated document, TextShingles shingles, List<Shingle> sharing, bool takesOver)
    {
        var hasOriginal = false;
        foreach (var (candidate, isSame) in Candidates(document, shingles, sharing))
        {
            if (candidate.CompareTo(document) < 0)
            {
                if (!hasOriginal && (isSame ? 1 : shingles.ShareIn(Read(candidate))) is >= LeastShare and var share)
                {
                    WriteOriginal(document.Number, candidate.Number, share);
                    hasOriginal = true;
                }
            }
            else if (takesOver && (OriginalOf(candidate.Number) is not { } original || document.CompareTo(original) < 0))
            {
                if ((isSame ? 1 : Read(candidate).ShareIn(shingles)) is >= LeastShare and var share)
                    WriteOriginal(candidate.Number, document.Number, share);
            }
        }
    }

    /// <summary>The rows that have one of the keys and were written for about the same time, or for no time.</summary>
    private List<Shingle> FindSharing(Dated document, long[] keys)
    {
        if (document.Published is null)
        {
            var all = new object?[TextShingles.MostKeys];
            for (var i = 0; i < keys.Length; i++)
                all[i] = keys[i];
            return session.All(_sharingAtAnyTime, row => new Shingle(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), all);
        }

        var values = new object?[TextShingles.MostKeys + 2];
        (values[0], values[1]) = (PeriodOf(document.Published, -WindowDays), PeriodOf(document.Published, WindowDays));
        for (var i = 0; i < keys.Length; i++)
            values[i + 2] = keys[i];
        return session.All(_sharing, row => new Shingle(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), values);
    }

    /// <summary>The documents that may have much in common with one, the earliest first.</summary>
    private List<(Dated Document, bool IsSame)> Candidates(Dated document, TextShingles shingles, List<Shingle> sharing)
    {
        var found = new Dictionary<long, int>();
        foreach (var (_, _, other) in sharing)
            found[other] = found.GetValueOrDefault(other) + 1;
        var least = Math.Min(LeastSharedKeys, shingles.Keys.Length);
        var same = session.All("select v.document from version v where v.hash = $1 and v.number = (select current from document d where d.number = v.document) limit 1000", row => row.GetInt64(0), document.Hash).ToHashSet();
        return
        [
            .. found.Where(pair => pair.Value >= least).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostCandidates).Select(pair => pair.Key)
                .Where(other => !same.Contains(other)).Concat(same).Where(other => other != document.Number)
                .Select(other => (Document: Dated.Read(session, other), IsSame: same.Contains(other)))
                .Where(other => other.IsSame || other.Document.IsNear(document, WindowDays))
                .OrderBy(other => other.Document),
        ];
    }

    private void Insert(Dated document, long[] keys, List<Shingle> sharing)
    {
        var period = PeriodOf(document.Published, 0);
        var full = sharing.Where(row => row.Period == period).CountBy(row => row.Key).Where(pair => pair.Value >= MostOfAKey).Select(pair => pair.Key).ToHashSet();
        var written = full.Count == 0 ? keys : Array.FindAll(keys, key => !full.Contains(key));
        session.Execute("insert into sketch (document, period, keys) values ($1, $2, $3)", document.Number, period, MemoryMarshal.AsBytes<long>(written).ToArray());
        if (written.Length < TextShingles.MostKeys)
        {
            foreach (var key in written)
                session.Execute("insert into shingle (period, key, document) values ($1, $2, $3)", period, key, document.Number);
            return;
        }

        var values = new object?[TextShingles.MostKeys + 2];
        (values[0], values[1]) = (period, document.Number);
        for (var i = 0; i < written.Length; i++)
            values[i + 2] = written[i];
        session.Execute(_inserting, values);
    }

    /// <summary>Takes away what is kept of a document, and returns those that were copies of it.</summary>
    private List<long> Remove(long document)
    {
        if (session.First("select period, keys from sketch where document = $1", row => (Period: row.GetInt64(0), Keys: row.GetBytes(1)), document) is not ({ } period, { } keys))
            return [];
        foreach (var key in MemoryMarshal.Cast<byte, long>(keys))
            session.Execute("delete from shingle where period = $1 and key = $2 and document = $3", period, key, document);
        session.Execute("delete from sketch where document = $1", document);
        session.Execute("delete from copy where document = $1", document);
        var copies = session.All("select document from copy where original = $1", row => row.GetInt64(0), document);
        session.Execute("delete from copy where original = $1", document);
        return copies;
    }

    private void WriteOriginal(long document, long original, double share) => session.Execute("insert or replace into copy (document, original, share) values ($1, $2, $3)", document, original, share);

    private Dated? OriginalOf(long document) =>
        session.NullableCount("select original from copy where document = $1", document) is { } original ? Dated.Read(session, original) : null;

    private TextShingles Read(Dated document)
    {
        if (_recent.Find(document.Hash) is { } known)
            return known;
        var shingles = session.First(
            "select v.text, v.furniture from document d join version v on v.number = d.current where d.number = $1",
            row => TextShingles.Of(row.LongText(0), DocumentRows.FurnitureOf(row.GetString(1))), document.Number)!;
        _recent.Put(document.Hash, shingles);
        return shingles;
    }

    private static DocumentCopy ReadCopy(SqlRow row) => new(row.GetString(0), row.Text(1), row.Day(2), row.GetDouble(3));

    private static long PeriodOf(DateOnly? day, int days) => day is { } known ? (known.DayNumber + days) / PeriodDays : NoPeriod;

    private readonly record struct Shingle(long Period, long Key, long Document);

    /// <summary>A document by its time.</summary>
    private sealed record Dated(long Number, DateOnly? Published, string Id, byte[] Hash) : IComparable<Dated>
    {
        public static Dated Read(SqlSession session, long document) => session.First(
            "select v.published, d.id, v.hash from document d join version v on v.number = d.current where d.number = $1", row => new Dated(document, row.Day(0), row.GetString(1), row.GetBytes(2)), document)!;

        // One without a day comes after those with one.
        public int CompareTo(Dated? other) => (Published ?? DateOnly.MaxValue).CompareTo(other?.Published ?? DateOnly.MaxValue) is not 0 and var order ? order : string.CompareOrdinal(Id, other?.Id);

        // Of what has no day nobody can say that it is far.
        public bool IsNear(Dated other, int days) => Published is not { } own || other.Published is not { } others || Math.Abs(own.DayNumber - others.DayNumber) <= days;
    }
}
