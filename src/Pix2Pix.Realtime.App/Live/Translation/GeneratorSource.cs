using System.Diagnostics;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Tuning;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx.Foreign;
using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// Loads generators for the provider that the user asked for. A generator for the GPU takes two steps: any thread reads the file, the
/// GL thread puts it on the GPU. Where the GPU can't, the user reads why, and the processor computes it. With <see cref="LiveProvider.Auto"/> both
/// are measured, and the faster one is taken.
/// </summary>
/// <param name="live">Whose GL device is used, and for notices.</param>
/// <param name="provider">What was asked for.</param>
/// <param name="threads">Threads within one translation on the processor; 0 = as many as help.</param>
/// <param name="tuner">Knows the fastest way on the processor; null = the file as it is.</param>
/// <param name="precision">On the GPU.</param>
internal sealed class GeneratorSource(LiveContext live, LiveProvider provider, int threads, Tuner? tuner = null, GpuPrecision precision = GpuPrecision.Auto)
{
    private const int TimedRuns = 3;

    private readonly LiveProvider _provider = live.Options.SparesCard ? LiveProvider.Cpu : provider;
    private readonly GpuGeneratorBuilder _card = new(live.Device, precision, live.Log);

    /// <summary>Whether <see cref="LiveProvider.Auto"/> looks at the GPU at all: where the processor draws, it never wins.</summary>
    public bool TriesCard { get; init; } = !live.Device.IsSoftware;

    /// <summary>Options for other programs' models: set before the first is read.</summary>
    public ForeignOptions Foreign { get; set; } = new();

    /// <summary>Any thread: everything that can be done off the GL thread.</summary>
    /// <param name="path">An .onnx file.</param>
    /// <param name="shape">What it must read; null = whatever it reads.</param>
    /// <param name="isPassing">Whether another takes its place soon, so that little is worth doing for it.</param>
    /// <exception cref="UserException">The file is no generator, or not of that size.</exception>
    public ReadGenerator Read(string path, FrameShape? shape, bool isPassing = false)
    {
        var plan = _provider == LiveProvider.Gl || (_provider == LiveProvider.Auto && TriesCard) ? Plan(path, shape) : null;
        if (plan is not null && _provider == LiveProvider.Gl)
        {
            return new ReadGenerator(path, Generator: null, plan);
        }

        var read = OnProcessor(path, shape, isPassing);
        return plan is null ? read : read with { Plan = plan, Milliseconds = Time(path, shape) };
    }

    /// <summary>GL thread: what was read, ready to translate.</summary>
    /// <returns>Null when the GPU can't, which the user was told; the processor can: <see cref="OnProcessor"/>.</returns>
    public IGenerator? Build(ReadGenerator read)
    {
        if (read.Plan is not { } plan)
        {
            return read.Generator;
        }

        try
        {
            var card = _card.Build(plan);
            return read.Generator is { } other ? Faster(card, other, read.Milliseconds) : card;
        }
        catch (UserException fault)
        {
            Explain(fault);
            return read.Generator;
        }
    }

    /// <summary>Any thread: the same without OpenGL.</summary>
    /// <exception cref="UserException">The file is no generator, or not of that size.</exception>
    public ReadGenerator OnProcessor(string path, FrameShape? shape, bool isPassing = false)
    {
        var options = Options(shape);
        return new ReadGenerator(path, tuner?.Load(path, options, isPassing) ?? GeneratorLoader.Load(path, options), Plan: null);
    }

    /// <summary>
    /// Any thread: reads a generator that will run beside another, on the same device. On the CPU it uses a cached tuning choice: only the
    /// first generator is tuned.
    /// </summary>
    /// <param name="path">An .onnx file.</param>
    /// <param name="shape">What it must read; null = whatever it reads.</param>
    /// <param name="isOnCard">Whether the other one runs on the GPU.</param>
    /// <exception cref="UserException">The file is no generator, not of that size, or not for the GPU.</exception>
    public ReadGenerator ReadBeside(string path, FrameShape? shape, bool isOnCard)
    {
        if (isOnCard && File.Exists(path))
        {
            return new ReadGenerator(path, Generator: null, GeneratorPlanner.Read(path, Size(shape), Foreign));
        }

        var options = Options(shape);
        return new ReadGenerator(path, tuner?.LoadAsKnown(path, options) ?? GeneratorLoader.Load(path, options), Plan: null);
    }

    /// <summary>GL thread: what was read, ready to translate.</summary>
    /// <exception cref="UserException">The GPU can't.</exception>
    public IGenerator BuildBeside(ReadGenerator read) => read.Plan is { } plan ? _card.Build(plan) : read.Generator!;

    /// <summary>A missing file is the other loader's to name.</summary>
    private GeneratorPlan? Plan(string path, FrameShape? shape)
    {
        try
        {
            return File.Exists(path) ? GeneratorPlanner.Read(path, Size(shape), Foreign) : null;
        }
        catch (UserException fault)
        {
            Explain(fault);
            return null;
        }
    }

    private IGenerator Faster(GlGenerator card, IGenerator other, double otherMilliseconds)
    {
        var milliseconds = GpuGeneratorBuilder.Time(card);
        live.Log.Write("choice", new { card = milliseconds, other = otherMilliseconds });
        IGenerator loser = milliseconds < otherMilliseconds ? other : card;
        loser.Dispose();
        return loser == other ? card : other;
    }

    /// <returns>Milliseconds of one translation by ONNX Runtime, the best of a few.</returns>
    private double Time(string path, FrameShape? shape)
    {
        using var bare = new BaselineRun(path, Options(shape));
        var best = double.PositiveInfinity;
        for (var run = 0; run <= TimedRuns; run++)
        {
            var start = Stopwatch.GetTimestamp();
            bare.Run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }

    private LoadOptions Options(FrameShape? shape) => new()
    {
        Provider = _provider switch
        {
            LiveProvider.Auto => ExecutionProvider.Auto,
            LiveProvider.Cuda => ExecutionProvider.Cuda,
            _ => ExecutionProvider.Cpu,
        },
        Threads = threads,
        TimeLimit = live.Options.LoadLimit,
        Size = Size(shape),
        Range = Foreign.Range,
        Palette = Foreign.Palette,
    };

    /// <summary>A notice if the GPU was asked for; a line in the log if the choice was automatic.</summary>
    private void Explain(UserException fault)
    {
        if (_provider == LiveProvider.Gl)
        {
            live.Notices.Tell(ToastKind.Warning, TranslationTexts.FallingBack(fault.Message));
        }
        else
        {
            live.Log.Write("choice", new { reason = fault.Message });
        }
    }

    /// <summary>The first generator has the size that was asked for, all others that of the first.</summary>
    private (int Width, int Height)? Size(FrameShape? shape) => shape is { } one ? (one.Width, one.Height) : Foreign.Size;
}
