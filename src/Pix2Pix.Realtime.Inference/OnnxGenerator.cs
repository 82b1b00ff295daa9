using Microsoft.ML.OnnxRuntime;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// A generator that ONNX Runtime computes. Made by <see cref="GeneratorLoader"/>. It keeps one binding for every pair of buffers that it
/// was called with, over the buffers' own memory: on the processor nothing is copied and nothing is allocated once a pair is known. On a CUDA card the
/// layers stay in its memory; the picture is copied there before a run, and the answer back after it.
/// Thread contract: one thread at a time, but <see cref="Cancel"/> may be called by any.
/// </summary>
internal sealed class OnnxGenerator : ITensorGenerator
{
    private readonly GeneratorSession _session;
    private readonly string _inputName;
    private readonly string _outputName;
    private readonly RunOptions _runOptions = new();
    private readonly Lock _cancelling = new();
    private readonly StyleMemory? _style;
    private readonly List<BufferBinding> _bindings = [];

    /// <param name="session">Taken over.</param>
    /// <param name="style">What the file says of its styles; null = nothing.</param>
    public OnnxGenerator(GeneratorSession session, GeneratorInfo info, ModelStyle? style)
    {
        _session = session;
        _inputName = session.Session.InputNames[0];
        _outputName = session.Session.OutputNames[0];
        Info = info;
        Style = style is null ? null : new StyleInput(style);
        _style = Style is null ? null : new StyleMemory(Style);
    }

    public GeneratorInfo Info { get; }

    public StyleInput? Style { get; }

    /// <summary>The options keep it in two places, which change one after the other.</summary>
    private bool IsCancelled
    {
        get
        {
            lock (_cancelling)
            {
                return _runOptions.Terminate;
            }
        }

        set
        {
            lock (_cancelling)
            {
                _runOptions.Terminate = value;
            }
        }
    }

    public void Translate(TensorBuffer input, TensorBuffer output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ObjectDisposedException.ThrowIf(input.Address == 0, input);
        ObjectDisposedException.ThrowIf(output.Address == 0, output);
        var known = BindingOf(input, output);
        _style?.Renew();

        // What was cancelled between two translations was none of them.
        IsCancelled = false;
        try
        {
            Run(known);
        }
        catch (OnnxRuntimeException fault) when (IsCancelled)
        {
            throw new OperationCanceledException("The translation was cancelled.", fault);
        }
    }

    public void Cancel() => IsCancelled = true;

    public void Dispose()
    {
        foreach (var binding in _bindings)
        {
            binding.Dispose();
        }

        _bindings.Clear();
        _style?.Dispose();
        _runOptions.Dispose();
        _session.Dispose();
    }

    private void Run(BufferBinding known)
    {
        if (!_session.OnCuda)
        {
            _session.Session.RunWithBinding(_runOptions, known.Binding);
            return;
        }

        known.CopyInput();
        _session.Session.RunWithBinding(_runOptions, known.Binding);
        known.Binding.SynchronizeBoundOutputs();
    }

    // Two exchanges of three slots make nine pairs at most: a walk is quicker than a hash, and allocates nothing.
    private BufferBinding BindingOf(TensorBuffer input, TensorBuffer output)
    {
        foreach (var known in _bindings)
        {
            if (known.Input == input && known.Output == output)
            {
                return known;
            }
        }

        RequireShape(input, Info.Input, nameof(input));
        RequireShape(output, Info.Output, nameof(output));
        var made = new BufferBinding(_session.Session, _inputName, input, _outputName, output, _style);
        _bindings.Add(made);
        return made;
    }

    private static void RequireShape(TensorBuffer buffer, FrameShape expected, string parameter)
    {
        if (buffer.Shape != expected)
        {
            throw new ArgumentException($"Expected a buffer of {expected}, got {buffer.Shape}.", parameter);
        }
    }
}
