using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Kit;

namespace Pix2Pix.Realtime.App.Live;

/// <summary>
/// Loads generators for the provider that the person asked for. A generator for the graphics card takes two steps: any thread reads the file, the
/// GL thread puts it on the card. Where the card can't, the person reads why, and the processor computes it.
/// </summary>
/// <param name="stage">Whose GL device is used, and who is told.</param>
/// <param name="provider">What was asked for.</param>
/// <param name="threads">Threads within one translation on the processor; 0 = as many as help.</param>
internal sealed class GeneratorSource(Stage stage, LiveProvider provider, int threads)
{
    /// <summary>Any thread: everything that can be done off the GL thread.</summary>
    /// <param name="path">An .onnx file.</param>
    /// <param name="shape">What it must read; null = whatever it reads.</param>
    /// <exception cref="UserException">The file is no generator, or not of that size.</exception>
    public ReadGenerator Read(string path, FrameShape? shape)
    {
        // A missing file is the other loader's to name.
        if (provider == LiveProvider.Gl && File.Exists(path))
        {
            try
            {
                return new ReadGenerator(path, Generator: null, GeneratorPlanner.Read(path, Size(shape)));
            }
            catch (UserException fault)
            {
                Explain(fault);
            }
        }

        return OnProcessor(path, shape);
    }

    /// <summary>GL thread: what was read, ready to translate.</summary>
    /// <returns>Null when the card can't, which the person was told; the processor can: <see cref="OnProcessor"/>.</returns>
    public IGenerator? Build(ReadGenerator read)
    {
        if (read.Plan is not { } plan)
        {
            return read.Generator;
        }

        try
        {
            return GlGenerator.Build(stage.Device, plan);
        }
        catch (UserException fault)
        {
            Explain(fault);
            return null;
        }
    }

    /// <summary>Any thread: the same without OpenGL.</summary>
    /// <exception cref="UserException">The file is no generator, or not of that size.</exception>
    public ReadGenerator OnProcessor(string path, FrameShape? shape) => new(path, Plan: null, Generator: GeneratorLoader.Load(path, new LoadOptions
    {
        Provider = provider switch
        {
            LiveProvider.Auto => ExecutionProvider.Auto,
            LiveProvider.Cuda => ExecutionProvider.Cuda,
            _ => ExecutionProvider.Cpu,
        },
        Threads = threads,
        Size = Size(shape),
    }));

    private void Explain(UserException fault) => stage.Tell(ToastKind.Warning, $"The processor translates, not the graphics card. {fault.Message}");

    private static (int Width, int Height)? Size(FrameShape? shape) => shape is { } one ? (one.Width, one.Height) : null;
}
