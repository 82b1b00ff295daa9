using System.Diagnostics;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary><c>pix2pix translate</c> over a folder of drawn label maps, whole process, against bare runs of the same file before and after it.</summary>
internal static class TranslateBench
{
    private const int BareRuns = 10;

    /// <param name="model">An .onnx file of 256x256.</param>
    /// <param name="count">Pictures: enough that the program's start counts little, as in a folder of a thousand.</param>
    /// <returns>The folder's rate as a share of the bare rate.</returns>
    public static async Task<double> EfficiencyAsync(string model, int count)
    {
        var folder = Directory.CreateTempSubdirectory("pix2pix-bench-").FullName;
        try
        {
            var labels = Directory.CreateDirectory(Path.Combine(folder, "labels")).FullName;
            var palette = PaletteFile.Load("cmp-facade");
            for (var i = 0; i < count; i++)
            {
                LabelMapFile.Save(Path.Combine(labels, $"{i:00000}.png"), FacadeSynthesizer.DrawLabels((ulong)i, 256, 256), palette);
            }

            using var bare = new BaselineRun(model, new LoadOptions());
            var times = new List<double>();
            Measure(bare, times);
            var start = Stopwatch.GetTimestamp();
            using var program = ProgramBench.Start("translate", labels, "-o", Path.Combine(folder, "out"), "--model", model);
            await program.StandardOutput.ReadToEndAsync();
            await program.WaitForExitAsync();
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Measure(bare, times);
            return program.ExitCode == 0
                ? count * new Measurements(times).Median / 1000 / seconds
                : throw new UserException(BenchTexts.TranslateFailed(program.ExitCode));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(BaselineRun bare, List<double> times)
    {
        bare.Run();
        for (var i = 0; i < BareRuns; i++)
        {
            var start = Stopwatch.GetTimestamp();
            bare.Run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
