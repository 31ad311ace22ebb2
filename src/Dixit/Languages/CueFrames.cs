// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages;

/// <summary>In which constructions a verb reports. The names in brackets are those of <c>Cues.txt</c>.</summary>
[Flags]
internal enum CueFrames : uint
{
    None = 0,

    /// <summary>Beside or inside a quotation: « …, lâche-t-il » (<c>quote</c>).</summary>
    Quote = 1 << 0,

    /// <summary>With a clause: « affirme que » (<c>that</c>).</summary>
    That = 1 << 1,

    /// <summary>With a question: « demande si » (<c>whether</c>).</summary>
    Whether = 1 << 2,

    /// <summary>With a bare infinitive: « dit avoir vu » (<c>inf</c>).</summary>
    Infinitive = 1 << 3,

    /// <summary>With de and an infinitive, with or without a person before it: « promet de », « accuse X de » (<c>of-inf</c>).</summary>
    OfInfinitive = 1 << 4,

    /// <summary>With à and an infinitive, with or without a person before it: « appelle X à » (<c>to-inf</c>).</summary>
    ToInfinitive = 1 << 5,

    /// <summary>With pour and an infinitive or « pour que »: « plaide pour » (<c>for-inf</c>).</summary>
    ForInfinitive = 1 << 6,

    /// <summary>With an object that carries quoted words: « dénonce "un scandale" » (<c>object</c>).</summary>
    QuotedObject = 1 << 7,

    /// <summary>With an object and a predicate: « qualifie X de "Y" », « décrit X comme » (<c>predicate</c>).</summary>
    Predicate = 1 << 8,

    /// <summary>With an object that is an event or a figure: « fait état de dix morts » (<c>event</c>).</summary>
    EventObject = 1 << 9,

    /// <summary>Reports only as a reflexive: « s'est félicité de » (<c>reflexive</c>).</summary>
    ReflexiveOnly = 1 << 10,

    /// <summary>With a clause before it and the subject after it: « …, a averti X » without marks (<c>after</c>).</summary>
    AfterClause = 1 << 11,

    /// <summary>A thought that nobody need have voiced; with « que » alone it is doubtful: « sait que » (<c>thought</c>).</summary>
    Thought = 1 << 12,

    /// <summary>Often no report at all with a thing as subject: « montrer », « expliquer » (<c>person</c>): the subject must be able to speak.</summary>
    NeedsPerson = 1 << 13,

    /// <summary>Not a verb of saying by itself (« sourire », « soupirer », « conclure », « commencer »): reports only beside a full quotation (<c>manner</c>).</summary>
    Manner = 1 << 14,

    /// <summary>Hands on what another said: « relate l'Équipe », « rapporte » (<c>relay</c>).</summary>
    Relay = 1 << 15,

    /// <summary>With a clause that no word opens: « said the wall would hold » (<c>bare</c>).</summary>
    Bare = 1 << 16,

    /// <summary>With an object that stands for a position or a demand: « condemned the closure », « called for an inquiry » (<c>stance</c>).</summary>
    Stance = 1 << 17,
}
