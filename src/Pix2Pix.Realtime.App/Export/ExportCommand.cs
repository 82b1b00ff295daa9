using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.App.Training;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Export;

/// <summary><c>pix2pix export</c>: the training program writes the file, then this process loads it and compares its answers with libtorch's.</summary>
internal sealed class ExportCommand : AsyncCommand<ExportCommand.Options>
{
    internal sealed class Options : CommandSettings
    {
        [CommandOption("--run <FOLDER>")]
        [Description("The run's folder, such as runs/facades.")]
        public string Run { get; init; } = "";

        [CommandOption("--weights <FILE>")]
        [Description("Instead of a run: a generator that PyTorch saved (.pth, as latest_net_G.pth), or a .safetensors file.")]
        public string Weights { get; init; } = "";

        [CommandOption("--size <PIXELS>")]
        [Description("With --weights: the side of the pictures, a multiple of what the generator halves; such a file does not say it.")]
        [DefaultValue(256)]
        public int Size { get; init; }

        [CommandOption("-o|--output <FILE>")]
        [Description("The .onnx or .safetensors file to write; it must not exist yet.")]
        public string Output { get; init; } = "";

        [CommandOption("--precision <fp32|fp16>")]
        [Description("How the weights are stored; fp16 halves the file.")]
        [DefaultValue(WeightPrecision.Fp32)]
        public WeightPrecision Precision { get; init; }

        public override ValidationResult Validate() =>
            Run.Length == 0 == (Weights.Length == 0) ? ValidationResult.Error("Expected either a run's folder after --run or a file after --weights.")
            : Output.Length == 0 ? ValidationResult.Error("Expected a file after --output, found none.")
            : Precision == WeightPrecision.Int8 ? ValidationResult.Error("Expected --precision fp32 or fp16, found int8.")
            : ValidationResult.Success();
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        if (File.Exists(options.Output))
        {
            throw new UserException($"Expected a file that does not exist yet, but '{options.Output}' does; name another, nothing was changed.");
        }

        string[] source = options.Run.Length > 0 ? ["--run", options.Run] : ["--weights", options.Weights, "--size", options.Size.ToString(CultureInfo.InvariantCulture)];
        var start = TrainingProgram.Start(["export", .. source, "-o", options.Output, "--precision", options.Precision.ToString()]);
        using var writer = Process.Start(start) ?? throw new UserException("The training program does not start; 'pix2pix doctor' says more.");
        await writer.WaitForExitAsync(cancellationToken);
        if (writer.ExitCode != 0)
        {
            return writer.ExitCode;
        }

        if (options.Output.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
        {
            Console.WriteLine($"{options.Output}: {new FileInfo(options.Output).Length / 1e6:F1} MB");
        }
        else
        {
            Verify(options.Output);
        }

        return 0;
    }

    private static void Verify(string file)
    {
        using var generator = GeneratorLoader.Load(file, new LoadOptions { Provider = ExecutionProvider.Cpu });
        var probe = SnapshotMetadata.FromEntries(OnnxFile.Metadata(OnnxFile.Read(file))).Probe;
        using var input = new TensorBuffer(generator.Info.Input);
        using var output = new TensorBuffer(generator.Info.Output);
        Probe.FillInput(probe.Seed, input.Values);
        generator.Translate(input, output);
        var error = probe.Compare(output.Values);
        Console.WriteLine($"{file}: {new FileInfo(file).Length / 1e6:F1} MB, {generator.Info.Input}; largest difference to libtorch {error.Largest:G2}, mean {error.Mean:G2}");
    }
}
