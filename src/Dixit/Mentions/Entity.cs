// SPDX-License-Identifier: Apache-2.0
using Dixit.Tokens;

namespace Dixit.Mentions;

/// <summary>Somebody or something of one document while its mentions are gathered.</summary>
internal sealed class Entity(int index)
{
    private List<TokenRange>? _names;

    /// <summary>Its place among the document's entities.</summary>
    public int Index => index;

    /// <summary>The name's words in each of its forms, in the order of the text; empty for one that is only described.</summary>
    public List<TokenRange> Names => _names ??= [];

    /// <summary>What it is called where it has no name: its noun phrase without determiner.</summary>
    public TokenRange Description { get; set; }

    /// <summary>What its first phrase was.</summary>
    public PhraseKind Kind { get; set; }

    /// <summary>The gender that pronouns agree with, a person's or a noun's.</summary>
    public Gender Gender { get; set; }

    public bool Plural { get; set; }

    /// <summary>The first role stated of it, without determiner; empty where none is.</summary>
    public TokenRange Role { get; set; }

    /// <summary>The head of the first description that was found to mean it, or -1.</summary>
    public int Called { get; set; } = -1;

    /// <summary>The state that a demonym before its name ascribes it to, or null.</summary>
    public string? State { get; set; }

    /// <summary>The state, body or name that its name stands for by the word lists, or null.</summary>
    public string? Stands { get; set; }

    /// <summary>The token of the first mention.</summary>
    public int FirstMention { get; set; } = -1;

    /// <summary>The token of the latest mention so far.</summary>
    public int LastMention { get; set; } = -1;

    /// <summary>The entity that this one proved to be, or null.</summary>
    public Entity? Merged { get; set; }

    public bool IsNamed => _names is { Count: > 0 };

    public bool IsPerson => Kind is PhraseKind.PersonName or PhraseKind.Role or PhraseKind.Person or PhraseKind.Demonym;

    /// <summary>How often it is named.</summary>
    public int Mentions { get; set; }

    /// <summary>Whether a description of a person can mean it: a person, or a name of several words of which nothing else is known.</summary>
    public bool MayBePerson => IsPerson || Kind is PhraseKind.Anonymous || (Kind == PhraseKind.UnknownName && Names.Exists(static name => name.Count > 1));

    /// <summary>The entity that this one proved to be in the end, or itself.</summary>
    public Entity Root
    {
        get
        {
            var root = this;
            while (root.Merged is { } other)
                root = other;
            if (root != this)
                Merged = root; // the next look-up is one step
            return root;
        }
    }
}
