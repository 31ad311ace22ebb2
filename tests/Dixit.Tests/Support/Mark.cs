// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Tests.Support;

/// <summary>What a marked span is. The names in lower case are those of the notation.</summary>
internal enum MarkRole
{
    Source,
    Cue,
    Content,
    Quoted,
    Mention,
}

/// <summary>One marked span.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Id">Which attribution or chain it belongs to; 0 where the notation leaves the id out.</param>
/// <param name="Span">Offsets into the text without its marks.</param>
internal sealed record Mark(MarkRole Role, int Id, TextSpan Span);
