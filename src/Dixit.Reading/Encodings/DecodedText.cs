// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Encodings;

/// <summary>What became of some bytes: a text, or the reason why there is none.</summary>
/// <param name="Text">The text without byte-order mark, or null.</param>
/// <param name="Note">What was assumed, where it is more than that they are UTF-8; else null.</param>
/// <param name="Binary">What it is instead of text, or null.</param>
/// <param name="Undecodable">What cannot be decoded, or null.</param>
/// <param name="BadOffset">The first byte that cannot be decoded, where there is one.</param>
internal readonly record struct DecodedText(string? Text, string? Note, string? Binary, string? Undecodable, int? BadOffset)
{
    public static DecodedText Of(string text, string? encoding) =>
        new(text, encoding is null ? null : $"read as {encoding}", null, null, null);

    public static DecodedText NotText(string what) => new(null, null, what, null, null);

    public static DecodedText Failed(string what, int? badOffset) => new(null, null, null, what, badOffset);

    /// <summary>The problem to report, or null where there is a text.</summary>
    /// <param name="path">The input.</param>
    /// <param name="bytes">The bytes that were decoded.</param>
    /// <param name="line">The line that they are, or null where they are a whole input.</param>
    public ReadProblem? Problem(string path, ReadOnlySpan<byte> bytes, int? line)
    {
        if (Binary is not null)
            return ReadProblems.ReportBinary(path, Binary) with { Line = line };
        if (Undecodable is null)
            return null;
        if (BadOffset is not { } offset)
            return ReadProblems.ReportUndecodable(path, Undecodable, line, null);
        var position = TextPosition.Of(bytes, offset);
        return ReadProblems.ReportUndecodable(path, Undecodable, position.Line + (line ?? 1) - 1, position.Column);
    }
}
