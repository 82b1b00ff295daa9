using System.ComponentModel;
using System.Diagnostics;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.Runs;
using Spectre.Console.Cli;
using TorchSharp;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary><c>pix2pix train</c>: headless training with progress.</summary>
internal sealed class TrainCommand : Command<TrainCommand.Options>
{
    internal sealed class Options : CommandSettings
    {
        [CommandArgument(0, "[key=value]")]
        [Description("Settings that differ from the file, e.g. training.steps=300")]
        public string[] Overrides { get; init; } = [];

        [CommandOption("--config <FILE>")]
        [Description("The configuration, e.g. configs/quick.yaml")]
        public string? Config { get; init; }

        [CommandOption("--resume [FILE]")]
        [Description("Go on from the run's latest checkpoint, or from a file; with no checkpoint yet the run starts fresh")]
        public FlagValue<string> Resume { get; init; } = new();

        [CommandOption("--quiet")]
        [Description("Only what needs attention")]
        public bool Quiet { get; init; }

        [CommandOption("--verbose")]
        [Description("Show where a fault happened")]
        public bool Verbose { get; init; }
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        // Before libtorch starts its threads, so that they all inherit it: painting in another window stays smooth.
        Process.GetCurrentProcess().PriorityClass = ProcessPriorityClass.BelowNormal;
        var plan = RunPlan.Make(options.Config, options.Overrides, options.Resume.IsSet, options.Resume.Value, Console.Error.WriteLine);
        LibTorch.Load();
        if (plan.Settings.Get(TrainingSettings.Threads) is > 0 and var threads)
        {
            torch.set_num_threads(threads);
        }

        PrecisionChoice.Resolve(plan.Settings, plan.Checkpoint, plan.Folder.Config, Console.Error.WriteLine);
        var pairs = PairSources.Open(plan.Settings);
        foreach (var problem in pairs.Problems)
        {
            Console.Error.WriteLine($"Left out: {problem}");
        }

        new ConsoleProgress(options.Quiet, TimeProvider.System).Show(listen =>
        {
            using var run = new TrainingRun(plan.Settings, plan.Folder, pairs, plan.Checkpoint, listen, TimeProvider.System);
            using var signals = new StopSignals(run.Control.Stop);
            run.Run();
        });
        return 0;
    }
}
