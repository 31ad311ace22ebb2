// SPDX-License-Identifier: Apache-2.0
using Dixit.Tokens;

namespace Dixit.Circumstances;

/// <summary>A newspaper, agency or channel in a text.</summary>
/// <param name="Range">Its tokens, with the noun before its name (« la chaîne Canal Valmont »), without determiner.</param>
/// <param name="Name">Its name, or null for a noun alone that stands for the last one named (« au quotidien »).</param>
/// <param name="Listed">Whether the name is a known one rather than one behind « le journal ».</param>
internal readonly record struct MediaMention(TokenRange Range, string? Name, bool Listed);
