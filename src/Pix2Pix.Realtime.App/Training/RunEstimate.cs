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
        var time = steps > 0 && rate > 0 ? $"About {Duration(steps / rate)} by {source}" : "Of unknown length";
        return new RunEstimate($"Estimate: {char.ToLowerInvariant(time[0])}{time[1..]}; {cost.Memory.Words}.", isLocal ? cost.Memory.Excess : null);
    }

    /// <summary>A run of the same size says most; one of another size is scaled by what a step multiplies.</summary>
    private static (double StepsPerSecond, string Source) Rate(RunCost cost, IReadOnlyList<RunInfo> runs, bool isLocal)
    {
        var nearest = runs.Where(run => run.StepsPerSecond > 0).Select(run => (Run: run, Cost: CostOf(run))).Where(run => run.Cost > 0)
            .OrderBy(run => Math.Round(Math.Abs(Math.Log(run.Cost / cost.MultipliesPerStep)), 1)).FirstOrDefault();
        return nearest.Run is { } known ? (known.StepsPerSecond * nearest.Cost / cost.MultipliesPerStep, $"the speed of {known.Name}")
            : isLocal ? (MultipliesPerCore * Environment.ProcessorCount / cost.MultipliesPerStep, "the network size alone (a first guess)")
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
        < 90 => FormattableString.Invariant($"{Math.Max(1, seconds):0} seconds"),
        < 5400 => FormattableString.Invariant($"{seconds / 60:0} minutes"),
        < 172800 => FormattableString.Invariant($"{seconds / 3600:0.0} hours"),
        _ => FormattableString.Invariant($"{seconds / 86400:0.0} days"),
    };
}
