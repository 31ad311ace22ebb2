// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Dixit.Reading.Fetching;
using Dixit.Storage;
using Microsoft.AspNetCore.Authentication;

namespace Dixit.Web;

/// <summary>How to run the desk.</summary>
public sealed record DeskOptions
{
    /// <summary>The ledger that is asked and written to; whoever made it disposes of it.</summary>
    public required ILedger Ledger { get; init; }

    /// <summary>The engine for what is read here.</summary>
    public required Pipeline Pipeline { get; init; }

    /// <summary>The file of the ledger. Beside it stand the saved searches; its change of size and time tells that answers may be others.</summary>
    public required string LedgerPath { get; init; }

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; } = 5170;

    /// <summary>The address to listen on. Any but a loopback one needs <see cref="Tokens"/>, or another way to sign in.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>Who may come in; null where everybody on this machine may, which only a loopback address allows.</summary>
    public TokenList? Tokens { get; init; }

    /// <summary>How many requests each caller may make in a minute; 0 for any number. A tenth of it for what takes long.</summary>
    public int RequestsPerMinute { get; init; } = 3000;

    /// <summary>Whether the log on standard error is JSON, an object a line.</summary>
    public bool LogsJson { get; init; }

    /// <summary>Whether every request is logged, or warnings alone.</summary>
    public bool LogsRequests { get; init; }

    /// <summary>Where to send meters by OTLP, or null for nowhere.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>How addresses that people give are read. Unless it allows private ones, nothing on this machine or on the networks around it is reached.</summary>
    public WebOptions Fetching { get; init; } = new();

    /// <summary>
    /// Adds ways to sign in beside tokens, such as OpenID Connect: schemes with a display name, which the page to sign in offers, and which give their users the claim of a role
    /// (<c>reader</c>, <c>editor</c>, <c>admin</c>). Whom they let in has a cookie from then on. Null for none; with one the desk is open to nobody without.
    /// </summary>
    public Action<AuthenticationBuilder>? ConfigureAuthentication { get; init; }

    /// <summary>How long a page waits for what is counted behind it: not so long that anybody would take it for a slow page.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>Whether nobody is asked who they are.</summary>
    internal bool IsOpen => Tokens is null && ConfigureAuthentication is null;
}
