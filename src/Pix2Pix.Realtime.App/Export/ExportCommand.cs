using System.Diagnostics;
using Pix2Pix.Realtime.App.Training;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Export;

/// <summary>
/// <c>pix2pix export</c>: the training program writes the file, then this process loads it and compares its answers with libtorch's. For int8 this process goes on
/// from that file, or from one that is there already.
/// </summary>
internal sealed class ExportCommand : AsyncCommand<ExportOptions>
{
    public override async Task<int> ExecuteAsync(CommandContext context, ExportOptions options, CancellationToken cancellationToken)
    {
        if (File.Exists(options.Output))
        {
            throw new UserException($"Expected a file that does not exist yet, but '{options.Output}' does; name another, nothing was changed.");
        }

        return options.IsInt8 ? await ExportInt8Async(options, cancellationToken) : await WriteAsync(options, options.Output, cancellationToken);
    }

    private static async Task<int> ExportInt8Async(ExportOptions options, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pix2pix-export-");
        try
        {
            var floats = options.Model;
            if (floats.Length == 0)
            {
                floats = Path.Combine(folder.FullName, "fp32.onnx");
                var code = await WriteAsync(options, floats, cancellationToken);
                if (code != 0)
                {
                    return code;
                }
            }

            WriteInt8(options, floats, Path.Combine(folder.FullName, "int8.onnx"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void WriteInt8(ExportOptions options, string floats, string trial)
    {
        var export = new Int8Export(floats, options.Calibration);
        export.Write(trial);
        var report = export.Measure(trial);
        if (!report.IsGoodEnough && !options.Force)
        {
            throw new UserException(
                $"int8 is visibly worse here: {report.Quality}, wanted {Int8Report.Wanted}. Nothing was written; --calibration with more pictures such as it will see may help, --force writes it all the same.");
        }

        OnnxFile.Write(options.Output, OnnxFile.Read(trial));
        Console.WriteLine($"{options.Output}: {new FileInfo(options.Output).Length / 1e6:F1} MB, int8, calibrated with {export.Pictures}");
        Console.WriteLine(report.Quality);
        Console.WriteLine(report.Speed);
        if (export.HasPictureNorms)
        {
            Console.WriteLine("It gains less than it could: its norms take each picture's own statistics, in floats, between every two convolutions; generator.statistics: running has none of that.");
        }

        if (!Processor.MultipliesBytes)
        {
            Console.WriteLine("This processor has no instruction for products of bytes (VNNI): int8 is exact here, but fp32 may be faster.");
        }
    }

    private static async Task<int> WriteAsync(ExportOptions options, string file, CancellationToken cancellationToken)
    {
        var precision = options.IsInt8 ? WeightPrecision.Fp32 : options.Precision;
        var start = TrainingProgram.Start(["export", .. options.Source, "-o", file, "--precision", precision.ToString()]);
        using var writer = Process.Start(start) ?? throw new UserException("The training program does not start; 'pix2pix doctor' says more.");
        await writer.WaitForExitAsync(cancellationToken);
        if (writer.ExitCode != 0)
        {
            return writer.ExitCode;
        }

        if (file.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
        {
            Console.WriteLine($"{file}: {new FileInfo(file).Length / 1e6:F1} MB");
        }
        else
        {
            Verify(file);
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
