// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Reading.Exporting;

/// <summary>A form that is one JSON object a line: each line is whole by itself.</summary>
public abstract class JsonLineWriter : ExportWriter
{
    private readonly Stream _output;

    private protected JsonLineWriter(Stream output) => _output = output;

    /// <summary>Writes the object of the line.</summary>
    private protected ReadableJson Json { get; } = new();

    /// <inheritdoc/>
    public override void Complete()
    {
        // There is nothing after the last line.
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Json.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Hands the object on, as a line.</summary>
    private protected void WriteLine()
    {
        _output.Write(Json.Item.Span);
        _output.WriteByte((byte)'\n');
    }
}
