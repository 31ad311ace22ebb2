// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading;

/// <summary>The form of an input that has no name to tell it by.</summary>
public enum InputFormat
{
    /// <summary>All of it is the text of one document.</summary>
    Text,

    /// <summary>One record, or an array of records.</summary>
    Json,

    /// <summary>A record a line.</summary>
    JsonLines,

    /// <summary>What its first bytes say without doubt, such as a page, a feed or an archive; else JSON Lines.</summary>
    Unknown,
}
