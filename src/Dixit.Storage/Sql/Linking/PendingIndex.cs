// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Sql.Linking;

/// <summary>What is to be made findable, or findable no more, when all else of a batch is written.</summary>
/// <remarks>
/// A full-text index gathers what it is given in memory, and writes it out whenever a statement needs a savepoint of its own. Among other statements
/// that is again and again, in small parts that must be merged later; at the end it is once.
/// </remarks>
internal sealed class PendingIndex(SqlSession session, SqlDialect dialect)
{
    private readonly Dictionary<long, IndexedContent> _contents = [];
    private readonly Dictionary<long, (long? Speaker, IReadOnlyList<long> Keys)> _keys = [];
    private readonly List<long> _contentsGone = [];
    private readonly HashSet<long> _keysGone = [];

    /// <summary>Makes a content findable by its words and facets.</summary>
    public void AddContent(long content, IndexedContent indexed) => _contents[content] = indexed;

    /// <summary>Makes a content findable no more.</summary>
    public void RemoveContent(long content)
    {
        if (!_contents.Remove(content))
            _contentsGone.Add(content);
    }

    /// <summary>How many contents are to go so far.</summary>
    public int Gone => _contentsGone.Count;

    /// <summary>Lets those stay that were to go since there were so many.</summary>
    public void TakeBack(int gone) => _contentsGone.RemoveRange(gone, _contentsGone.Count - gone);

    /// <summary>Makes a wording findable by its keys.</summary>
    public void AddKeys(long wording, long? speaker, IReadOnlyList<long> keys) => _keys[wording] = (speaker, keys);

    /// <summary>Makes a wording findable by its keys no more.</summary>
    public void RemoveKeys(long wording)
    {
        if (!_keys.Remove(wording))
            _keysGone.Add(wording);
    }

    /// <summary>Writes what is to be found of contents. Rows may have come in the place of rows that went: those go first.</summary>
    public void WriteContents()
    {
        foreach (var content in _contentsGone.Distinct())
            dialect.UnindexContent(session, content);
        foreach (var (content, indexed) in _contents)
            dialect.IndexContent(session, content, indexed);
        _contents.Clear();
        _contentsGone.Clear();
    }

    /// <summary>Writes it all.</summary>
    public void Write()
    {
        WriteContents();
        foreach (var wording in _keysGone)
            dialect.UnindexKeys(session, wording);
        foreach (var (wording, (speaker, keys)) in _keys)
            dialect.IndexKeys(session, wording, speaker, keys);
        Forget();
    }

    /// <summary>Forgets all, as after a batch that was dropped.</summary>
    public void Forget()
    {
        _contents.Clear();
        _keys.Clear();
        _contentsGone.Clear();
        _keysGone.Clear();
    }
}
