using System.Diagnostics;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Ranks;
using Pix2Pix.Realtime.Training.Runs;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Benchmarks;

/// <summary>Times a rank's steps and its sums: 256x256, a batch of 1, float32, one thread, random pictures, so that nothing but arithmetic and exchange is timed.</summary>
internal static class RankBenchmark
{
    private const int Size = 256;

    /// <summary>Steps and sums that are not counted: libtorch chooses its kernels, and MPI connects the ranks.</summary>
    private const int WarmUp = 3;

    private const int FewValues = 2;
    private const int CountedSums = 200;

    /// <summary>To be called on every rank.</summary>
    /// <param name="ranks">One process, or ranks that all measure.</param>
    /// <param name="width">Of both networks.</param>
    /// <param name="steps">Counted steps.</param>
    public static RankTimes Measure(IRanks ranks, int width, int steps)
    {
        set_num_threads(1);
        var timed = new TimedRanks(ranks);
        var recipe = RecipeOf(width);
        using var random = new Generator((ulong)ranks.Rank + 1);
        using var input = rand(1, 3, Size, Size, generator: random).Times(2).Plus(-1);
        using var target = rand(1, 3, Size, Size, generator: random).Times(2).Plus(-1);
        using var trainer = recipe.CreateTrainer(CPU);
        trainer.Exchange = ranks.Count == 1 ? null : new GradientExchange(timed);
        var (all, summing) = (new List<double>(), new List<double>());
        for (var step = 0; step < WarmUp + steps; step++)
        {
            var start = Stopwatch.GetTimestamp();
            trainer.Step(input, target, recipe.PlanAt(step, step / (steps * 2.0), 1));
            var (time, sums) = (Stopwatch.GetElapsedTime(start), timed.TakeSumming());
            if (step >= WarmUp)
            {
                all.Add(time.TotalMilliseconds);
                summing.Add(sums.TotalMilliseconds);
            }
        }

        var weights = trainer.Generator.parameters().Concat(trainer.Discriminator.parameters()).Sum(parameter => parameter.numel());
        return new RankTimes(
            ranks.Count, new Measurements(all).Median, new Measurements(summing).Median, weights * sizeof(float),
            SecondsOfASum(ranks, FewValues), SecondsOfASum(ranks, GradientExchange.Message), GradientExchange.Message * sizeof(float));
    }

    private static unsafe double SecondsOfASum(IRanks ranks, int count)
    {
        var values = GC.AllocateArray<float>(count, pinned: true);
        var seconds = new List<double>();
        for (var sum = 0; ranks.Count > 1 && sum < WarmUp + CountedSums; sum++)
        {
            fixed (float* first = values)
            {
                var start = Stopwatch.GetTimestamp();
                ranks.Sum(first, count);
                seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        return seconds.Count == 0 ? 0 : new Measurements(seconds.Skip(WarmUp)).Median;
    }

    private static Recipe RecipeOf(int width)
    {
        var settings = new SettingValues(TrainingSettings.Table);
        settings.Set(TrainingSettings.GeneratorWidth, width);
        settings.Set(TrainingSettings.DiscriminatorWidth, width);
        settings.Set(TrainingSettings.Precision, TrainingPrecision.Float32);
        settings.Set(TrainingSettings.SwitchProbability, 0);
        settings.Set(TrainingSettings.NoiseSigma, 0);
        return new Recipe(settings, 3, 3);
    }
}
