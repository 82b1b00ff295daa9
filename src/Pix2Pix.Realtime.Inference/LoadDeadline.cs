using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// The time that a load may take, over all that ONNX Runtime does for it. A model is a program and may run for ever: when the time is up, it is stopped.
/// Thread contract: one thread loads; a timer's thread stops it.
/// </summary>
internal sealed class LoadDeadline : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private Action? _stop;
    private bool _isOver;

    public LoadDeadline(TimeSpan limit)
    {
        _limit = limit;
        _timer = new Timer(_ => End(), null, limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Opens a session, or stops while it is being opened.</summary>
    public InferenceSession Open(byte[] model, SessionOptions options) => Run(() => options.SetLoadCancellationFlag(true), () => new InferenceSession(model, options));

    /// <summary>Runs a session, or stops while it runs.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(InferenceSession session, RunOptions options, IReadOnlyCollection<OrtValue> inputs) =>
        Run(() => options.Terminate = true, () => session.Run(options, session.InputNames, inputs, session.OutputNames));

    public void Dispose()
    {
        using var ended = new ManualResetEvent(initialState: false);
        if (_timer.Dispose(ended))
        {
            ended.WaitOne();
        }
    }

    /// <exception cref="UserException">The time is up.</exception>
    private T Run<T>(Action stop, Func<T> work)
    {
        lock (_gate)
        {
            _stop = stop;
            if (_isOver)
            {
                throw Late(inner: null);
            }
        }

        try
        {
            return work();
        }
        catch (OnnxRuntimeException fault) when (Volatile.Read(ref _isOver))
        {
            throw Late(fault);
        }
        finally
        {
            // What it would stop may be gone from here on.
            lock (_gate)
            {
                _stop = null;
            }
        }
    }

    private void End()
    {
        lock (_gate)
        {
            Volatile.Write(ref _isOver, true);
            _stop?.Invoke();
        }
    }

    private UserException Late(Exception? inner)
    {
        var seconds = _limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var words = $"expected an answer within {seconds} s, found none; the model may never end, choose another, or allow more time if it is only slow";
        return inner is null ? new UserException(words) : new UserException(words, inner);
    }
}
