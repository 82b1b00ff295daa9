using Pix2Pix.Realtime.App.Tuning;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>
/// U-Nets of several sizes as files, in a folder that lives as long as this, each made when it is asked for. Their weights are random, their statistics <c>running</c>: what a run
/// costs does not depend on what was learned.
/// </summary>
internal sealed class HdGenerators : IDisposable
{
    private static readonly LoadOptions Cpu = new() { Provider = ExecutionProvider.Cpu };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pix2pix-bench-");

    /// <summary>A generator's file.</summary>
    /// <param name="width">Channels of its first level.</param>
    /// <param name="side">Of its pictures, in pixels.</param>
    /// <param name="patch">See <see cref="GeneratorShape.Patch"/>.</param>
    /// <param name="isInt8">Whether it is the file of bytes.</param>
    public string File(int width, int side, int patch, bool isInt8)
    {
        var floats = Path.Combine(_folder.FullName, $"w{width}-{side}-p{patch}.onnx");
        if (!System.IO.File.Exists(floats))
        {
            RandomGenerator.Write(floats, width, NormStatistics.Running, side, patch);
        }

        var bytes = Path.ChangeExtension(floats, ".int8.onnx");
        if (isInt8 && !System.IO.File.Exists(bytes))
        {
            WideGenerators.Quantize(floats, bytes);
        }

        return isInt8 ? bytes : floats;
    }

    /// <summary>The same file, to be run in the way that is the fastest here, as the window runs it.</summary>
    public BaselineRun Open(int width, int side, int patch, bool isInt8)
    {
        var file = File(width, side, patch, isInt8);
        return new BaselineRun(file, isInt8 ? Cpu : ChoiceTrial.Fastest(file, OnnxFile.Read(file), Cpu).ApplyTo(Cpu));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
