// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Dixit.Attributions;
using Dixit.Mentions;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Decisions;

/// <summary>The speakers who were removed, and what to leave out because of them.</summary>
internal sealed class ForgottenSpeakers(SqlSession session, Func<StatementReader> reader)
{
    private HashSet<string>? _signs;

    /// <summary>Whether nobody was removed, as mostly.</summary>
    public bool AreNone => Signs.Count == 0;

    private HashSet<string> Signs => _signs ??= [.. session.All("select sign from forgotten", row => Convert.ToHexString(row.GetBytes(0)))];

    /// <summary>Keeps by what a speaker is known again: the names that are nobody else's, and each name in its document.</summary>
    /// <returns>The names that others have too.</returns>
    public IReadOnlyList<string> Add(long speaker, long removal)
    {
        var names = session.All(
            "select name, exists (select 1 from speaker_name o where o.folded = n.folded and o.speaker <> n.speaker) from speaker_name n where speaker = $1 order by name", row => (Name: row.GetString(0), IsShared: row.GetInt64(1) != 0), speaker);
        foreach (var (name, _) in names.Where(name => !name.IsShared && IsTelling(name.Name)))
            Insert(SignOf(name), removal);
        foreach (var (document, name) in session.All(
            "select d.id, e.name from entity e join version v on v.number = e.version join document d on d.number = v.document where e.speaker = $1", row => (row.GetString(0), row.GetString(1)), speaker))
            Insert(SignOf(document, name), removal);
        _signs = null;
        return [.. names.Where(name => name.IsShared && IsTelling(name.Name)).Select(name => name.Name)];
    }

    /// <summary>Forgets nobody of a removal any more.</summary>
    public void Release(long removal)
    {
        session.Execute("delete from forgotten where removal = $1", removal);
        _signs = null;
    }

    /// <summary>Whether somebody of a document was removed.</summary>
    public bool Contains(string document, Speaker speaker) => speaker.Aliases.Prepend(speaker.Name).Any(name => Contains(document, name));

    /// <summary>Whether somebody of that name was removed.</summary>
    public bool Contains(string document, string name) => !AreNone && (Signs.Contains(Convert.ToHexString(SignOf(name))) || Signs.Contains(Convert.ToHexString(SignOf(document, name))));

    /// <summary>An analysis without what removed speakers said, and without their names; itself where there is nothing to leave out.</summary>
    public Analysis Without(Analysis analysis)
    {
        if (AreNone)
            return analysis;
        var document = analysis.Document.Id;
        bool IsForgotten(Speaker? speaker) => speaker is not null && Contains(document, speaker);
        var gone = analysis.Attributions.Where(attribution => IsForgotten(attribution.Speaker)).ToDictionary(attribution => attribution.Id);
        if (gone.Count == 0 && !analysis.Speakers.Any(IsForgotten) && !analysis.Attributions.Any(attribution => Mentions(document, attribution)))
            return analysis;
        var chains = new Dictionary<int, int>();
        for (var chain = 0; chain < analysis.Speakers.Count; chain++)
        {
            if (!IsForgotten(analysis.Speakers[chain]))
                chains.Add(chain, chains.Count);
        }

        return analysis.With(
            [.. analysis.Attributions.Where(attribution => !gone.ContainsKey(attribution.Id)).Select(attribution => Without(document, attribution, gone))],
            [.. analysis.Speakers.Where(speaker => !IsForgotten(speaker))],
            [.. analysis.Mentions.Where(mention => chains.ContainsKey(mention.Chain)).Select(mention => mention with { Chain = chains[mention.Chain] })]);
    }

    /// <summary>Forgets what is at hand.</summary>
    public void Forget() => _signs = null;

    private bool Mentions(string document, Attribution attribution) =>
        attribution.Via.Any(name => Contains(document, name)) || (attribution.Addressee is { } addressee && Contains(document, addressee));

    private Attribution Without(string document, Attribution attribution, Dictionary<int, Attribution> gone)
    {
        var parent = attribution.Parent;
        while (parent is { } outer && gone.TryGetValue(outer, out var removed))
            parent = removed.Parent;
        return attribution with
        {
            Parent = parent,
            Via = [.. attribution.Via.Where(name => !Contains(document, name))],
            Addressee = attribution.Addressee is { } addressee && Contains(document, addressee) ? null : attribution.Addressee,
        };
    }

    private void Insert(byte[] sign, long removal) => session.Execute("insert into forgotten (sign, removal) values ($1, $2) on conflict (sign, removal) do nothing", sign, removal);

    private byte[] SignOf(string name) => Hash("name", name);

    private byte[] SignOf(string document, string name) => Hash(document, name);

    private byte[] Hash(string where, string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"{where.Length} {where}\n{reader().Read(name).Folded}"))[..16];

    // A bare surname or « le maire » may be anybody's: that one counts in its document only.
    private static bool IsTelling(string name) => name.Contains(' ') && char.IsUpper(name[0]);
}
