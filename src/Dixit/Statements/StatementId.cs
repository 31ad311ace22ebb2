// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Statements;

/// <summary>Ids of statements and speakers: made from evidence, so that the same archive gives the same ids on every machine.</summary>
public static class StatementId
{
    // Without letters that are taken for figures or for one another.
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private const int Length = 12; // of 5 bits: a million ids collide with a chance of one in two million

    /// <summary>The id of a statement whose earliest evidence stands there: <c>s-</c> and twelve letters and figures.</summary>
    public static string Of(string document, int start, string folded)
    {
        ArgumentNullException.ThrowIfNull(document);
        var hash = StatementHash.Add(StatementHash.Start, document);
        hash = StatementHash.Add(StatementHash.Add(hash, "\n"), (ulong)start);
        return Write("s-", StatementHash.Finish(StatementHash.Add(StatementHash.Add(hash, "\n"), folded)));
    }

    /// <summary>The id of a speaker first met under a name in a document: <c>p-</c> and twelve letters and figures.</summary>
    /// <param name="document">The document's id.</param>
    /// <param name="name">The name as the document gives it.</param>
    /// <param name="namesake">How many of that name the document has before.</param>
    public static string OfSpeaker(string document, string name, int namesake = 0)
    {
        ArgumentNullException.ThrowIfNull(document);
        var hash = StatementHash.Add(StatementHash.Add(StatementHash.Start, document), "\n");
        hash = StatementHash.Add(hash, name);
        return Write("p-", StatementHash.Finish(namesake == 0 ? hash : StatementHash.Add(hash, (ulong)namesake)));
    }

    private static string Write(string prefix, ulong hash) => string.Create(prefix.Length + Length, (prefix, hash), static (target, state) =>
    {
        state.prefix.CopyTo(target);
        var rest = state.hash;
        for (var i = target.Length - 1; i >= state.prefix.Length; i--)
        {
            target[i] = Digits[(int)(rest & 31)];
            rest >>= 5;
        }
    });
}
