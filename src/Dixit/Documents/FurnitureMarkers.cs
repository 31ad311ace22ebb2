// SPDX-License-Identifier: Apache-2.0
using Dixit.Languages;

namespace Dixit.Documents;

/// <summary>The wordings of a language's <c>Furniture.txt</c>, found in a text letter by letter: sites glue them to what follows.</summary>
/// <remarks>Case, accents, apostrophes and the kind and number of spaces do not count. Immutable.</remarks>
internal sealed class FurnitureMarkers
{
    private const int Places = (int)FurniturePlace.Network + 1;
    private const int Letters = 128;

    private readonly Marker[][] _byLetter = new Marker[Places * Letters][]; // those that begin with a plain letter or mark, by place and letter
    private readonly Dictionary<(FurniturePlace Place, char First), Marker[]> _others = [];
    private readonly HashSet<string> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _wordsInText;

    public FurnitureMarkers(Language language)
    {
        var markers = new Dictionary<(FurniturePlace Place, char First), List<Marker>>();
        _words = new HashSet<string>(FoldedComparer.Instance);
        var kind = "";
        var place = FurniturePlace.Whole;
        foreach (var line in language.Lines("Furniture"))
        {
            if (line[0] == '[' && line[^1] == ']')
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                kind = line[1..colon];
                place = Enum.Parse<FurniturePlace>(line.AsSpan(colon + 1, line.Length - colon - 2).Trim(), ignoreCase: true);
                continue;
            }

            if (place == FurniturePlace.Word)
            {
                _words.Add(line);
                continue;
            }

            var key = (place, Bare(line[0]));
            if (!markers.TryGetValue(key, out var list))
                markers.Add(key, list = []);
            list.Add(new Marker(string.Concat(line.Select(Bare)), kind));
        }

        _wordsInText = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var ((where, first), list) in markers)
        {
            Marker[] longestFirst = [.. list.OrderByDescending(marker => marker.Text.Length)];
            if (first < Letters)
                _byLetter[((int)where * Letters) + first] = longestFirst;
            else
                _others.Add((where, first), longestFirst);
        }
    }

    /// <summary>Whether a word can be part of a line that tells when the article was published.</summary>
    public bool IsPublishedWord(ReadOnlySpan<char> word) => _wordsInText.Contains(word);

    /// <summary>The longest marker of a place that begins at the offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it must begin.</param>
    /// <param name="end">Where it must have ended.</param>
    /// <param name="place">Which markers.</param>
    /// <param name="kind">The kind of furniture.</param>
    /// <param name="length">The characters of the text that it covers.</param>
    public bool TryMatch(string text, int start, int end, FurniturePlace place, out string kind, out int length)
    {
        kind = "";
        length = 0;
        if (start >= end)
            return false;
        var first = Bare(text[start]);
        var markers = first < Letters ? _byLetter[((int)place * Letters) + first] : _others.GetValueOrDefault((place, first));
        if (markers is null)
            return false;
        var second = start + 1 < end ? Bare(text[start + 1]) : ' ';
        foreach (var marker in markers)
        {
            if (marker.Second != second && marker.Second != ' ')
                continue;
            length = MatchedLength(text, start, end, marker.Text);
            if (length > 0)
            {
                kind = marker.Kind;
                return true;
            }
        }

        return false;
    }

    // The word must end there, or a capital be glued to it: « À lire aussiTempête : … ».
    private static int MatchedLength(string text, int start, int end, string marker)
    {
        var at = start;
        for (var i = 0; i < marker.Length; i++)
        {
            if (marker[i] == ' ')
            {
                if (at >= end || !char.IsWhiteSpace(text[at]))
                {
                    if (marker.Length > i + 1 && !char.IsLetterOrDigit(marker[i + 1]))
                        continue; // « Tags: » for « tags : »
                    return 0;
                }

                while (at < end && char.IsWhiteSpace(text[at]))
                    at++;
                continue;
            }

            if (at >= end || Bare(text[at]) != marker[i])
                return 0;
            at++;
        }

        if (at < end && char.IsLetterOrDigit(text[at]) && char.IsLetter(text[at - 1])
            && !(char.IsUpper(text[at]) && (char.IsLower(text[at - 1]) || (at + 1 < end && char.IsLower(text[at + 1])))))
        {
            return 0;
        }

        return at - start;
    }

    private static char Bare(char c) => Lexicon.Fold(c) switch
    {
        'à' or 'â' or 'ä' => 'a',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'î' or 'ï' => 'i',
        'ô' or 'ö' => 'o',
        'ù' or 'û' or 'ü' => 'u',
        'ç' => 'c',
        var folded => folded,
    };

    private sealed record Marker(string Text, string Kind)
    {
        /// <summary>Its second letter, which tells it from most of its place; a space where it has none.</summary>
        public char Second { get; } = Text.Length > 1 ? Text[1] : ' ';
    }
}

/// <summary>Where in a line a marker of furniture has to stand; the names are those of <c>Furniture.txt</c>.</summary>
internal enum FurniturePlace
{
    /// <summary>It is the line.</summary>
    Whole,

    /// <summary>The line begins with it.</summary>
    Start,

    /// <summary>A short line holds it.</summary>
    Inside,

    /// <summary>It stands before a colon or a dash, or alone, and is all that is marked.</summary>
    Label,

    /// <summary>It begins a link, or stands alone above one.</summary>
    Title,

    /// <summary>In capitals inside a paragraph.</summary>
    Middle,

    /// <summary>It begins a line of dates.</summary>
    Lead,

    /// <summary>A word that a line of dates is made of.</summary>
    Word,

    /// <summary>The name of a section of the site.</summary>
    Section,

    /// <summary>It stands behind the headline.</summary>
    Tail,

    /// <summary>It begins a line that names a network.</summary>
    Invite,

    /// <summary>The name of a social network.</summary>
    Network,
}
