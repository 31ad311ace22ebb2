// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>The words of a claim as they stand in a record, nothing left out inside but what the claim marks.</summary>
/// <param name="LeavesMeaningOut">Whether what the record has before, after or in a marked cut changes how the words are to be taken.</param>
internal sealed record LiteralMatch(bool LeavesMeaningOut)
{
    public static LiteralMatch? Find(StatementText record, StatementText claim)
    {
        var words = record.Words;
        var claimed = claim.Words;
        if (claimed.IsEmpty || claimed.Length > words.Length)
            return null;
        LiteralMatch? found = null;
        for (var start = 0; start + claimed.Length <= words.Length; start++)
        {
            if (words[start].Form != claimed[0].Form)
                continue;
            if (!TryFollow(words, claimed, claim.Cuts, start, out var leavesOut))
                continue;
            if (!leavesOut)
                return new LiteralMatch(false);
            found ??= new LiteralMatch(true);
        }

        return found;
    }

    private static bool TryFollow(ReadOnlySpan<StatementWord> words, ReadOnlySpan<StatementWord> claimed, ReadOnlySpan<int> cuts, int start, out bool leavesOut)
    {
        // « Mais » at the head only links the sentence to the one before.
        leavesOut = Matters(start == 1 && words[0].Kind == StatementWordKind.Restricting ? default : words[..start]);
        var at = start;
        var first = 0;
        while (first < claimed.Length)
        {
            var end = claimed.Length;
            foreach (var cut in cuts)
            {
                if (cut > first)
                {
                    end = Math.Min(end, cut);
                    break;
                }
            }

            var run = claimed[first..end];
            var found = first == 0 ? (StartsWith(words[at..], run) ? at : -1) : IndexOf(words, run, at);
            if (found < 0)
                return false;
            leavesOut |= Matters(words[at..found]);
            at = found + run.Length;
            first = end;
        }

        leavesOut |= Matters(words[at..]);
        return true;
    }

    private static int IndexOf(ReadOnlySpan<StatementWord> words, ReadOnlySpan<StatementWord> run, int from)
    {
        for (var at = from; at + run.Length <= words.Length; at++)
        {
            if (StartsWith(words[at..], run))
                return at;
        }

        return -1;
    }

    private static bool StartsWith(ReadOnlySpan<StatementWord> words, ReadOnlySpan<StatementWord> run)
    {
        if (run.Length > words.Length)
            return false;
        for (var i = 0; i < run.Length; i++)
        {
            if (words[i].Form != run[i].Form)
                return false;
        }

        return true;
    }

    private static bool Matters(ReadOnlySpan<StatementWord> words)
    {
        foreach (var word in words)
        {
            if (word.Meanings != Meanings.None || word.Kind == StatementWordKind.Restricting)
                return true;
        }

        return false;
    }
}
