// SPDX-License-Identifier: Apache-2.0
using Dixit.Cli.Extracting;

namespace Dixit.Cli.Tests.Extracting;

public class OrderedParallelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Run_WorkOfUnequalLength_IsHandedOnInOrder(int workers)
    {
        var results = new List<int>();
        Run(Enumerable.Range(0, 500), workers, input =>
        {
            if (input % 17 == 0)
                Thread.Sleep(2);
            return input * 2;
        }, results.Add);
        Assert.Equal(Enumerable.Range(0, 500).Select(input => input * 2), results);
    }

    [Fact]
    public void Run_SlowTaker_KeepsTheReaderBack()
    {
        int read = 0, taken = 0, mostAhead = 0;
        IEnumerable<int> Count()
        {
            for (; read < 200; read++)
            {
                mostAhead = Math.Max(mostAhead, read - Volatile.Read(ref taken));
                yield return read;
            }
        }

        Run(Count(), 2, input => input, _ =>
        {
            Thread.Sleep(1);
            taken++;
        });
        Assert.Equal(200, taken);
        Assert.InRange(mostAhead, 1, 2 * 8);
    }

    [Fact]
    public void Run_HeavyInputs_AreNotHeldTogether()
    {
        int held = 0, mostHeld = 0;
        OrderedParallel.Run(Enumerable.Range(0, 50), 4, _ => 60, 100, input =>
        {
            InterlockedMax(ref mostHeld, Interlocked.Increment(ref held));
            Thread.Sleep(1);
            Interlocked.Decrement(ref held);
            return input;
        }, _ => { }, CancellationToken.None);
        Assert.Equal(1, mostHeld);
    }

    [Fact]
    public void Run_WorkThrows_ThrowsAfterWhatCameBefore()
    {
        var results = new List<int>();
        var exception = Assert.Throws<InvalidOperationException>(() => Run(Enumerable.Range(0, 100), 3, input => input == 5 ? throw new InvalidOperationException("cinq") : input, results.Add));
        Assert.Equal("cinq", exception.Message);
        Assert.Equal([0, 1, 2, 3, 4], results);
    }

    [Fact]
    public void Run_InputsThrow_ThrowsAfterWhatCameBefore()
    {
        static IEnumerable<int> Inputs()
        {
            yield return 1;
            yield return 2;
            throw new InvalidOperationException("fini");
        }

        var results = new List<int>();
        Assert.Throws<InvalidOperationException>(() => Run(Inputs(), 3, input => input, results.Add));
        Assert.Equal([1, 2], results);
    }

    [Fact]
    public void Run_TakerThrows_Stops()
    {
        var read = 0;
        Assert.Throws<IOException>(() => Run(Enumerable.Range(0, int.MaxValue).Select(input => read = input), 2, input => input, _ => throw new IOException()));
        Assert.InRange(read, 0, 100);
    }

    [Fact]
    public void Run_Cancelled_DoesNotWaitForInputsThatHang()
    {
        using var cancellation = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        IEnumerable<int> Hanging()
        {
            yield return 1;
            never.Wait(TimeSpan.FromSeconds(30));
        }

        var results = new List<int>();
        Assert.Throws<OperationCanceledException>(() => OrderedParallel.Run(Hanging(), 2, _ => 1, 100, input => input, result =>
        {
            results.Add(result);
            cancellation.CancelAfter(20);
        }, cancellation.Token));
        Assert.Equal([1], results);
        never.Set();
    }

    [Fact]
    public void Run_NoInputs_Returns() => Run(Enumerable.Empty<int>(), 2, input => input, _ => Assert.Fail("There was no input."));

    private static void Run(IEnumerable<int> inputs, int workers, Func<int, int> work, Action<int> handOn) =>
        OrderedParallel.Run(inputs, workers, _ => 1, 1000, work, handOn, CancellationToken.None);

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
