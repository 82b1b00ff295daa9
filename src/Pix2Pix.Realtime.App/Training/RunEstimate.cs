using Pix2Pix.Realtime.Costs;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>About how long a run will take and how much memory: said before Start, and said to be an estimate.</summary>
/// <param name="Words">One sentence.</param>
/// <param name="Excess">What to say where there is not that much memory here; null where there is.</param>
internal sealed record RunEstimate(string Words, string? Excess)
{
    /// <summary>Multiply-adds a second of training on one core, as measured on one machine at width 32: where no run has shown what this one can.</summary>
    private const double MultipliesPerCore = 2.4e10;

    /// <param name="settings">What will be trained.</param>
    /// <param name="runs">What was trained there before, the newest first.</param>
    /// <param name="isLocal">Whether it will be trained on this machine.</param>
    public static RunEstimate Of(SettingValues settings, IReadOnlyList<RunInfo> runs, bool isLocal)
    {
        var cost = RunCost.Of(settings);
        var steps = settings.Get(TrainingSettings.Steps);
        var (rate, source) = Rate(cost, runs, isLocal);
        var time = steps > 0 && rate > 0 ? TrainingTexts.About(Duration(steps / rate), source) : TrainingTexts.UnknownLength;
        return new RunEstimate(TrainingTexts.Estimate(time, cost.Memory.Words), isLocal ? cost.Memory.Excess : null);
    }

    /// <summary>A run of the same size says most; one of another size is scaled by what a step multiplies.</summary>
    private static (double StepsPerSecond, string Source) Rate(RunCost cost, IReadOnlyList<RunInfo> runs, bool isLocal)
    {
        var nearest = runs.Where(run => run.StepsPerSecond > 0).Select(run => (Run: run, Cost: CostOf(run))).Where(run => run.Cost > 0)
            .OrderBy(run => Math.Round(Math.Abs(Math.Log(run.Cost / cost.MultipliesPerStep)), 1)).FirstOrDefault();
        return nearest.Run is { } known ? (known.StepsPerSecond * nearest.Cost / cost.MultipliesPerStep, TrainingTexts.SpeedOf(known.Name))
            : isLocal ? (MultipliesPerCore * Environment.ProcessorCount / cost.MultipliesPerStep, TrainingTexts.SpeedOfSize)
            : (0, "");
    }

    private static double CostOf(RunInfo run)
    {
        try
        {
            return RunCost.Of(ConfigFile.Parse(TrainingSettings.Table, run.Settings, run.Name, [])).MultipliesPerStep;
        }
        catch (UserException)
        {
            // A run of another version of this program says nothing about this one.
            return 0;
        }
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 90 => TrainingTexts.Seconds(Math.Max(1, seconds)),
        < 5400 => TrainingTexts.Minutes(seconds / 60),
        < 172800 => TrainingTexts.Hours(seconds / 3600),
        _ => TrainingTexts.Days(seconds / 86400),
    };
}
