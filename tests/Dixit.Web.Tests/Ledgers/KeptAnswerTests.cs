// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Tests.Ledgers;

/// <summary>Answers that are kept until the ledger changes; here the ledger is a file of any content.</summary>
public sealed class KeptAnswerTests : IDisposable
{
    private static readonly TimeSpan _patient = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("dixit-kept-").FullName;
    private readonly DeskOptions _options;
    private readonly LedgerStamp _stamp;

    public KeptAnswerTests()
    {
        _options = new DeskOptions { Ledger = null!, Pipeline = null!, LedgerPath = Path.Combine(_folder, "dixit.db") };
        _stamp = new LedgerStamp(_options);
        Change();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Question_AskedByManyAtOnce_IsAnsweredOnce()
    {
        var made = 0;
        using var go = new ManualResetEventSlim();
        var asking = Enumerable.Range(0, 8).Select(_ => Task.Run(() => _stamp.Keep("q", _ =>
        {
            Interlocked.Increment(ref made);
            go.Wait();
            return "answer";
        }))).ToList();
        go.Set();

        Assert.All(await Task.WhenAll(asking), answer => Assert.Equal("answer", answer));
        Assert.Equal(1, made);
    }

    [Fact]
    public void Answer_AfterAChange_IsMadeAnew()
    {
        Assert.Equal("1", _stamp.Keep("q", _ => "1"));
        Assert.Equal("1", _stamp.Keep("q", _ => "2"));
        Change();

        Assert.Equal("3", _stamp.Keep("q", _ => "3"));
    }

    [Fact]
    public void Answer_MadeWhileTheLedgerChanged_IsNotKept()
    {
        _stamp.Keep("q", _ =>
        {
            Change();
            return "of either state";
        });

        Assert.Equal("after", _stamp.Keep("q", _ => "after"));
    }

    [Fact]
    public void Failure_IsNotKept()
    {
        Assert.Throws<InvalidOperationException>(() => _stamp.Keep<string>("q", _ => throw new InvalidOperationException()));

        Assert.Equal("answer", _stamp.Keep("q", _ => "answer"));
    }

    [Fact]
    public void Answers_BeyondTheMost_AreForgottenTheOldestFirst()
    {
        var made = 0;
        string Ask(int number) => _stamp.Keep(number, _ => $"{++made}");
        Ask(-1);
        for (var i = 0; i < 5000; i++)
        {
            Ask(i);
            Ask(-1);
        }

        Assert.Equal(5001, made);
        Ask(4999);
        Assert.Equal(5001, made);
        Ask(0);
        Assert.Equal(5002, made);
    }

    [Fact]
    public async Task SlowAnswer_TakesNobodyLongerThanTheyWait_AndIsThereLater()
    {
        using var answers = new SlowAnswers(_options, _stamp, TimeProvider.System);
        using var go = new ManualResetEventSlim();
        string Count(Storage.ILedger ledger)
        {
            go.Wait();
            return "counted";
        }

        var first = await answers.AskAsync("q", Count, TimeSpan.FromMilliseconds(20));
        var second = await answers.AskAsync("q", Count, TimeSpan.FromMilliseconds(20));
        go.Set();
        var third = await answers.AskAsync("q", Count, _patient);

        Assert.Equal((null, null), (first.Value, second.Value));
        Assert.Equal(("counted", true), (third.Value, third.IsCurrent));
    }

    [Fact]
    public async Task SlowAnswer_OfAnEarlierState_IsShownAsSuchWhileItIsMadeAnew()
    {
        var clock = new Clock();
        using var answers = new SlowAnswers(_options, _stamp, clock);
        await answers.AskAsync("q", _ => "before", _patient);
        Change();
        clock.Now += TimeSpan.FromMinutes(1);
        using var go = new ManualResetEventSlim();

        var meanwhile = await answers.AskAsync("q", _ =>
        {
            go.Wait();
            return "after";
        }, TimeSpan.FromMilliseconds(20));
        go.Set();
        var later = meanwhile;
        for (var i = 0; i < 500 && !later.IsCurrent; i++)
            later = await answers.AskAsync("q", _ => "again", TimeSpan.FromMilliseconds(100));

        Assert.Equal(("before", false), (meanwhile.Value, meanwhile.IsCurrent));
        Assert.Equal(("after", true), (later.Value, later.IsCurrent));
    }

    [Fact]
    public async Task SlowAnswer_OfALedgerThatChangesAllTheTime_IsNotMadeAllTheTime()
    {
        var clock = new Clock();
        using var answers = new SlowAnswers(_options, _stamp, clock);
        var made = 0;
        async Task AskAsync()
        {
            Change();
            await answers.AskAsync("q", _ =>
            {
                clock.Now += TimeSpan.FromSeconds(3);
                return $"{++made}";
            }, _patient);
        }

        for (var i = 0; i < 10; i++)
            await AskAsync();
        Assert.Equal(1, made);
        clock.Now += TimeSpan.FromSeconds(13);
        await AskAsync();

        Assert.Equal(2, made);
    }

    [Fact]
    public async Task SlowAnswer_ThatFails_TellsWhyAndIsTriedAgain()
    {
        using var answers = new SlowAnswers(_options, _stamp, TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => answers.AskAsync<string>("q", _ => throw new InvalidOperationException(), _patient));

        Assert.Equal("counted", (await answers.AskAsync("q", _ => "counted", _patient)).Value);
    }

    private void Change() => File.AppendAllText(_options.LedgerPath, "x");

    /// <summary>A clock that is set by hand.</summary>
    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 10, 8, 12, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.Ticks;
    }
}
