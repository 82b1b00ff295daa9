using System.Diagnostics;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Host;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.Ranks;
using Pix2Pix.Realtime.Training.Runs;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary><c>pix2pix train</c>: headless training with progress, in this process or as one rank of several.</summary>
internal sealed class TrainCommand : Command<TrainOptions>
{
    public override int Execute(CommandContext context, TrainOptions options, CancellationToken cancellationToken)
    {
        var ranks = RankGroup.Join();
        return ranks.Rank == 0 ? Lead(options, ranks) : RankCommand.Follow(options, ranks);
    }

    /// <summary>
    /// Before libtorch starts its threads, so that they all inherit it: painting in another window stays smooth. After mpirun was started, which must not wait when it has to end ranks.
    /// </summary>
    internal static void StepBack() => Process.GetCurrentProcess().PriorityClass = ProcessPriorityClass.BelowNormal;

    private static int Lead(TrainOptions options, IRanks ranks)
    {
        var plan = ranks.Together(() => RunPlan.Make(options.Config, options.Overrides, options.Resume.IsSet, options.Resume.Value, Console.Error.WriteLine));
        using var folder = plan.Folder;
        if (!RankGroup.IsLaunched && plan.Settings.Get(TrainingSettings.Ranks) is > 1 and var wanted)
        {
            folder.Dispose();
            return MpiLaunch.Run(wanted);
        }

        StepBack();
        plan.Settings.Set(TrainingSettings.Ranks, ranks.Count);
        Agreement.OnSettings(ranks, plan.Settings);
        LibTorch.LoadForTraining();
        RankThreads.Set(plan.Settings, ranks);
        var pairs = ranks.Together(() => PairSources.Open(plan.Settings));
        Agreement.OnPairs(ranks, pairs.Training);
        foreach (var problem in pairs.Problems)
        {
            Console.Error.WriteLine(CommandLineTexts.Skipped(problem));
        }

        ranks.Together(() => new Recipe(plan.Settings, pairs.Training.InputChannels, pairs.Training.TargetChannels));
        PrecisionChoice.Resolve(plan.Settings, plan.Checkpoint, plan.Folder.Config, Console.Error.WriteLine);
        ranks.ShareText(plan.Settings.Text(TrainingSettings.Precision));
        using var wire = RunWire.Find();
        new ConsoleProgress(options.Quiet, TimeProvider.System).Show(listen =>
        {
            var hear = wire is null ? listen : listen + wire.Say;
            using var run = new TrainingRun(plan.Settings, plan.Folder, pairs, plan.Checkpoint, hear, TimeProvider.System, ranks: ranks);
            wire?.Obey(run.Control);
            using var signals = new StopSignals(run.Control.Stop, ranks.Count == 1 ? CommandLineTexts.Stopping : CommandLineTexts.StoppingRanks);
            using var ended = new CancellationTokenSource();
            _ = ParentProcess.WatchAsync(run.Control.Stop, ended.Token);
            run.Run();
            ended.Cancel();
        });
        ranks.Leave();
        return 0;
    }
}
