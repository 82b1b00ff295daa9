using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>
/// Bare runs of a generator such as <c>distill</c> makes, in int8, against those of the full width in floats, in turns. Its weights are random: what a run costs does
/// not depend on what was learned.
/// </summary>
internal static class StudentBench
{
    private const int Turns = 31;

    public static IEnumerable<BenchRow> Run()
    {
        using var generators = new WideGenerators();
        var (floats, bytes) = (Path.Combine(generators.Folder, "slim.onnx"), Path.Combine(generators.Folder, "student.onnx"));
        RandomGenerator.Write(floats, StudentRecipe.Width, NormStatistics.Running);
        WideGenerators.Quantize(floats, bytes);
        var cpu = new LoadOptions { Provider = ExecutionProvider.Cpu };
        using var wide = new BaselineRun(generators.Floats, cpu);
        using var student = new BaselineRun(bytes, cpu);
        var turns = InterleavedTiming.With(wide.Run, student.Run, Turns);
        return
        [
            BenchRow.Least("student.speedup", turns.Ratio, "", 10) with { Spread = turns.Ratios.Spread },
            BenchRow.Least("student.pictures_per_s", 1000 / turns.Second.Median, "/s", 100),
        ];
    }
}
