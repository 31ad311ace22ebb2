// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Tokens;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, with inner hyphens and a final apostrophe where the word is elided.</summary>
    Word,

    /// <summary>Digits with their separators, ordinals and times (« 100.000 », « 8h30 », « 1er »).</summary>
    Number,

    /// <summary>A full stop, exclamation or question mark, or an ellipsis.</summary>
    SentenceEnd,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A dash that stands as punctuation, not inside a word.</summary>
    Dash,

    /// <summary>An opening or closing quote mark, of whichever side.</summary>
    QuoteMark,

    /// <summary>An opening bracket.</summary>
    OpenBracket,

    /// <summary>A closing bracket.</summary>
    CloseBracket,

    /// <summary>A web or mail address, a hashtag or an account name.</summary>
    Address,

    /// <summary>Anything else: symbols, emoji, bullets.</summary>
    Symbol,
}
