using System.Diagnostics;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Runs;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Benchmarks;

/// <summary>Times training steps against <see cref="PlainTrainingLoop"/>, taking turns in one process, so that both see the same machine.</summary>
internal static class TrainingBenchmark
{
    /// <summary>Steps that are not counted: libtorch chooses its kernels in them.</summary>
    private const int WarmUp = 3;

    /// <summary>Measures one width at 256x256, batch 1, with a discriminator of the same width.</summary>
    /// <param name="width">Of both networks.</param>
    /// <param name="precision">The trainer's arithmetic, auto as a run decides it; the plain loop's is float32.</param>
    /// <param name="steps">Counted steps of each.</param>
    /// <returns>Median milliseconds a step, of the plain loop and of the trainer.</returns>
    public static (double Plain, double Ours) Measure(int width, TrainingPrecision precision, int steps)
    {
        const int Size = 256;
        var settings = new SettingValues(TrainingSettings.Table);
        settings.Set(TrainingSettings.GeneratorWidth, width);
        settings.Set(TrainingSettings.DiscriminatorWidth, width);
        settings.Set(TrainingSettings.Precision, precision);
        PrecisionChoice.Resolve(settings, null, config: null, Console.Error.WriteLine);
        settings.Set(TrainingSettings.SwitchProbability, 0);
        settings.Set(TrainingSettings.NoiseSigma, 0);
        var recipe = new Recipe(settings, 3, 3);
        using var random = new Generator(1);
        using var input = rand(1, 3, Size, Size, generator: random).Times(2).Plus(-1);
        using var target = rand(1, 3, Size, Size, generator: random).Times(2).Plus(-1);
        using var trainer = recipe.CreateTrainer(CPU);
        using var plain = new PlainTrainingLoop(GeneratorNetwork.Create(recipe.Shape), Discriminator.OfPatches(6, width, 3, NormKind.Batch), random);
        var (plainTimes, ourTimes) = (new List<double>(), new List<double>());
        for (var step = 0; step < WarmUp + steps; step++)
        {
            var plan = recipe.PlanAt(step, step / (steps * 2.0), 1);
            var start = Stopwatch.GetTimestamp();
            plain.Step(input, target, plan.RealTarget);
            var between = Stopwatch.GetTimestamp();
            trainer.Step(input, target, plan);
            if (step >= WarmUp)
            {
                plainTimes.Add(Stopwatch.GetElapsedTime(start, between).TotalMilliseconds);
                ourTimes.Add(Stopwatch.GetElapsedTime(between).TotalMilliseconds);
            }
        }

        return (new Measurements(plainTimes).Median, new Measurements(ourTimes).Median);
    }
}
