using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Quantization;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>
/// Bare runs of the full-width generator in floats and in bytes, in turns, and both against what the machine's arithmetic reaches. Its weights are random, its
/// statistics <c>running</c>: what a run costs does not depend on what was learned.
/// </summary>
internal static class Int8Bench
{
    /// <summary>Multiply-adds of the 256x256 U-Net of width 64.</summary>
    private const double Products = 6.05e9;

    private const int Turns = 31;
    private const int Pictures = 2;
    private const int LimitTurns = 9;

    public static IEnumerable<BenchRow> Run()
    {
        var folder = Directory.CreateTempSubdirectory("pix2pix-bench-");
        try
        {
            var (floats, bytes) = (Path.Combine(folder.FullName, "fp32.onnx"), Path.Combine(folder.FullName, "int8.onnx"));
            RandomGenerator.Write(floats, width: 64, NormStatistics.Running);
            Quantize(floats, bytes);
            return Measure(floats, bytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<BenchRow> Measure(string floats, string bytes)
    {
        var cpu = new LoadOptions { Provider = ExecutionProvider.Cpu };
        using var floatRun = new BareRun(floats, cpu);
        using var byteRun = new BareRun(bytes, cpu);
        using var floatProduct = MachineProduct.OfFloats();
        using var byteProduct = MachineProduct.OfBytes();
        var copy = new MachineCopy();

        // Each row and its limit take turns too: on a busy machine both are slower.
        var (slow, fast) = TakeTurns.Medians(floatRun.Run, byteRun.Run, Turns);
        var (slowAgain, floatLimit) = TakeTurns.Medians(floatRun.Run, floatProduct.Run, LimitTurns);
        var (fastAgain, byteLimit) = TakeTurns.Medians(byteRun.Run, byteProduct.Run, LimitTurns);
        var (_, copied) = TakeTurns.Medians(byteRun.Run, copy.Run, LimitTurns);
        return
        [
            new BenchRow("translate.w64.fp32_ms", slow, "ms", null),
            new BenchRow("translate.w64.int8_ms", fast, "ms", null),
            BenchRow.Least("translate.w64.speedup", slow / fast, "", 2.5),
            new BenchRow("translate.w64.fp32_of_limit", Rate(Products, slowAgain) / Rate(MachineProduct.Count, floatLimit), "", null),
            new BenchRow("translate.w64.int8_of_limit", Rate(Products, fastAgain) / Rate(MachineProduct.Count, byteLimit), "", null),
            new BenchRow("machine.fp32_products", Rate(MachineProduct.Count, floatLimit), "G/s", null),
            new BenchRow("machine.int8_products", Rate(MachineProduct.Count, byteLimit), "G/s", null),
            new BenchRow("machine.copy", Rate(MachineCopy.Moved, copied), "GB/s", null),
        ];
    }

    /// <summary>Thousand millions a second.</summary>
    private static double Rate(double count, double milliseconds) => count / milliseconds / 1e6;

    private static void Quantize(string floats, string bytes)
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
