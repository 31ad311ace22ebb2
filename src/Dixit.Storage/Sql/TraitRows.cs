// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Quotations;

namespace Dixit.Storage.Sql;

/// <summary>What many contents have in common.</summary>
/// <param name="Number">Its row, which is never given to another.</param>
/// <param name="Outlet">Who published them, or null.</param>
/// <param name="Language">Their language, or null.</param>
/// <param name="Kind">How they are reported.</param>
/// <param name="Act">What the speaker does.</param>
/// <param name="IsPrimary">Whether their documents are transcripts, releases or speeches.</param>
internal sealed record Trait(long Number, string? Outlet, string? Language, QuotationKind Kind, SpeechAct Act, bool IsPrimary);

/// <summary>The traits of a ledger, kept once they were read. For any number of threads, each with its own session.</summary>
internal sealed class TraitRows
{
    private readonly Lock _lock = new();
    private Trait?[] _known = []; // by number; replaced as a whole, so that who has it may go on reading

    /// <summary>The row of a trait, which is made where it is new.</summary>
    public static long FindOrAdd(SqlSession session, string? outlet, string? language, QuotationKind kind, SpeechAct act, bool isPrimary)
    {
        object?[] values = [outlet ?? "", language ?? "", RowValues.Of(kind), RowValues.Of(act), isPrimary ? 1L : 0L];
        return session.NullableCount("select number from trait where outlet = $1 and language = $2 and kind = $3 and act = $4 and is_primary = $5", values)
            ?? session.Insert("insert into trait (outlet, language, kind, act, is_primary) values ($1, $2, $3, $4, $5) returning number", values);
    }

    /// <summary>All traits by their numbers, in the state that the session sees or a later one; null where there is none of a number.</summary>
    public IReadOnlyList<Trait?> Read(SqlSession session)
    {
        var known = _known;
        var added = session.All(
            "select number, outlet, language, kind, act, is_primary from trait where number >= $1 order by number",
            row => new Trait(row.GetInt64(0), NullIfEmpty(row.GetString(1)), NullIfEmpty(row.GetString(2)), row.Name<QuotationKind>(3), row.Name<SpeechAct>(4), row.GetInt64(5) != 0), (long)known.Length);
        if (added.Count == 0)
            return known;
        lock (_lock)
        {
            var all = _known;
            if (added[^1].Number >= all.Length)
                Array.Resize(ref all, (int)added[^1].Number + 1);
            foreach (var trait in added)
                all[trait.Number] = trait;
            return _known = all;
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
