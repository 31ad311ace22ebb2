// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Dixit.Quotations;

namespace Dixit.Storage.Sql.Linking;

/// <summary>All wordings of one speaker, by their words and by the keys that candidates share.</summary>
internal sealed class SpeakerWordings
{
    private readonly Dictionary<(string Text, QuotationKind Kind, string? Language), Wording> _byText = [];
    private readonly Dictionary<long, List<Wording>> _byKey = [];
    private readonly Dictionary<long, Wording> _byNumber = [];
    private readonly Dictionary<long, List<Wording>> _byComponent = [];

    public int Count => _byNumber.Count;

    public IReadOnlyList<Wording> All => [.. _byNumber.Values];

    /// <summary>When it was last needed, so that what was not for long can be let go.</summary>
    public long LastUse { get; set; }

    public Wording? Find(string text, QuotationKind kind, string? language) => _byText.GetValueOrDefault((text, kind, language));

    public Wording? Find(long number) => _byNumber.GetValueOrDefault(number);

    public void Add(Wording wording)
    {
        _byText.Add((wording.Text, wording.Kind, wording.Language), wording);
        _byNumber.Add(wording.Number, wording);
        MembersOf(wording.Component).Add(wording);
        foreach (var key in wording.Keys)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out _);
            (list ??= new List<Wording>(1)).Add(wording);
        }
    }

    public void Remove(Wording wording)
    {
        _byText.Remove((wording.Text, wording.Kind, wording.Language));
        _byNumber.Remove(wording.Number);
        MembersOf(wording.Component).Remove(wording);
        foreach (var key in wording.Keys)
        {
            if (_byKey.TryGetValue(key, out var list) && list.Remove(wording) && list.Count == 0)
                _byKey.Remove(key);
        }
    }

    /// <summary>The other wordings that share a key, each once.</summary>
    public HashSet<Wording> Candidates(Wording wording)
    {
        var candidates = new HashSet<Wording>();
        foreach (var key in wording.Keys)
        {
            if (_byKey.TryGetValue(key, out var list))
                candidates.UnionWith(list);
        }

        candidates.Remove(wording);
        return candidates;
    }

    /// <summary>The wordings of a component.</summary>
    public IReadOnlyList<Wording> Members(long component) => MembersOf(component);

    /// <summary>Makes one component of two and returns its number.</summary>
    public long Join(long left, long right)
    {
        if (left == right)
            return left;
        var (kept, lost) = MembersOf(left).Count >= MembersOf(right).Count ? (left, right) : (right, left);
        var members = MembersOf(kept);
        foreach (var wording in MembersOf(lost))
        {
            wording.Component = kept;
            members.Add(wording);
        }

        _byComponent.Remove(lost);
        return kept;
    }

    /// <summary>Makes each wording of a component one of its own, to be joined again.</summary>
    public IReadOnlyList<Wording> Dissolve(long component)
    {
        var members = MembersOf(component);
        _byComponent.Remove(component);
        foreach (var wording in members)
        {
            wording.Component = wording.Number;
            MembersOf(wording.Number).Add(wording);
        }

        return members;
    }

    private List<Wording> MembersOf(long component)
    {
        ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(_byComponent, component, out _);
        return members ??= new List<Wording>(1);
    }
}
