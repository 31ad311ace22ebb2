// SPDX-License-Identifier: Apache-2.0
using Dixit.Reading.Encodings;

namespace Dixit.Reading.Formats;

/// <summary>A value of the wrong JSON type.</summary>
/// <param name="What">What is of that type, such as <c>field "title"</c>.</param>
/// <param name="Found">The type, such as <c>a number</c>.</param>
/// <param name="Expected">The type it should be.</param>
/// <param name="Index">The byte where the value starts, counted from where the JSON was read from.</param>
internal sealed record RecordFault(string What, string Found, string Expected, long Index)
{
    /// <summary>The problem to report.</summary>
    /// <param name="path">The input.</param>
    /// <param name="position">Where the value starts.</param>
    public ReadProblem ToProblem(string path, TextPosition position) =>
        ReadProblems.ReportWrongType(path, What, Found, Expected, position.Line, position.Column);
}
