using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Bare runs of the full-width generator in fp32 and in int8, in turns, and both against what the machine's arithmetic reaches.</summary>
internal static class Int8Bench
{
    /// <summary>Multiply-adds of the 256x256 U-Net of width 64.</summary>
    private const double Products = 6.05e9;

    private const int Turns = 31;
    private const int LimitTurns = 9;

    public static IEnumerable<BenchRow> Run()
    {
        using var generators = new WideGenerators();
        var cpu = new LoadOptions { Provider = ExecutionProvider.Cpu };
        using var floatRun = new BaselineRun(generators.Floats, cpu);
        using var byteRun = new BaselineRun(generators.Bytes, cpu);
        using var floatProduct = PeakProduct.OfFloats(PeakProduct.Shapes);
        using var byteProduct = PeakProduct.OfBytes(PeakProduct.Shapes);
        var copy = new PeakCopy();
        Console.Error.WriteLine(BenchTexts.Limits(floatProduct.Name, byteProduct.Name));

        // Each row and its limit take turns too: on a busy machine both are slower.
        var bytesAgainstFloats = InterleavedTiming.With(floatRun.Run, byteRun.Run, Turns);
        var floatLimit = InterleavedTiming.With(floatRun.Run, floatProduct.Run, LimitTurns);
        var byteLimit = InterleavedTiming.With(byteRun.Run, byteProduct.Run, LimitTurns);
        var floatCopy = InterleavedTiming.With(floatRun.Run, copy.Run, LimitTurns);
        var byteCopy = InterleavedTiming.With(byteRun.Run, copy.Run, LimitTurns);
        return
        [
            BenchRow.Of("translate.w64.fp32_ms", bytesAgainstFloats.First, "ms"),
            BenchRow.Of("translate.w64.int8_ms", bytesAgainstFloats.Second, "ms"),
            BenchRow.Least("translate.w64.speedup", bytesAgainstFloats.Ratio, "", 2.5) with { Spread = bytesAgainstFloats.Ratios.Spread },
            Share("translate.w64.fp32_of_limit", floatLimit, floatProduct),
            Share("translate.w64.int8_of_limit", byteLimit, byteProduct),
            ShareOfCopy("translate.w64.fp32_of_copy", generators.Floats, floatCopy),
            ShareOfCopy("translate.w64.int8_of_copy", generators.Bytes, byteCopy),
            new BenchRow("machine.fp32_products", Rate(floatProduct.Count, floatLimit.Second.Median), "G/s", null),
            new BenchRow("machine.int8_products", Rate(byteProduct.Count, byteLimit.Second.Median), "G/s", null),
            new BenchRow("machine.copy", Rate(PeakCopy.Moved, byteCopy.Second.Median), "GB/s", null),
        ];
    }

    /// <summary>The rate of a translation's products as a share of the large product's.</summary>
    private static BenchRow Share(string name, InterleavedTiming turns, ILargeProduct product) => new(name, Products / turns.First.Median / (product.Count / turns.Second.Median), "", null);

    /// <summary>The rate of a translation's weights, each of which it reads at least once, as a share of what a large copy moves.</summary>
    private static BenchRow ShareOfCopy(string name, string file, InterleavedTiming turns) =>
        new(name, new FileInfo(file).Length / turns.First.Median / (PeakCopy.Moved / turns.Second.Median), "", null);

    /// <summary>Thousand millions a second.</summary>
    private static double Rate(double count, double milliseconds) => count / milliseconds / 1e6;
}
