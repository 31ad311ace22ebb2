// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Languages.French;

/// <summary>The words of French, read from the lists beside this file. Immutable.</summary>
/// <remarks>
/// Every form that begins with an accent is known without it too, as capitals are often printed: « Etat », « A Paris ».
/// So « a » can be the preposition as well as the auxiliary; only the capital tells.
/// </remarks>
internal sealed partial class FrenchLanguage : Language
{
    public FrenchLanguage()
    {
        var builder = new Lexicon.Builder();
        builder.KeepTogether(Lines("Frequent"));
        Lexicon = Build(builder, FrenchVerbs.CuePhrases, FrenchVerbs.AddTo);
    }

    public override string Code => "fr";

    public override Grammar Grammar => Grammar.Romance;

    public override Lexicon Lexicon { get; }

    public override Stemmer Stemmer => FrenchStemmer.Instance;
}
