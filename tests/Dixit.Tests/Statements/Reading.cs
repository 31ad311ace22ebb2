// SPDX-License-Identifier: Apache-2.0
using Dixit.Quotations;
using Dixit.Statements;

namespace Dixit.Tests.Statements;

/// <summary>One reader for all tests: its words take a while to load.</summary>
internal static class Reading
{
    public static StatementReader Reader { get; } = new PipelineBuilder().Build().Statements;

    public static StatementText Text(string text, QuotationKind kind = QuotationKind.Direct) => Reader.Read(text, "fr", kind);

    public static StatementContent Content(string document, string text, string? date = null, int start = 0, int order = 0) =>
        new(document, start, Text(text)) { Date = date is null ? null : DateOnly.Parse(date), Outlet = document, Order = order };
}
