using System.Diagnostics;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>
/// Decides <c>training.precision: auto</c> once per run: by the checkpoint or the run's configuration where there is one, else by timing a convolution like the run's own.
/// Timing may end otherwise another day, so what was decided is written into the run's configuration, which gives the same run again.
/// </summary>
internal static class PrecisionChoice
{
    /// <summary>Below this gain the products are not what takes the time, and float32 keeps its digits.</summary>
    private const double Worthwhile = 1.3;

    /// <summary>Timed runs of each kind; the median counts.</summary>
    private const int Repeats = 5;

    /// <summary>Replaces auto in the settings by what was decided, so that the run's configuration and its checkpoints say it.</summary>
    /// <param name="settings">The whole recipe; changed where it says auto.</param>
    /// <param name="checkpoint">Where the run continues; null = from the first step.</param>
    /// <param name="config">The run's configuration, which an earlier start may have written; null = none is kept.</param>
    /// <param name="say">Hears what was decided by timing, one sentence.</param>
    public static void Resolve(SettingValues settings, Checkpoint? checkpoint, string? config, Action<string> say)
    {
        if (settings.Get(TrainingSettings.Precision) != TrainingPrecision.Auto)
        {
            return;
        }

        var before = checkpoint is not null ? ConfigFile.Parse(TrainingSettings.Table, checkpoint.Header.Settings, RunsTexts.TheCheckpointsRecipe, [])
            : File.Exists(config) ? ConfigFile.Load(TrainingSettings.Table, config, [])
            : null;
        if (before?.Get(TrainingSettings.Precision) is { } decided and not TrainingPrecision.Auto)
        {
            settings.Set(TrainingSettings.Precision, decided);
            return;
        }

        settings.Set(TrainingSettings.Precision, Measure(settings));
        say(RunsTexts.PrecisionChosen(settings.Text(TrainingSettings.Precision), config is null ? "" : RunsTexts.PrecisionNote(config)));
    }

    private static TrainingPrecision Measure(SettingValues settings)
    {
        using var scope = NewDisposeScope();
        var device = TrainingDevices.Choose(settings.Get(TrainingSettings.Device));
        var channels = settings.Get(TrainingSettings.GeneratorWidth) * 4L;
        var side = Math.Max(8, settings.Get(TrainingSettings.CropSize) / 4);
        var plain = MedianSeconds(ScalarType.Float32, device, channels, side);
        var brief = MedianSeconds(ScalarType.BFloat16, device, channels, side);
        return plain / brief >= Worthwhile ? TrainingPrecision.BFloat16 : TrainingPrecision.Float32;
    }

    /// <summary>One convolution of the middle of the network, forward and backward, with the conversions that a step makes.</summary>
    private static double MedianSeconds(ScalarType type, Device device, long channels, long side)
    {
        using var scope = NewDisposeScope();
        var input = ones(1, channels, side, side, device: device).requires_grad_(true);
        var weight = ones(channels * 2, channels, 4, 4, device: device).requires_grad_(true);
        var seconds = new List<double>();
        for (var run = 0; run <= Repeats; run++)
        {
            var start = Stopwatch.GetTimestamp();
            nn.functional.conv2d(input.to(type), weight.to(type), strides: [2, 2], padding: [1, 1]).to(ScalarType.Float32).sum().backward();
            _ = weight.grad!.sum().Number(); // A GPU works ahead of the processor: the time counts when the answer is here.
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        // The first run chooses kernels and is not counted.
        return new Measurements(seconds.Skip(1)).Median;
    }
}
