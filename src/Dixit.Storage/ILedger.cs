// SPDX-License-Identifier: Apache-2.0
using Dixit.Statements;

namespace Dixit.Storage;

/// <summary>Everything that was read, and who said what in it.</summary>
/// <remarks>Any number of threads and processes may ask while one of them writes; each question is answered from one state, that of
/// the last commit before it was put. Bad questions and a ledger that cannot be used throw <see cref="LedgerException"/>.</remarks>
public interface ILedger : IDisposable
{
    /// <summary>Waits for its turn, makes the ledger if there is none yet, brings an older one up to date, and opens it for writing.</summary>
    /// <exception cref="LedgerException">Another writer did not end in the time given, or the ledger is newer than this program.</exception>
    /// <exception cref="OperationCanceledException">The waiting was cancelled.</exception>
    ILedgerWriter OpenWriter(WriterOptions? options = null, CancellationToken cancellation = default);

    /// <summary>The counts of what is kept.</summary>
    LedgerInfo Describe();

    /// <summary>The runs that wrote, the first one first.</summary>
    IReadOnlyList<RunInfo> Runs();

    /// <summary>The statements that a question fits.</summary>
    StatementPage Find(StatementQuery query);

    /// <summary>All statements that a question fits, whatever its limit and its cursor; read as they are asked for, from one state.</summary>
    IEnumerable<FoundStatement> FindAll(StatementQuery query);

    /// <summary>How what a question finds is spread over outlets, speakers, acts, forms, languages and days.</summary>
    /// <param name="query">The question; its order, its limit and its cursor do not matter.</param>
    /// <param name="most">How many reports to look at at most: those read last. <see cref="int.MaxValue"/> is all of them, which of a large ledger takes a while.</param>
    StatementFacets Facets(StatementQuery query, int most = 1000);

    /// <summary>Both answers to a question, <see cref="Find"/> and <see cref="Facets"/>, for little more than the price of one.</summary>
    /// <param name="query">The question; its order, its limit and its cursor do not matter to the facets.</param>
    /// <param name="most">How many reports to look at at most for the facets: those read last.</param>
    SpreadPage FindSpread(StatementQuery query, int most = 1000);

    /// <summary>A statement with all its reports, or null where there is none.</summary>
    /// <param name="id">Its id, or one that it had before.</param>
    StoredStatement? FindStatement(string id);

    /// <summary>Holds words that somebody is claimed to have said against the record.</summary>
    /// <param name="words">The words; what was left out may be marked « […] » or « … ».</param>
    /// <param name="by">The id of a speaker, or a name or part of one; null where any speaker will do.</param>
    /// <param name="until">The day by which it must have been said, or null.</param>
    ClaimCheck Check(string words, string? by = null, DateOnly? until = null);

    /// <summary>The speakers that an id, a name or a part of a name fits, or all; the most quoted first.</summary>
    /// <param name="name">The id or name, or null for all.</param>
    /// <param name="limit">How many at most.</param>
    IReadOnlyList<StoredSpeaker> Speakers(string? name = null, int limit = 100);

    /// <summary>A document with what was found in it, or null where there is none of that id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Which version, from 1, or null for the current one.</param>
    StoredDocument? FindDocument(string id, int? version = null);

    /// <summary>The bytes that a document was read from, or null where they were not kept.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Which version, from 1, or null for the current one.</param>
    /// <exception cref="LedgerException">The ledger is damaged there.</exception>
    byte[]? FindOriginal(string id, int? version = null);

    /// <summary>The documents, the one taken in last first.</summary>
    DocumentPage Documents(DocumentQuery query);

    /// <summary>The attributions of which the engine is less sure than so, and about whose speaker nobody has decided.</summary>
    /// <param name="below">The confidence that they do not reach.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor"><see cref="DoubtfulPage.Next"/> of the same question, or null for the beginning.</param>
    DoubtfulPage Doubtful(double below, int limit = 20, string? cursor = null);

    /// <summary>The attributions of which the engine found no speaker, or cannot tell what it is, and about which nobody has decided.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor"><see cref="DoubtfulPage.Next"/> of the same question, or null for the beginning.</param>
    DoubtfulPage Unattributed(int limit = 20, string? cursor = null);

    /// <summary>The versions of a document, the first one first, with what each changed; empty where there is no such document.</summary>
    IReadOnlyList<DocumentVersion> Versions(string id);

    /// <summary>The documents in their current version, in the ordinal order of their ids; read as they are asked for.</summary>
    /// <param name="query">
    /// What an attribution must fit to be there, or null for all; its order, its limit and its cursor do not matter. Where it asks of anything but the
    /// outlet and the day, documents are left out in which nothing fits.
    /// </param>
    IEnumerable<StoredDocument> Export(StatementQuery? query = null);

    /// <summary>The documents in whose current version somebody corrected something, as they are now; in the ordinal order of their ids, read as they are asked for.</summary>
    IEnumerable<StoredDocument> Corrected();

    /// <summary>What people decided and did not undo, the first one first.</summary>
    IReadOnlyList<StoredCorrection> Corrections();

    /// <summary>Who is quoted how much, by whom and how.</summary>
    /// <param name="query">Which quotes count, or null for all; its order, its limit and its cursor do not matter.</param>
    /// <param name="limit">How many speakers, and pairs of outlet and speaker, at most.</param>
    LedgerStatistics Count(StatementQuery? query = null, int limit = 10);

    /// <summary>What was taken out for good, the first one first.</summary>
    IReadOnlyList<Removal> Removals();

    /// <summary>Looks for damage; what it finds, in words, or nothing.</summary>
    IReadOnlyList<string> FindDamage();

    /// <summary>Gives back the room that removed things took.</summary>
    void Vacuum();

    /// <summary>Copies the ledger as it is now to a place where there is nothing yet; reading and writing may go on meanwhile.</summary>
    void BackUp(string place);
}
