using System.Diagnostics;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.Runs;
using Spectre.Console.Cli;
using TorchSharp;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary><c>pix2pix train</c>: headless training with progress.</summary>
internal sealed class TrainCommand : Command<TrainOptions>
{
    public override int Execute(CommandContext context, TrainOptions options, CancellationToken cancellationToken)
    {
        // Before libtorch starts its threads, so that they all inherit it: painting in another window stays smooth.
        Process.GetCurrentProcess().PriorityClass = ProcessPriorityClass.BelowNormal;
        var plan = RunPlan.Make(options.Config, options.Overrides, options.Resume.IsSet, options.Resume.Value, Console.Error.WriteLine);
        using var folder = plan.Folder;
        LibTorch.Load();
        if (plan.Settings.Get(TrainingSettings.Threads) is > 0 and var threads)
        {
            torch.set_num_threads(threads);
        }

        PrecisionChoice.Resolve(plan.Settings, plan.Checkpoint, plan.Folder.Config, Console.Error.WriteLine);
        var pairs = PairSources.Open(plan.Settings);
        foreach (var problem in pairs.Problems)
        {
            Console.Error.WriteLine($"Skipped: {problem}");
        }

        new ConsoleProgress(options.Quiet, TimeProvider.System).Show(listen =>
        {
            using var run = new TrainingRun(plan.Settings, plan.Folder, pairs, plan.Checkpoint, listen, TimeProvider.System);
            using var signals = new StopSignals(run.Control.Stop);
            using var ended = new CancellationTokenSource();
            _ = ParentProcess.WatchAsync(run.Control.Stop, ended.Token);
            run.Run();
            ended.Cancel();
        });
        return 0;
    }
}
