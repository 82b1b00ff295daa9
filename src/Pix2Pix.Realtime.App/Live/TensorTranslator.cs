using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.App.Live;

/// <summary>
/// Runs tensor generators on a thread of its own: between two frames it takes the newest published generator into use, takes the newest
/// input, translates, and hands the result over. It sleeps while there is nothing new.
/// Thread contract: one thread, the main one, calls everything but <see cref="Publish"/>, which any thread may call.
/// </summary>
internal sealed class TensorTranslator : IDisposable
{
    private readonly LatestExchange<TensorBuffer> _input;
    private readonly LatestExchange<TensorBuffer> _output;
    private readonly GeneratorSlot _slot = new();
    private readonly Action _wake;
    private readonly Action<Exception> _fail;
    private readonly Thread _thread;
    private readonly AutoResetEvent _work = new(false);
    private readonly AutoResetEvent _progress = new(false);
    private GeneratorInfo? _info;
    private long _submitted;
    private long _finished;
    private volatile bool _isStopping;

    /// <param name="input">What every generator reads.</param>
    /// <param name="output">What every generator writes.</param>
    /// <param name="wake">Called on the translator thread when there is a new output, generator or fault.</param>
    /// <param name="fail">Called on the translator thread with a generator's fault, once for each generator.</param>
    public TensorTranslator(FrameShape input, FrameShape output, Action wake, Action<Exception> fail)
    {
        Input = input;
        Output = output;
        _input = new LatestExchange<TensorBuffer>(_ => new TensorBuffer(input));
        _output = new LatestExchange<TensorBuffer>(_ => new TensorBuffer(output));
        _wake = wake;
        _fail = fail;
        _thread = new Thread(Run) { Name = "translator", IsBackground = true };
        _thread.Start();
    }

    public FrameShape Input { get; }

    public FrameShape Output { get; }

    /// <summary>The generator in use; null until one was adopted. Any thread.</summary>
    public GeneratorInfo? Info => Volatile.Read(ref _info);

    /// <summary>The buffer to fill before <see cref="Submit"/>.</summary>
    public TensorBuffer Writing => _input.Writing;

    /// <summary>The newest translation; valid until the next successful <see cref="TryTake"/>.</summary>
    public TensorBuffer Reading => _output.Reading;

    /// <summary>Any thread: puts a warm generator in the place of the one in use, between two frames.</summary>
    public void Publish(ITensorGenerator generator)
    {
        _slot.Publish(generator);
        _work.Set();
    }

    /// <summary>Hands <see cref="Writing"/> over for translation; an input that was not yet taken is dropped.</summary>
    public void Submit()
    {
        Volatile.Write(ref _submitted, Writing.Stamp.Sequence);
        _input.Publish();
        _work.Set();
    }

    /// <summary>Takes the newest translation, if there is one that was not taken.</summary>
    public bool TryTake() => _output.TryTake();

    /// <summary>Waits until what was submitted last is translated, or its generator failed: for clocks that step.</summary>
    public void WaitForNewest()
    {
        while (Volatile.Read(ref _finished) < Volatile.Read(ref _submitted))
        {
            _progress.WaitOne();
        }
    }

    /// <summary>Ends the thread, then frees generators and buffers.</summary>
    public void Dispose()
    {
        _isStopping = true;
        _work.Set();
        _thread.Join();
        _input.Dispose();
        _output.Dispose();
        _work.Dispose();
        _progress.Dispose();
    }

    private void Run()
    {
        var hasInput = false;
        ITensorGenerator? failed = null;
        while (!_isStopping)
        {
            // Input before generator: an input that was submitted after a generator was published is never translated by an older one.
            var fresh = _input.TryTake();
            hasInput |= fresh;
            var adopted = _slot.AdoptPending();
            var generator = _slot.Current as ITensorGenerator;
            if (adopted)
            {
                Volatile.Write(ref _info, generator?.Info);
            }

            if (generator is not null && generator != failed && hasInput && (fresh || adopted))
            {
                failed = TryTranslate(generator) ? null : generator;
            }

            if (fresh || adopted)
            {
                Volatile.Write(ref _finished, _input.Reading.Stamp.Sequence);
                _progress.Set();
                _wake();
            }
            else
            {
                _work.WaitOne();
            }
        }

        _slot.Dispose();
    }

    private bool TryTranslate(ITensorGenerator generator)
    {
        try
        {
            generator.Translate(_input.Reading, _output.Writing);
            _output.Writing.Stamp = _input.Reading.Stamp;
            _output.Publish();
            return true;
        }
        catch (Exception fault)
        {
            // The last good picture stays; this generator is not tried again.
            _fail(fault);
            return false;
        }
    }
}
