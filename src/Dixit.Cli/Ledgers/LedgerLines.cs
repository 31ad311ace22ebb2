// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Dixit.Storage;

namespace Dixit.Cli.Ledgers;

/// <summary>Writes what a ledger holds.</summary>
internal static class LedgerLines
{
    /// <summary>As the members of an object.</summary>
    public static void WriteInfo(Utf8JsonWriter json, LedgerInfo info)
    {
        json.WriteString("place", info.Place);
        json.WriteNumber("form", info.Form);
        json.WriteNumber("bytes", info.Bytes);
        json.WriteNumber("documents", info.Documents);
        json.WriteNumber("versions", info.Versions);
        json.WriteNumber("outlets", info.Outlets);
        json.WriteNumber("speakers", info.Speakers);
        json.WriteNumber("attributions", info.Attributions);
        json.WriteNumber("statements", info.Statements);
        json.WriteDay("first", info.First);
        json.WriteDay("last", info.Last);
        json.WriteNumber("runs", info.Runs);
        if (info.Writer is not { } writer)
        {
            json.WriteNull("writer");
            return;
        }

        json.WriteStartObject("writer");
        json.WriteNumber("process", writer.ProcessId);
        json.WriteString("host", writer.Host);
        json.WriteTime("since", writer.Since);
        json.WriteEndObject();
    }
}
