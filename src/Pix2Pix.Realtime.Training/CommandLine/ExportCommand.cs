using System.ComponentModel;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Batches;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.RunFiles;
using Pix2Pix.Realtime.Training.Runs;
using Pix2Pix.Realtime.Training.Snapshots;
using Pix2Pix.Realtime.Training.Weights;
using Spectre.Console.Cli;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>
/// <c>export</c>: writes the generator of a run's newest checkpoint, or of a file of weights. The app's own <c>pix2pix export</c> runs this and then loads the file, so that
/// writing and verifying happen in two processes.
/// </summary>
internal sealed class ExportCommand : Command<ExportCommand.Options>
{
    /// <summary>Validation losses further apart than this deserve a warning.</summary>
    private const double LargestGap = 0.05;

    internal sealed class Options : CommandSettings
    {
        [CommandOption("--run <FOLDER>")]
        [Description("The run's folder.")]
        public string Run { get; init; } = "";

        [CommandOption("--weights <FILE>")]
        [Description("A .pth or .safetensors file instead of a run.")]
        public string Weights { get; init; } = "";

        [CommandOption("--size <PIXELS>")]
        [Description("Side of the images, with --weights.")]
        [DefaultValue(256)]
        public int Size { get; init; }

        [CommandOption("-o|--output <FILE>")]
        [Description("The .onnx or .safetensors file to write.")]
        public string Output { get; init; } = "";

        [CommandOption("--precision <fp32|fp16>")]
        [Description("How the weights are stored.")]
        [DefaultValue(WeightPrecision.Fp32)]
        public WeightPrecision Precision { get; init; }
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        LibTorch.Load();
        if (options.Weights.Length > 0)
        {
            ExportWeights(options);
        }
        else
        {
            ExportRun(options);
        }

        return 0;
    }

    private static void ExportWeights(Options options)
    {
        var generator = GeneratorWeights.Load(options.Weights);
        using var network = generator.ToNetwork();
        Console.WriteLine($"{options.Weights}: {generator.Describe()}");
        if (generator.Shape.StyleLength > 0)
        {
            throw new UserException(CommandLineTexts.StyleUnknown(generator.Shape.StyleLength, options.Weights));
        }

        var writer = new SnapshotWriter(options.Size, Direction.BtoA, palette: "", Path.GetFileNameWithoutExtension(options.Weights));
        Write(options, network, () => writer.Write(options.Output, network, generator.Shape.Statistics, options.Precision, step: 0));
    }

    private static void ExportRun(Options options)
    {
        var folder = RunFolder.Open(options.Run);
        var settings = ConfigFile.Load(TrainingSettings.Table, folder.Config, []);
        var checkpoint = CheckpointStore.Open(folder, settings, Console.Error.WriteLine).Latest()
            ?? throw new UserException(CommandLineTexts.NoCheckpoint(folder.Checkpoints));
        var pairs = PairSources.Open(settings);
        var recipe = new Recipe(settings, pairs.Training.InputChannels, pairs.Training.TargetChannels, checkpoint.Header.Style);
        using var state = new RunState(recipe.CreateTrainer(CPU));
        state.Restore(checkpoint, recipe.BatchSize);
        var style = RunStyle.Of(recipe.Style, settings, pairs.Training, checkpoint.Header.Style);
        var writer = new SnapshotWriter(recipe.Size, settings.Get(TrainingSettings.DataDirection), settings.Get(TrainingSettings.Palette), folder.Name, style?.Model);
        using var preview = new Preview(pairs, recipe.Shape, writer, CPU, style);
        preview.BeginEvaluation(state.Trainer);
        ShowValidation(preview, state, recipe.Shape);
        preview.BeginEvaluation(state.Trainer);
        Write(options, state.Trainer.Generator, () => preview.Export(state.Trainer.Generator, options.Output, state.Step, options.Precision));
    }

    private static void Write(Options options, GeneratorNetwork network, Action writeGraph)
    {
        if (options.Output.EndsWith(WeightsFile.SafeTensors, StringComparison.OrdinalIgnoreCase))
        {
            WeightsFile.Save(options.Output, network);
        }
        else
        {
            writeGraph();
        }
    }

    private static void ShowValidation(Preview preview, RunState state, GeneratorShape shape)
    {
        var generator = state.Trainer.Generator;
        var l1 = preview.Validate(generator);
        Console.WriteLine(CommandLineTexts.ValidationOf(l1, shape.Statistics.ToString().ToLowerInvariant(), state.Step));
        if (shape.Statistics != NormStatistics.Running)
        {
            return;
        }

        Translation.Enter(generator, NormStatistics.Image);
        var byImage = preview.Validate(generator);
        Console.WriteLine(CommandLineTexts.ValidationByImage(byImage));
        if (l1 > byImage * (1 + LargestGap))
        {
            Console.Error.WriteLine(CommandLineTexts.StatisticsCost);
        }
    }
}
