// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using System.Diagnostics;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Dixit.Reading.Pages;

/// <summary>Stands between the tokenizer and the tree, and keeps pages that were made to be expensive from being so.</summary>
/// <remarks>
/// The tree construction of HTML looks through the open elements at nearly every tag, and copies every open formatting element into
/// every paragraph: a page that opens a million of either would take hours. So elements below a depth that no real page has are left
/// out, their text staying in the deepest one that is kept, and a page with too many pieces in all is given up. One guard serves one page.
/// </remarks>
internal sealed class ParseGuard
{
    private const int MostOpen = 400;
    private const int MostFormatting = 40;
    private const long MostPieces = 6_000_000;
    private const int PiecesBetweenLooks = 4096;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    // Tags that are closed by their like, or that cannot be open twice; all others are counted until they are closed.
    private static readonly FrozenSet<string> _uncounted = FrozenSet.ToFrozenSet(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "p", "html", "head", "body"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> _formatting = FrozenSet.ToFrozenSet(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> _left = FrozenSet.ToFrozenSet(["select", "option", "optgroup", "datalist"], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _uncountedNames = _uncounted.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _formattingNames = _formatting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _leftNames = _left.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<int> _open = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly CancellationToken _cancellation;
    private int _formattingOpen;
    private long _pieces;
    private int _untilLook = PiecesBetweenLooks;
    private bool _inOption;

    /// <summary>Makes a guard for one page.</summary>
    /// <param name="cancellation">Ends the parsing by an <see cref="OperationCanceledException"/>.</param>
    public ParseGuard(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Whether the page was given up.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Hands a token on to the tree, or does not.</summary>
    public TokenConsumptionResult Take(ref StructHtmlToken token, TokenConsumer next)
    {
        _pieces += 1 + _formattingOpen;
        if (_pieces > MostPieces || (--_untilLook == 0 && IsTooLong()))
        {
            GaveUp = true;
            return TokenConsumptionResult.Stop;
        }

        var wanted = token.Type switch
        {
            HtmlTokenType.StartTag => Opens(token.Name.Memory.Span, token.IsSelfClosing),
            HtmlTokenType.EndTag => Closes(token.Name.Memory.Span),
            HtmlTokenType.Character => !_inOption,
            _ => true,
        };
        if (wanted)
            next(ref token);
        return TokenConsumptionResult.Continue;
    }

    private bool IsTooLong()
    {
        _cancellation.ThrowIfCancellationRequested();
        _untilLook = PiecesBetweenLooks;
        return Stopwatch.GetElapsedTime(_started) > _longest;
    }

    private bool Opens(ReadOnlySpan<char> name, bool closesItself)
    {
        // Choices of a form are no text of the page, and nested ones make the tree slow.
        _inOption = name is "option";
        if (_leftNames.Contains(name))
            return false;
        if (_uncountedNames.Contains(name))
            return true;
        if (_formattingNames.Contains(name))
        {
            if (_formattingOpen >= MostFormatting)
                return false;
            _formattingOpen++;
            return true;
        }

        var key = KeyOf(name);
        if (_open.Count > 0 && _open[^1] == key && name is "li" or "dd" or "dt" or "td" or "th" or "tr")
            return true;
        if (_open.Count >= MostOpen)
            return false;
        if (!closesItself)
            _open.Add(key);
        return true;
    }

    private bool Closes(ReadOnlySpan<char> name)
    {
        _inOption = false;
        if (_leftNames.Contains(name))
            return false;
        if (_formattingNames.Contains(name))
        {
            if (_formattingOpen > 0)
                _formattingOpen--;
            return true;
        }

        var at = _open.LastIndexOf(KeyOf(name));
        if (at >= 0)
            _open.RemoveRange(at, _open.Count - at);
        return true;
    }

    // Two names with one key only make the count of open elements less exact.
    private static int KeyOf(ReadOnlySpan<char> name) => string.GetHashCode(name);
}
