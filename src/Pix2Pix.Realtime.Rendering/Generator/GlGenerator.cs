using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Styles;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// Runs a generator in compute shaders, on any GPU with OpenGL 4.3: input and output are textures, and everything between them stays on the GPU. Thread
/// contract: the GL thread; <c>Dispose</c> any thread.
/// </summary>
public sealed class GlGenerator : ISlicedGenerator
{
    /// <summary>Seed of the picture that a file without a probe is tried with.</summary>
    private const ulong TrialSeed = 1;

    private readonly GpuNetwork _network;
    private readonly TextureEncoder _encoder;
    private readonly TextureDecoder _decoder;
    private readonly Fence _fence;
    private readonly float[] _style;
    private int _styleSeen;
    private int _next;
    private int _part;
    private int _parts;

    private GlGenerator(GraphicsDevice device, GeneratorPlan plan, GpuNetwork network)
    {
        _network = network;
        _next = network.Layers.Count;
        _encoder = new TextureEncoder(device, plan, network.Storage);
        _decoder = new TextureDecoder(device, plan, network.Storage);

        // Last: the shaders before it may not compile, and it is this generator's to free.
        _fence = new Fence(device);
        var runs = device.IsSoftware ? "OpenGL, rendered on the CPU" : $"OpenGL, {device.Gl.GetStringS(StringName.Renderer)}";
        var storage = network.Storage == GpuStorage.Half ? ", fp16" : "";
        Style = plan.Metadata?.Style is { } style ? new StyleInput(style) : null;
        (_style, _styleSeen) = (new float[Style?.Definition.Count ?? 0], Style?.Version ?? 0);
        Info = new GeneratorInfo(plan.Name, plan.Input, plan.Output, plan.Metadata?.Palette ?? "", runs + storage, plan.Metadata?.Step ?? 0);
    }

    /// <inheritdoc />
    public GeneratorInfo Info { get; }

    /// <inheritdoc />
    public StyleInput? Style { get; }

    /// <summary>Puts a plan on the GPU, warm and verified: the probe is computed there and compared.</summary>
    /// <exception cref="UserException">The GPU or its driver can't, or computes the probe wrongly; the sentence says what is missing.</exception>
    public static GlGenerator Build(GraphicsDevice device, GeneratorPlan plan, GpuStorage storage = GpuStorage.Single)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(plan);
        GpuLimits.Require(device.Compute, plan, storage);
        var network = new GpuNetwork(device, plan, storage);
        try
        {
            var answer = network.Compute(Probe.Input(plan.Metadata?.Probe.Seed ?? TrialSeed, plan.Input));
            RequireAnswer(plan, answer, storage);
            return new GlGenerator(device, plan, network);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public bool IsIdle => _fence.IsPassed;

    /// <inheritdoc />
    public void Translate(uint inputTexture, uint outputTexture)
    {
        Begin(inputTexture);
        Continue(TimeSpan.MaxValue, outputTexture);
    }

    /// <inheritdoc />
    public void Begin(uint inputTexture)
    {
        Restyle();
        _encoder.Run(inputTexture, _network.Input);
        (_next, _part) = (0, 0);
    }

    /// <inheritdoc />
    public bool Continue(TimeSpan budget, uint outputTexture)
    {
        var (clock, count) = (_network.Clock, _network.Layers.Count);
        clock.Collect(isWaiting: false);
        var left = budget.TotalMilliseconds;
        for (var isFirst = true; _next < count; isFirst = false)
        {
            _parts = _part == 0 ? clock.PartsWithin(_next, budget) : _parts;
            left -= clock.Milliseconds(_next) / _parts;
            if (left < 0 && !isFirst)
            {
                break;
            }

            clock.Run(_next, _part, _parts);
            (_next, _part) = ++_part == _parts ? (_next + 1, 0) : (_next, _part);
        }

        if (_next == count)
        {
            _decoder.Run(_network.Output, outputTexture);
        }

        _fence.Set();
        return _next == count;
    }

    /// <summary>Measures each layer, waiting for the GPU.</summary>
    /// <param name="runs">Translations to take the median of.</param>
    internal IReadOnlyList<LayerFigures> Measure(int runs)
    {
        var samples = _network.Layers.Select(_ => new List<double>()).ToList();
        for (var run = 0; run < runs; run++)
        {
            for (var layer = 0; layer < samples.Count; layer++)
            {
                samples[layer].Add(_network.Clock.Time(layer));
            }
        }

        return [.. _network.Layers.Zip(samples, (layer, sample) => new LayerFigures(layer.Name, new Measurements(sample).Median, layer.Operations, layer.Bytes))];
    }

    /// <summary>Translates numbers instead of a texture: for checks and tests, since it reads them back.</summary>
    /// <param name="input">Planar, shape <see cref="GeneratorInfo.Input"/>, in the file's own range.</param>
    /// <returns>Planar, shape <see cref="GeneratorInfo.Output"/>, in the file's own range.</returns>
    public float[] Compute(ReadOnlySpan<float> input)
    {
        Restyle();
        return _network.Compute(input);
    }

    /// <summary>Frees its buffers, at the device's next <see cref="GraphicsDevice.Drain"/>. Any thread; the device must still be there.</summary>
    public void Dispose()
    {
        _fence.Dispose();
        _network.Dispose();
    }

    private void Restyle()
    {
        if (Style?.TryTake(ref _styleSeen, _style) == true)
        {
            _network.Restyle(_style);
        }
    }

    private static void RequireAnswer(GeneratorPlan plan, float[] answer, GpuStorage storage)
    {
        if (plan.Metadata is { } metadata && metadata.Probe.Compare(answer) is var error && !error.IsWithin(metadata.Precision, reducedProducts: storage == GpuStorage.Half))
        {
            throw new UserException($"Expected the outputs recorded in the file's probe, found others on the GPU ({error}): the file is damaged, or the driver computes wrongly; try --provider cpu.");
        }

        if (!answer.All(float.IsFinite))
        {
            throw new UserException("Expected finite values from the GPU, found NaN or infinity: the driver may compute wrongly; try --provider cpu.");
        }
    }
}
