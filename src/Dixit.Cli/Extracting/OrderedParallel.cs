// SPDX-License-Identifier: Apache-2.0
using System.Runtime.ExceptionServices;

namespace Dixit.Cli.Extracting;

/// <summary>Works on a stream of inputs with several threads, and hands the results on in the order of the inputs.</summary>
/// <remarks>
/// Each thread takes the next input, works on it, and hands its result on with those behind it that wait for it. There are
/// no threads for reading and writing alone: waking them for every document costs more than what they would do.
/// What is under way is bounded in number and in weight, so memory stays flat however long the stream is.
/// </remarks>
internal static class OrderedParallel
{
    private const int InputsPerWorker = 8;

    /// <summary>Returns when the last result was handed on.</summary>
    /// <param name="inputs">Enumerated once, by one thread at a time.</param>
    /// <param name="workers">The threads that work, 1 or more.</param>
    /// <param name="weigh">What an input counts towards <paramref name="mostWeight"/>.</param>
    /// <param name="mostWeight">The most that is under way at once; a single heavier input is worked on alone.</param>
    /// <param name="work">Called on any of the threads.</param>
    /// <param name="handOn">Called in order, by one thread at a time, never after this method has returned.</param>
    /// <param name="cancellation">Stops between two results, even while the next input is waited for.</param>
    /// <param name="inputsPerWorker">How many inputs for each thread are under way at most.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void Run<TInput, TResult>(
        IEnumerable<TInput> inputs,
        int workers,
        Func<TInput, long> weigh,
        long mostWeight,
        Func<TInput, TResult> work,
        Action<TResult> handOn,
        CancellationToken cancellation,
        int inputsPerWorker = InputsPerWorker)
    {
        var crew = new Crew<TInput, TResult>(inputs.GetEnumerator(), workers, weigh, mostWeight, work, handOn, inputsPerWorker);
        using var stopping = cancellation.Register(crew.Stop);
        for (var i = 0; i < workers; i++)
        {
            // A background thread: one that hangs in reading a pipe must not keep the process alive.
            new Thread(crew.Work) { IsBackground = true, Name = $"worker {i}" }.Start();
        }

        crew.WaitForEnd();
        cancellation.ThrowIfCancellationRequested();
    }

    private sealed class Step<TInput, TResult>(long number, TInput input, long weight)
    {
        public long Number { get; } = number;

        public TInput Input { get; } = input;

        public long Weight { get; } = weight;

        public TResult? Result { get; set; }

        public ExceptionDispatchInfo? Failure { get; set; }
    }

    private sealed class Crew<TInput, TResult>(
        IEnumerator<TInput> inputs,
        int workers,
        Func<TInput, long> weigh,
        long mostWeight,
        Func<TInput, TResult> work,
        Action<TResult> handOn,
        int inputsPerWorker)
    {
        // Held by whoever takes the next input, also while waiting for it. Taken before the other gate, never after it.
        private readonly object _inputGate = new();
        private long _read;
        private bool _isAllRead;

        // Guards all below it. Never held while user code runs.
        private readonly object _gate = new();
        private readonly Step<TInput, TResult>?[] _done = new Step<TInput, TResult>?[workers * inputsPerWorker];
        private long _handedOn;
        private long _underWay;
        private long _weight;
        private int _working = workers;
        private bool _isHandingOn;
        private bool _isStopped;
        private ExceptionDispatchInfo? _failure;

        /// <summary>What each thread does.</summary>
        public void Work()
        {
            while (TryTakeInput(out var step))
            {
                try
                {
                    step.Result = work(step.Input);
                }
                catch (Exception exception)
                {
                    step.Failure = ExceptionDispatchInfo.Capture(exception);
                }

                HandOnFrom(step);
            }

            lock (_gate)
            {
                _working--;
                Monitor.PulseAll(_gate);
            }
        }

        /// <summary>Waits until all is handed on, or the run is stopped, and what is just being handed on is.</summary>
        /// <remarks>Not for threads that wait for an input: it may never come.</remarks>
        public void WaitForEnd()
        {
            lock (_gate)
            {
                while (_isHandingOn || (_working > 0 && !_isStopped))
                    Monitor.Wait(_gate);
            }

            _failure?.Throw();
        }

        /// <summary>Lets nothing more be taken or handed on.</summary>
        public void Stop()
        {
            lock (_gate)
            {
                _isStopped = true;
                Monitor.PulseAll(_gate);
            }
        }

        private bool TryTakeInput(out Step<TInput, TResult> step)
        {
            step = null!;
            lock (_inputGate)
            {
                if (_isAllRead)
                    return false;
                try
                {
                    if (inputs.MoveNext())
                        step = new Step<TInput, TResult>(_read, inputs.Current, weigh(inputs.Current));
                    else
                        inputs.Dispose();
                }
                catch (Exception exception)
                {
                    Fail(exception); // What was read before it is still handed on.
                }

                if (step is null || !TryWaitForRoom(step))
                {
                    _isAllRead = true;
                    return false;
                }

                _read++;
                return true;
            }
        }

        private bool TryWaitForRoom(Step<TInput, TResult> step)
        {
            lock (_gate)
            {
                while (!_isStopped && _underWay > 0 && (_underWay == _done.Length || _weight + step.Weight > mostWeight))
                    Monitor.Wait(_gate);
                _underWay++;
                _weight += step.Weight;
                return !_isStopped;
            }
        }

        private void HandOnFrom(Step<TInput, TResult> done)
        {
            lock (_gate)
            {
                _done[done.Number % _done.Length] = done;
                if (_isHandingOn || done.Number != _handedOn)
                    return; // Whoever hands on the one before it takes this one too.
                _isHandingOn = true;
            }

            while (TryTakeResult(out var step))
            {
                try
                {
                    step.Failure?.Throw();
                    handOn(step.Result!);
                }
                catch (Exception exception)
                {
                    Fail(exception);
                    Stop();
                }

                lock (_gate)
                {
                    _handedOn++;
                    _underWay--;
                    _weight -= step.Weight;
                    Monitor.PulseAll(_gate);
                }
            }
        }

        private bool TryTakeResult(out Step<TInput, TResult> step)
        {
            lock (_gate)
            {
                ref var place = ref _done[_handedOn % _done.Length];
                step = place!;
                place = null;
                if (step is not null && !_isStopped)
                    return true;
                _isHandingOn = false;
                Monitor.PulseAll(_gate);
                return false;
            }
        }

        private void Fail(Exception exception)
        {
            lock (_gate)
                _failure ??= ExceptionDispatchInfo.Capture(exception);
        }
    }
}
