// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Storage;

/// <summary>The one who writes to a ledger, until disposed of.</summary>
/// <remarks>Documents are kept in batches: what was added since the last commit is kept whole by the next one, or not at all. Disposing without
/// <see cref="Commit"/> drops the batch that is open. Safe for several threads, one of which works at a time.</remarks>
public interface ILedgerWriter : IDisposable
{
    /// <summary>What adding this document would do, without analysing it, as far as the last commit tells: what the open batch did to it is not seen.</summary>
    AddOutcome Compare(Document document, AddOptions? options = null);

    /// <summary>Does the part of adding a document that needs nothing of the ledger. Any number of threads may, while one works on the ledger.</summary>
    /// <param name="analysis">The document and all that was found in it.</param>
    PreparedDocument Prepare(Analysis analysis);

    /// <summary>Takes a document in. The same document twice changes nothing; a changed text is a new version, and the old one is kept.</summary>
    /// <param name="document">The document and all that was found in it.</param>
    /// <param name="options">What to know of the document beside its text, or null.</param>
    AddOutcome Add(PreparedDocument document, AddOptions? options = null);

    /// <summary>As <see cref="Add(PreparedDocument, AddOptions?)"/>, for who has nothing else to do meanwhile.</summary>
    /// <param name="analysis">The document and all that was found in it.</param>
    /// <param name="options">What to know of the document beside its text, or null.</param>
    AddOutcome Add(Analysis analysis, AddOptions? options = null) => Add(Prepare(analysis), options);

    /// <summary>Keeps the bytes that the current version of a document was read from, unless it has some. They are removed with it.</summary>
    /// <param name="document">The id of the document.</param>
    /// <param name="original">Its bytes.</param>
    /// <returns>False where there is no such document.</returns>
    bool KeepOriginal(string document, PackedOriginal original);

    /// <summary>Counts a document of this run as unchanged if it is, so that it need not be analysed.</summary>
    /// <returns>False where it must be analysed and added after all; nothing was done then.</returns>
    bool TrySkip(Document document, AddOptions? options = null);

    /// <summary>Counts a document of this run that could not be read.</summary>
    void CountFailure();

    /// <summary>Takes a document out for good, in all its versions, and keeps a record that this was done, without its text.</summary>
    /// <remarks>It is left out when it is read again, unless <see cref="WriterOptions.TakesBack"/>. What was in the room that it took is gone after
    /// <see cref="ILedger.Vacuum"/>.</remarks>
    /// <returns>False where there is no document of that id.</returns>
    bool RemoveDocument(string id, string? reason = null);

    /// <summary>Takes a speaker out for good: the names, and all that the speaker is reported to have said, now and in what is read later.</summary>
    /// <param name="speaker">The id, or a name that fits no other.</param>
    /// <param name="reason">Why, or null.</param>
    /// <remarks>The texts of documents stay as they are. What keeps the speaker out is a hash of the names. It is kept at once, with the batch that is open.</remarks>
    /// <exception cref="LedgerException">There is no such speaker, or the name fits several.</exception>
    SpeakerRemoval RemoveSpeaker(string speaker, string? reason = null);

    /// <summary>Lets a document or a speaker that was removed come in again, when it is next read.</summary>
    /// <param name="id">The id that it had.</param>
    /// <returns>False where nothing of that id was removed.</returns>
    bool TakeBack(string id);

    /// <summary>Keeps what a person decided, and applies it: now, and whenever something is found again.</summary>
    /// <returns>The number under which it is listed and undone.</returns>
    /// <remarks>It is kept at once, with the batch that is open.</remarks>
    /// <exception cref="LedgerException">What it is about is not there, or it would decide nothing. Nothing was changed.</exception>
    CorrectionOutcome Correct(Correction correction);

    /// <summary>Takes people in who are known whether documents show them or not. Those who are there by their Wikidata id, or by their name, are brought up to date.</summary>
    /// <param name="people">The people, each once.</param>
    /// <remarks>They come before what documents show: a role is held on the days that the list says, by the one it says. Sightings that this may concern are linked
    /// anew. It is kept at once, with the batch that is open.</remarks>
    ListOutcome Import(IReadOnlyList<ListedPerson> people);

    /// <summary>Takes a correction back, as if it had never been made.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>False where there is none of that number, or it was undone before.</returns>
    bool Undo(long number);

    /// <summary>Keeps what was done since the last commit.</summary>
    void Commit();
}
