// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>What wordings are looked for.</summary>
/// <param name="Speaker">The row of the speaker.</param>
/// <param name="Text">The words.</param>
/// <param name="Near">Within which days what shares few keys must have been told; null for all days.</param>
internal sealed record CandidateQuery(long Speaker, StatementText Text, (DateOnly First, DateOnly Last)? Near)
{
    /// <summary>Looks for what may say the same as a text that was told on some days.</summary>
    /// <param name="speaker">The row of the speaker.</param>
    /// <param name="text">The words.</param>
    /// <param name="days">When they were told, in ascending order, null for a day that is not known.</param>
    public static CandidateQuery Of(long speaker, StatementText text, IReadOnlyList<DateOnly?> days) => new(
        speaker, text, days is [{ } first, ..] ? (first.AddDays(-StatementTimes.NearDays), days[^1]!.Value.AddDays(StatementTimes.NearDays)) : null);

    /// <summary>Whether a wording that shares so many keys is to be compared; what <see cref="SqlDialect.FindLinked"/> asks of each.</summary>
    public bool Takes(Wording wording, int shared)
    {
        var keys = wording.Text.LinkKeys.Count;
        if (shared < 2 && keys >= StatementText.FewKeys && !Text.IsShort)
            return false;
        return Near is not { } near || shared * StatementTimes.SharedLater >= Math.Min(keys, Text.LinkKeys.Count)
            || wording.Days is not [{ } first, ..] || (first <= near.Last && wording.Days[^1] >= near.First);
    }
}
