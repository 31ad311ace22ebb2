// SPDX-License-Identifier: Apache-2.0
using Dixit.Attributions;
using Dixit.Documents;
using Dixit.Quotations;
using Dixit.Statements;
using Dixit.Storage;

namespace Dixit.Web;

/// <summary>A quotation of a draft, held against the record.</summary>
/// <param name="Text">The draft.</param>
/// <param name="Attribution">Where it stands in the draft.</param>
/// <param name="Claim">Its words.</param>
/// <param name="By">Whose words they are said to be, or null for anybody's.</param>
/// <param name="Check">The verdict.</param>
internal sealed record CheckedQuote(string Text, Attribution Attribution, string Claim, string? By, ClaimCheck Check)
{
    /// <summary>Checks every quotation of a draft.</summary>
    /// <param name="ledger">The record.</param>
    /// <param name="pipeline">The engine that finds the quotations.</param>
    /// <param name="text">The draft.</param>
    /// <param name="speaker">Whose words they all are, or null for whom the draft gives them to.</param>
    /// <param name="until">The day by which they must have been said, or null.</param>
    public static IReadOnlyList<CheckedQuote> Of(ILedger ledger, Pipeline pipeline, string text, string? speaker, DateOnly? until)
    {
        var analysis = pipeline.Analyse(new Document("draft", text));
        return
        [
            .. from attribution in analysis.Attributions
               where attribution.Kind != QuotationKind.Indirect
               let claim = string.Join(" … ", attribution.Content.Select(span => analysis.Document[span].ToString()))
               let name = speaker ?? attribution.Speaker?.Name
               select new CheckedQuote(text, attribution, claim, name, ledger.Check(claim, name, until)),
        ];
    }
}
