// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Tests.Support;

/// <summary>A desk over the samples, started once for all tests that only ask.</summary>
public sealed class SampleDesk : IAsyncLifetime
{
    internal TestDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await TestDesk.OfSamplesAsync();

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
