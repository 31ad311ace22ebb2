// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Sockets;

namespace Dixit.Reading.Fetching;

/// <summary>Opens connections to allowed addresses only.</summary>
/// <remarks>The address is judged that is connected to, at that moment: a name that led elsewhere a moment ago helps nobody.</remarks>
internal static class GuardedConnection
{
    /// <summary>The handler below a client. It follows no redirect, keeps no cookie, uses no proxy and unpacks what servers pack.</summary>
    public static SocketsHttpHandler CreateHandler(WebOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.Timeout,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, options, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, WebOptions options, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal]
            : options.FindAddresses is { } find ? await find(target.Host, cancellation).ConfigureAwait(false)
            : await Dns.GetHostAddressesAsync(target.Host, cancellation).ConfigureAwait(false);
        var allowed = Array.FindAll(addresses, options.MayReach);
        if (allowed.Length == 0)
            throw addresses.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new AddressRefusedException(target.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
