using Pix2Pix.Realtime.Data;

namespace Pix2Pix.Realtime.Training.Batches;

/// <summary>
/// Decodes the coming steps' batches on worker threads while the current step is computed. Bounded: at most as many batches wait as there are places.
/// Thread contract: one thread takes; batches come in the order of the steps, whichever worker is done first. A worker's fault is thrown by <see cref="Take"/>.
/// </summary>
internal sealed class BatchQueue : IDisposable
{
    /// <summary>Decoding threads that keep up with training on this machine and leave it the rest.</summary>
    public static readonly int Workers = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    private readonly Func<long, (int Index, ulong? Augmentation)[]> _order;
    private readonly IPairSource _source;
    private readonly RunStyle? _style;
    private readonly object _gate = new();
    private readonly Dictionary<long, object> _done = [];
    private readonly Thread[] _workers;
    private readonly int _places;
    private long _nextToLoad;
    private long _nextToTake;
    private bool _closed;

    /// <param name="source">The pairs.</param>
    /// <param name="order">Which pairs a step sees; called under a lock.</param>
    /// <param name="firstStep">Where to begin.</param>
    /// <param name="workers">Decoding threads.</param>
    /// <param name="style">Measures the pairs; null = the run has no style.</param>
    public BatchQueue(IPairSource source, Func<long, (int Index, ulong? Augmentation)[]> order, long firstStep, int workers, RunStyle? style = null)
    {
        _style = style;
        _source = source;
        _order = order;
        _nextToLoad = _nextToTake = firstStep;
        _places = workers * 2;
        _workers = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            _workers[i] = new Thread(Work) { IsBackground = true, Name = $"pairs {i}" };
            _workers[i].Start();
        }
    }

    /// <summary>The next step's batch; waits for it if it isn't decoded yet.</summary>
    public Batch Take()
    {
        lock (_gate)
        {
            object? done;
            while (!_done.Remove(_nextToTake, out done))
            {
                Monitor.Wait(_gate);
            }

            _nextToTake++;
            Monitor.PulseAll(_gate);
            return done as Batch ?? throw new UserException(BatchesTexts.PairNotRead(((Exception)done).Message), (Exception)done);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }

        foreach (var worker in _workers)
        {
            worker.Join();
        }
    }

    private void Work()
    {
        while (true)
        {
            long step;
            (int, ulong?)[] pairs;
            lock (_gate)
            {
                while (!_closed && _nextToLoad - _nextToTake >= _places)
                {
                    Monitor.Wait(_gate);
                }

                if (_closed)
                {
                    return;
                }

                step = _nextToLoad++;
                pairs = _order(step);
            }

            object done;
            try
            {
                done = Batch.Load(_source, pairs, _style);
            }
#pragma warning disable CA1031 // Whatever went wrong here is thrown on the thread that takes the batch.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                done = fault;
            }

            lock (_gate)
            {
                _done[step] = done;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
