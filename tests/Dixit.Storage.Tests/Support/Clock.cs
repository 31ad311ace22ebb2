// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Storage.Tests.Support;

/// <summary>A clock that moves on by a second each time it is asked.</summary>
internal sealed class Clock : TimeProvider
{
    private DateTimeOffset _now = new(2024, 10, 4, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);
}
