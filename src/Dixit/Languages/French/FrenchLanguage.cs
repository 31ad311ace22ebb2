// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages.French;

/// <summary>The words of French, read from the lists beside this file. Immutable.</summary>
/// <remarks>
/// Every form that begins with an accent is known without it too, as capitals are often printed: « Etat », « A Paris ».
/// So « a » can be the preposition as well as the auxiliary; only the capital tells.
/// </remarks>
internal sealed partial class FrenchLanguage : Language
{
    private readonly List<ListedPhrase> _phrases = [];

    public FrenchLanguage()
    {
        var builder = new Lexicon.Builder();
        builder.KeepTogether(ReadLines("Languages/French/Frequent.txt"));
        Add(builder, "FunctionWords", WordClass.None);
        Add(builder, "Adverbs", WordClass.Adverb);
        Add(builder, "Abbreviations", WordClass.Abbreviation);
        Add(builder, "GivenNames", WordClass.GivenName);
        Add(builder, "Time", WordClass.None);
        Add(builder, "Titles", WordClass.Title);
        Add(builder, "Roles", WordClass.Role);
        Add(builder, "Persons", WordClass.PersonNoun);
        Add(builder, "Anonymous", WordClass.AnonymousNoun);
        Add(builder, "Groups", WordClass.GroupNoun);
        Add(builder, "Organisations", WordClass.OrganisationNoun);
        Add(builder, "Documents", WordClass.Document);
        Add(builder, "Occasions", WordClass.OccasionNoun);
        Add(builder, "MediaNouns", WordClass.MediumNoun);
        Add(builder, "Demonyms", WordClass.Demonym);
        var cuePhrases = FrenchVerbs.CuePhrases.GroupBy(phrase => phrase.Head, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new CuePhraseGroup(group), StringComparer.Ordinal);
        FrenchVerbs.AddTo(builder, cuePhrases);

        // A place or a thing must not change the gender of the person whose name or noun is written alike.
        Add(builder, "Places", WordClass.PlaceName, weak: true);
        Add(builder, "OrganisationNames", WordClass.OrganisationName, weak: true);
        Add(builder, "Media", WordClass.MediaName, weak: true);
        Add(builder, "Nouns", WordClass.Noun, weak: true);
        Add(builder, "Adjectives", WordClass.Adjective, weak: true);
        Grammar.AddTo(builder, Lines("Grammar"));
        Lexicon = builder.Build();
        foreach (var group in cuePhrases.Values)
            group.NumberWords(Lexicon);
    }

    public override string Code => "fr";

    public override Grammar Grammar => Grammar.Romance;

    public override Lexicon Lexicon { get; }

    public override IReadOnlyList<ListedPhrase> Phrases => _phrases;

    public override Stemmer Stemmer => FrenchStemmer.Instance;

    private void Add(Lexicon.Builder builder, string file, WordClass classes, bool weak = false)
    {
        foreach (var line in ReadLines($"Languages/French/{file}.txt"))
            WordEntry.Parse(line, classes).AddTo(builder, _phrases, weak);
    }
}
