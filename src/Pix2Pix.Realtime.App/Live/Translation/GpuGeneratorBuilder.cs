using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// Puts generators on the GPU, in float32 or float16. Where the choice is free, only halves that a probe proves right are taken, and only where they
/// are faster: that is measured once, on the first generator that has a probe. GL thread.
/// </summary>
internal sealed class GpuGeneratorBuilder(GraphicsDevice device, GpuPrecision asked, EventLog log)
{
    private const int TimedRuns = 3;

    private GpuStorage? _faster;

    /// <summary>Whether the free choice looks at halves at all: where the processor draws, packing them costs more than it saves.</summary>
    public bool TriesHalves { get; init; } = !device.IsSoftware;

    /// <exception cref="UserException">The GPU or its driver can't; the sentence says what is missing.</exception>
    public GlGenerator Build(GeneratorPlan plan)
    {
        if (asked == GpuPrecision.Fp16)
        {
            return GlGenerator.Build(device, plan, GpuStorage.Half);
        }

        var mayBeHalves = asked == GpuPrecision.Auto && TriesHalves && plan.Metadata is not null && _faster != GpuStorage.Single;
        return (mayBeHalves ? TryHalves(plan) : null) is { } halves ? Faster(halves, plan) : GlGenerator.Build(device, plan);
    }

    /// <summary>Milliseconds of the GPU's time for one translation.</summary>
    public static double Time(GlGenerator generator) => generator.Measure(TimedRuns).Sum(layer => layer.Milliseconds);

    private GlGenerator? TryHalves(GeneratorPlan plan)
    {
        try
        {
            return GlGenerator.Build(device, plan, GpuStorage.Half);
        }
        catch (UserException fault)
        {
            log.Write("choice", new { fp16 = fault.Message });
            return null;
        }
    }

    private GlGenerator Faster(GlGenerator halves, GeneratorPlan plan)
    {
        if (_faster == GpuStorage.Half || TryFloats(plan) is not { } floats)
        {
            return halves;
        }

        var (half, single) = (Time(halves), Time(floats));
        log.Write("choice", new { fp16 = half, fp32 = single });
        _faster = half < single ? GpuStorage.Half : GpuStorage.Single;
        var (taken, other) = half < single ? (halves, floats) : (floats, halves);
        other.Dispose();
        return taken;
    }

    /// <summary>A GPU may have room for halves only.</summary>
    private GlGenerator? TryFloats(GeneratorPlan plan)
    {
        try
        {
            return GlGenerator.Build(device, plan);
        }
        catch (UserException fault)
        {
            log.Write("choice", new { fp32 = fault.Message });
            return null;
        }
    }
}
