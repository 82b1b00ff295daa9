using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Quantization;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>
/// The full-width generator of 256x256 as files of floats and of bytes, in a folder that lives as long as this. Its weights are random, its statistics <c>running</c>: what a
/// run costs does not depend on what was learned.
/// </summary>
internal sealed class WideGenerators : IDisposable
{
    private const int Width = 64;
    private const int Pictures = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pix2pix-bench-");

    public WideGenerators()
    {
        RandomGenerator.Write(Floats, Width, NormStatistics.Running);
        Quantize(Floats, Bytes);
    }

    public string Folder => _folder.FullName;

    /// <summary>The file of floats, as this program exports it: no optimiser has seen it.</summary>
    public string Floats => Path.Combine(Folder, "fp32.onnx");

    public string Bytes => Path.Combine(Folder, "int8.onnx");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Writes the int8 form of a file of random weights.</summary>
    public static void Quantize(string floats, string bytes)
    {
        var prepared = Quantizer.Prepare(OnnxFile.Read(floats));
        using var calibration = new Calibration(prepared);
        for (ulong seed = 1; seed <= Pictures; seed++)
        {
            Probe.FillInput(seed, calibration.Picture);
            calibration.Watch();
        }

        OnnxFile.Write(bytes, Quantizer.Apply(prepared, calibration.Ranges(outside: 0)));
    }
}
