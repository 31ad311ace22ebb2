// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Storage;

/// <summary>The codes of all problems that a ledger can report. A code never changes its meaning.</summary>
/// <remarks>The messages stand here too, so that they can be read side by side.</remarks>
public static class LedgerProblems
{
    /// <summary>There is no ledger where one was to be asked.</summary>
    public const string NotFound = "DX2101";

    /// <summary>The file is something else, or damaged beyond opening.</summary>
    public const string NotALedger = "DX2102";

    /// <summary>The ledger was written by a newer version of Dixit.</summary>
    public const string TooNew = "DX2103";

    /// <summary>Another process writes to the ledger and did not come to its end in the time given.</summary>
    public const string Busy = "DX2104";

    /// <summary>The ledger has an older form, which can only be brought up to date by somebody who may write to it.</summary>
    public const string TooOld = "DX2105";

    /// <summary>The system does not let the ledger be read or written, or the disk is full.</summary>
    public const string Unusable = "DX2106";

    /// <summary>There is no document, statement, speaker or correction of that id.</summary>
    public const string NoSuchId = "DX2107";

    /// <summary>The words asked for hold no word.</summary>
    public const string NoWords = "DX2110";

    /// <summary>The place to continue from is not one that a search gave.</summary>
    public const string WrongCursor = "DX2111";

    /// <summary>A name fits several speakers, and one was needed.</summary>
    public const string Ambiguous = "DX2120";

    /// <summary>A correction would decide nothing.</summary>
    public const string NothingToDecide = "DX2121";

    /// <summary>A document was removed from the ledger, and so left out when it was read again.</summary>
    public const string WasRemoved = "DX2122";

    /// <summary>A span that a correction names does not lie in the text, or is not one.</summary>
    public const string WrongSpan = "DX2123";

    internal static LedgerException ReportNotFound(string place) =>
        new(NotFound, $"{place}: there is no ledger; dixit read makes one");

    internal static LedgerException ReportNotALedger(string place, string what) =>
        new(NotALedger, $"{place}: is not a ledger that can be opened: {what}");

    internal static LedgerException ReportTooNew(string place, int found, int known) =>
        new(TooNew, $"{place}: the ledger has form {found}, this version of Dixit knows forms up to {known}; a newer version is needed");

    internal static LedgerException ReportBusy(string place, WriterInfo? holder, TimeSpan waited) =>
        new(Busy, $"{place}: after {waited.TotalSeconds:0.#} s still written to by {(holder is null ? "another process" : $"process {holder.ProcessId} on {holder.Host} since {holder.Since:yyyy-MM-dd HH:mm:ss}")}; nothing was changed");

    internal static LedgerException ReportTooOld(string place, int found, int known, Exception exception) =>
        new(TooOld, $"{place}: the ledger has form {found} and has to be brought to form {known}, but cannot be written to", exception);

    internal static LedgerException ReportUnusable(string place, Exception exception) =>
        new(Unusable, $"{place}: {exception.Message.TrimEnd('.')}", exception);

    internal static LedgerException ReportNoSuchId(string what, string id) =>
        new(NoSuchId, $"there is no {what} \"{id}\" in the ledger");

    internal static LedgerException ReportNoSuchAttribution(string document, int number) =>
        new(NoSuchId, $"there is no attribution {number} in document \"{document}\"");

    internal static LedgerException ReportAmbiguous(string name, IReadOnlyList<string> ids) =>
        new(Ambiguous, $"\"{name}\" fits {ids.Count} speakers; name one by its id: {string.Join(", ", ids.Take(10))}{(ids.Count > 10 ? ", …" : "")}");

    internal static LedgerException ReportNothingToDecide(string why) =>
        new(NothingToDecide, $"nothing was decided: {why}");

    internal static LedgerException ReportWrongSpan(TextSpan span, string document, int length) =>
        new(WrongSpan, $"{span} is no span of the text of \"{document}\", which has {length} characters");

    internal static LedgerException ReportNoWords(string asked) =>
        new(NoWords, $"there is no word to look for in \"{asked}\"");

    internal static LedgerException ReportWrongCursor(string cursor) =>
        new(WrongCursor, $"\"{cursor}\" is not a place that this search can go on from");
}
