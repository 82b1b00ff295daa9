using System.Numerics;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// Runs tensor generators on a thread of its own: between two frames it takes the newest published generator into use, takes the newest
/// input, translates, and hands the result over. It sleeps while there is nothing new. A second generator may stand beside the first: both then run one after
/// the other on the same input, as far as the mix needs both.
/// Thread contract: one thread, the main one, calls everything but <see cref="Publish"/> and <see cref="TryPublishSecond"/>, which any thread may call.
/// </summary>
internal sealed class TensorTranslator : IGeneratorPair, IDisposable
{
    private readonly LatestExchange<TensorBuffer> _input;
    private readonly LatestExchange<TranslationPair> _output;
    private readonly GeneratorSlot _slot = new();
    private readonly GeneratorSlot _second = new();
    private readonly Action _wake;
    private readonly Action<Exception> _fail;
    private readonly Thread _thread;
    private readonly AutoResetEvent _work = new(false);
    private readonly AutoResetEvent _progress = new(false);
    private GeneratorInfo? _info;
    private GeneratorInfo? _secondInfo;
    private GeneratorMix _mix = GeneratorMix.First;
    private IGenerator? _failedSecond;
    private IGenerator? _unanswered;
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
        _output = new LatestExchange<TranslationPair>(_ => new TranslationPair(output));
        _wake = wake;
        _fail = fail;
        _thread = new Thread(Run) { Name = "translator", IsBackground = true };
        _thread.Start();
    }

    public FrameShape Input { get; }

    public FrameShape Output { get; }

    public (FrameShape Input, FrameShape Output)? Shapes => (Input, Output);

    /// <summary>The generator in use; null until one was adopted. Any thread.</summary>
    public GeneratorInfo? Info => Volatile.Read(ref _info);

    /// <summary>The second generator in use; null until one was adopted. Any thread.</summary>
    public GeneratorInfo? SecondInfo => Volatile.Read(ref _secondInfo);

    /// <summary>How the two are shown, from the next translation on. Any thread.</summary>
    public GeneratorMix Mix
    {
        get => Volatile.Read(ref _mix);
        set => Volatile.Write(ref _mix, value);
    }

    /// <summary>The buffer to fill before <see cref="Submit"/>.</summary>
    public TensorBuffer Writing => _input.Writing;

    /// <summary>The newest translation; valid until the next successful <see cref="TryTake"/>.</summary>
    public TranslationPair Reading => _output.Reading;

    /// <summary>Any thread: puts a warm generator in the place of the one in use, between two frames.</summary>
    public void Publish(ITensorGenerator generator)
    {
        _slot.Publish(generator);
        _work.Set();
    }

    public bool TryPublishSecond(IGenerator generator)
    {
        if (generator is not ITensorGenerator)
        {
            return false;
        }

        _second.Publish(generator);
        _work.Set();
        return true;
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

    /// <summary>Copies what was taken last into memory.</summary>
    /// <param name="into">Of the output's size; overwritten.</param>
    public void Read(PixelImage into) => PixelConvert.Decode(Reading.Shown.Values, Output, into);

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
            var adopted = Adopt(_slot, ref _info) | Adopt(_second, ref _secondInfo);
            var generator = _slot.Current as ITensorGenerator;
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
        _second.Dispose();
    }

    private static bool Adopt(GeneratorSlot slot, ref GeneratorInfo? info)
    {
        var adopted = slot.AdoptPending();
        if (adopted)
        {
            Volatile.Write(ref info, slot.Current?.Info);
        }

        return adopted;
    }

    private bool TryTranslate(ITensorGenerator generator)
    {
        try
        {
            Translate(generator, _output.Writing);
            _output.Writing.Shown.Stamp = _input.Reading.Stamp;
            _output.Publish();
            return true;
        }
        catch (PictureException fault)
        {
            // The last good picture stays, and the next one may succeed; it is reported once per generator.
            if (_unanswered != generator)
            {
                _unanswered = generator;
                _fail(fault);
            }

            return true;
        }
        catch (Exception fault)
        {
            // The last good picture stays; this generator is not tried again.
            _fail(fault);
            return false;
        }
    }

    /// <summary>Runs as few generators as the mix asks for.</summary>
    private void Translate(ITensorGenerator first, TranslationPair into)
    {
        var mix = Mix;
        var second = _second.Current == _failedSecond ? null : _second.Current as ITensorGenerator;
        into.HasSecond = second is not null && mix.IsBeside;
        if (second is null || (!mix.IsBeside && mix.Fade <= 0))
        {
            first.Translate(_input.Reading, into.Shown);
            return;
        }

        var isAlone = !mix.IsBeside && mix.Fade >= 1;
        if (!isAlone)
        {
            first.Translate(_input.Reading, into.Shown);
        }

        if (!TryTranslateSecond(second, isAlone ? into.Shown : into.Second))
        {
            into.HasSecond = false;
            first.Translate(_input.Reading, into.Shown);
        }
        else if (!isAlone && !mix.IsBeside)
        {
            Blend(into.Shown.Values, into.Second.Values, mix.Fade);
        }
    }

    /// <summary>Goes a share of the way from the one's numbers to the other's.</summary>
    private static void Blend(Span<float> shown, ReadOnlySpan<float> second, float share)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(shown);
        var wideSecond = MemoryMarshal.Cast<float, Vector<float>>(second);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] += (wideSecond[i] - wide[i]) * share;
        }

        for (var i = wide.Length * Vector<float>.Count; i < shown.Length; i++)
        {
            shown[i] += (second[i] - shown[i]) * share;
        }
    }

    /// <summary>A second generator that fails is left out; the first continues alone.</summary>
    private bool TryTranslateSecond(ITensorGenerator second, TensorBuffer into)
    {
        try
        {
            second.Translate(_input.Reading, into);
            return true;
        }
        catch (Exception fault)
        {
            _failedSecond = second;
            _fail(fault);
            return false;
        }
    }
}
