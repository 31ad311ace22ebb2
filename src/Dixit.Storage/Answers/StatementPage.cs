// SPDX-License-Identifier: Apache-2.0
using Dixit.Documents;

namespace Dixit.Storage;

/// <summary>Some of the statements that a question found.</summary>
/// <param name="Statements">The statements in the order asked for.</param>
/// <param name="Next">What to put into <see cref="StatementQuery.Cursor"/> for the ones after these, or null where there are none.</param>
public sealed record StatementPage(IReadOnlyList<FoundStatement> Statements, string? Next);

/// <summary>Some of the statements that a question found, and how all are spread.</summary>
/// <param name="Page">The statements.</param>
/// <param name="Facets">How the reports are spread.</param>
public sealed record SpreadPage(StatementPage Page, StatementFacets Facets);

/// <summary>A statement that a question found.</summary>
/// <param name="Statement">The statement. Of its reports those that fit the question are there.</param>
/// <param name="Wording">The wording that fits best.</param>
/// <param name="Highlights">The words of it that were asked for, in order; empty where none were.</param>
public sealed record FoundStatement(StoredStatement Statement, string Wording, IReadOnlyList<TextSpan> Highlights);
