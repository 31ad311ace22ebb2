// SPDX-License-Identifier: Apache-2.0
using System.Runtime.ExceptionServices;

namespace Dixit.Cli.Extracting;

/// <summary>Works on a stream of inputs with several threads, and hands the results on in the order of the inputs.</summary>
/// <remarks>
/// Inputs are taken no faster than results are handed on: what is under way is bounded in number and in weight, so
/// memory stays flat however long the stream is.
/// </remarks>
internal static class OrderedParallel
{
    private const int InputsPerWorker = 4;

    /// <summary>Returns when the last result was handed on.</summary>
    /// <param name="inputs">Enumerated once, on a thread of its own.</param>
    /// <param name="workers">The threads that work, 1 or more.</param>
    /// <param name="weigh">What an input counts towards <paramref name="mostWeight"/>.</param>
    /// <param name="mostWeight">The most that is under way at once; a single heavier input is worked on alone.</param>
    /// <param name="work">Called on any of the threads.</param>
    /// <param name="handOn">Called on the calling thread, in order.</param>
    /// <param name="cancellation">Stops between two results.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void Run<TInput, TResult>(
        IEnumerable<TInput> inputs,
        int workers,
        Func<TInput, long> weigh,
        long mostWeight,
        Func<TInput, TResult> work,
        Action<TResult> handOn,
        CancellationToken cancellation)
    {
        var run = new State<TInput, TResult>(workers * InputsPerWorker, mostWeight);
        using var wake = cancellation.Register(run.Stop);
        // Background threads: one that hangs in reading a pipe must not keep the process alive.
        new Thread(() => run.Read(inputs, weigh)) { IsBackground = true, Name = "reader" }.Start();
        for (var i = 0; i < workers; i++)
            new Thread(() => run.Work(work)) { IsBackground = true, Name = "worker" }.Start();

        try
        {
            while (run.TakeNext(out var step))
            {
                handOn(step);
                cancellation.ThrowIfCancellationRequested();
            }

            cancellation.ThrowIfCancellationRequested();
        }
        finally
        {
            run.Stop();
        }
    }

    private sealed class Step<TInput, TResult>(TInput input, long weight)
    {
        public TInput Input { get; } = input;

        public long Weight { get; } = weight;

        public TResult? Result { get; set; }

        public ExceptionDispatchInfo? Failure { get; set; }

        public bool IsDone { get; set; }
    }

    /// <summary>All of it is guarded by one lock: steps are whole documents, so nobody waits long for it.</summary>
    private sealed class State<TInput, TResult>(int mostSteps, long mostWeight)
    {
        private readonly object _gate = new();
        private readonly Queue<Step<TInput, TResult>> _inOrder = new();
        private readonly Queue<Step<TInput, TResult>> _toDo = new();
        private ExceptionDispatchInfo? _readingFailure;
        private long _weight;
        private bool _isAllRead;
        private bool _isStopped;

        public void Read(IEnumerable<TInput> inputs, Func<TInput, long> weigh)
        {
            try
            {
                foreach (var input in inputs)
                {
                    if (!TryAdd(new Step<TInput, TResult>(input, weigh(input))))
                        return;
                }
            }
            catch (Exception exception)
            {
                _readingFailure = ExceptionDispatchInfo.Capture(exception);
            }

            lock (_gate)
            {
                _isAllRead = true;
                Monitor.PulseAll(_gate);
            }
        }

        public void Work(Func<TInput, TResult> work)
        {
            while (TryTakeWork(out var step))
            {
                try
                {
                    step.Result = work(step.Input);
                }
                catch (Exception exception)
                {
                    step.Failure = ExceptionDispatchInfo.Capture(exception);
                }

                lock (_gate)
                {
                    step.IsDone = true;
                    Monitor.PulseAll(_gate);
                }
            }
        }

        /// <summary>Waits for the next result; false after the last one, or when stopped.</summary>
        public bool TakeNext(out TResult result)
        {
            Step<TInput, TResult> step;
            lock (_gate)
            {
                while (!_isStopped && !(_inOrder.Count > 0 ? _inOrder.Peek().IsDone : _isAllRead))
                    Monitor.Wait(_gate);
                if (_isStopped || _inOrder.Count == 0)
                {
                    result = default!;
                    if (!_isStopped)
                        _readingFailure?.Throw();
                    return false;
                }

                step = _inOrder.Dequeue();
                _weight -= step.Weight;
                Monitor.PulseAll(_gate);
            }

            step.Failure?.Throw();
            result = step.Result!;
            return true;
        }

        public void Stop()
        {
            lock (_gate)
            {
                _isStopped = true;
                Monitor.PulseAll(_gate);
            }
        }

        private bool TryAdd(Step<TInput, TResult> step)
        {
            lock (_gate)
            {
                while (!_isStopped && _inOrder.Count > 0 && (_inOrder.Count >= mostSteps || _weight + step.Weight > mostWeight))
                    Monitor.Wait(_gate);
                if (_isStopped)
                    return false;
                _inOrder.Enqueue(step);
                _toDo.Enqueue(step);
                _weight += step.Weight;
                Monitor.PulseAll(_gate);
                return true;
            }
        }

        private bool TryTakeWork(out Step<TInput, TResult> step)
        {
            lock (_gate)
            {
                while (!_isStopped && _toDo.Count == 0 && !_isAllRead)
                    Monitor.Wait(_gate);
                step = _isStopped || _toDo.Count == 0 ? null! : _toDo.Dequeue();
                return step is not null;
            }
        }
    }
}
