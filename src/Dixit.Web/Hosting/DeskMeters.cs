// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.Metrics;
using Dixit.Storage;

namespace Dixit.Web;

/// <summary>What the desk counts beside what the framework does.</summary>
internal sealed class DeskMeters
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Dixit.Web";

    private readonly Counter<long> _documents;
    private readonly Counter<long> _checks;

    public DeskMeters(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        _documents = meter.CreateCounter<long>("dixit.documents.read", "{document}", "Documents read into the ledger, by what came of them.");
        _checks = meter.CreateCounter<long>("dixit.claims.checked", "{claim}", "Claims held against the record, by verdict.");
    }

    public void Read(AddOutcome outcome) => _documents.Add(1, new KeyValuePair<string, object?>("outcome", Api.Wording.Of(outcome)));

    public void Check(Statements.ClaimVerdict verdict) => _checks.Add(1, new KeyValuePair<string, object?>("verdict", Api.Wording.Of(verdict)));
}
