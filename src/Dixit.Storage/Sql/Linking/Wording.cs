// SPDX-License-Identifier: Apache-2.0
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Storage.Sql.Linking;

/// <summary>A wording of one speaker, whatever documents have it.</summary>
internal sealed class Wording(long number, string text, string? language, QuotationKind kind, long[] keys, long component)
{
    private StatementText? _parsed;

    public long Number => number;

    public string Text => text;

    public string? Language => language;

    public QuotationKind Kind => kind;

    public long[] Keys => keys;

    /// <summary>The wordings that are linked to one another, directly or through others, have one number here.</summary>
    public long Component { get; set; } = component;

    public StatementText Parse(StatementReader reader) => _parsed ??= reader.Read(text, language, kind);

    /// <summary>Gives a parsed form that is at hand anyway.</summary>
    public void Keep(StatementText parsed) => _parsed = parsed;
}
