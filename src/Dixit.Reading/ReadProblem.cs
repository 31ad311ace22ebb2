// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading;

/// <summary>Why an input, or a part of one, could not be read. It harms that part alone: the batch goes on.</summary>
/// <param name="Code">One of the constants of <see cref="ReadProblems"/>, such as <c>DX1006</c>.</param>
/// <param name="Message">What is wrong and, where there is something to do, what; without code and place.</param>
/// <param name="Path">The input as it was named, or found below what was named.</param>
/// <param name="Line">The line of the input, from 1, or null where the problem has none.</param>
/// <param name="Column">The character of that line, from 1 and in code points, or null. Never set without a line.</param>
public sealed record ReadProblem(string Code, string Message, string Path, int? Line = null, int? Column = null)
{
    /// <summary>The problem as one line, such as <c>DX1006: news.jsonl line 12, column 4: …</c>.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (null, _) => $"{Code}: {Path}: {Message}",
        (_, null) => $"{Code}: {Path} line {Line}: {Message}",
        _ => $"{Code}: {Path} line {Line}, column {Column}: {Message}",
    };
}
