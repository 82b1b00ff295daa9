using System.Diagnostics;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Batches;
using Pix2Pix.Realtime.Training.Runs;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Benchmarks;

/// <summary>Measures the data wait and the peak memory of a run. Drawn facades, 256x256, batch 1.</summary>
internal static class RunBenchmark
{
    private const int WarmUp = 3;

    /// <summary>Trains for some steps and times how long each waits for its pair.</summary>
    /// <returns>Percent of the steps' time.</returns>
    public static double DataWaitPercent(int width, int steps)
    {
        var settings = new SettingValues(TrainingSettings.Table);
        settings.Set(TrainingSettings.GeneratorWidth, width);
        settings.Set(TrainingSettings.DiscriminatorWidth, width);
        settings.Set(TrainingSettings.Precision, TrainingPrecision.Float32);
        var pairs = PairSources.Open(settings).Training;
        var recipe = new Recipe(settings, pairs.InputChannels, pairs.TargetChannels);
        using var trainer = recipe.CreateTrainer(CPU);
        var order = new PairOrder(recipe.Seed, pairs.Count, recipe.BatchSize, OrderShare.Whole);
        using var batches = new BatchQueue(pairs, order.At, 0, BatchQueue.Workers);
        var (waited, all) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var step = 0; step < WarmUp + steps; step++)
        {
            using var scope = NewDisposeScope();
            var start = Stopwatch.GetTimestamp();
            var batch = batches.Take();
            var wait = Stopwatch.GetElapsedTime(start);
            var (input, target) = batch.ToTensors(pairs, CPU);
            trainer.Step(input, target, recipe.PlanAt(step, step / (steps * 2.0), 1));
            if (step >= WarmUp)
            {
                (waited, all) = (waited + wait, all + Stopwatch.GetElapsedTime(start));
            }
        }

        return 100 * waited / all;
    }

    /// <summary>Runs a whole training, checkpoints, snapshot and validation included, and asks the system for the most memory that this process has held.</summary>
    /// <remarks>For a process of its own: what ran in it before counts too.</remarks>
    /// <returns>GB (10^9 bytes).</returns>
    public static double PeakGigabytes(int width)
    {
        var folder = Directory.CreateTempSubdirectory("pix2pix-bench-");
        try
        {
            var settings = ConfigFile.Parse(TrainingSettings.Table, "", BenchmarksTexts.TheRecipe,
            [
                $"run.folder={folder.FullName}", $"generator.width={width}", $"discriminator.width={width}", "training.precision=fp32",
                "training.steps=6", "output.checkpoint_every=3",
            ]);
            var plan = RunPlan.Make(settings, resume: false, Console.Error.WriteLine);
            using var run = new TrainingRun(plan.Settings, plan.Folder, PairSources.Open(plan.Settings), null, _ => { }, TimeProvider.System);
            run.Run();
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1e9;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
