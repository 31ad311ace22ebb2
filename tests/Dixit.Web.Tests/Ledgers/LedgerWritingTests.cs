// SPDX-License-Identifier: Apache-2.0
using Dixit.Storage;
using Dixit.Web.Tests.Support;

namespace Dixit.Web.Tests.Ledgers;

public sealed class LedgerWritingTests
{
    [Fact]
    public async Task WithOwn_WhileAnotherWrites_WaitsAndThenIsShared()
    {
        await using var desk = await TestDesk.StartAsync();
        var writing = new LedgerWriting(desk.Ledger);
        using var release = new ManualResetEventSlim();
        ILedgerWriter? first = null;
        var others = Task.Run(() => writing.With(writer =>
        {
            Volatile.Write(ref first, writer);
            release.Wait(TestContext.Current.CancellationToken);
            return true;
        }), TestContext.Current.CancellationToken);
        SpinWait.SpinUntil(() => Volatile.Read(ref first) is not null);

        var own = Task.Run(() => writing.WithOwn("test", writer => (Own: writer, Shared: writing.With(shared => shared)), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(own.IsCompleted);
        release.Set();
        await others;
        var (opened, shared) = await own;

        Assert.Same(opened, shared);
        Assert.NotSame(first, opened);
        Assert.NotSame(opened, writing.With(writer => writer));
    }

    [Fact]
    public async Task WithOwn_StoppedWhileItWaits_Ends()
    {
        await using var desk = await TestDesk.StartAsync();
        var writing = new LedgerWriting(desk.Ledger);
        using var stopping = new CancellationTokenSource();

        Assert.True(writing.With(_ =>
        {
            stopping.Cancel();
            Assert.Throws<OperationCanceledException>(() => writing.WithOwn("test", _ => true, stopping.Token));
            return true;
        }));

        Assert.True(writing.WithOwn("test", _ => true, TestContext.Current.CancellationToken));
    }
}
