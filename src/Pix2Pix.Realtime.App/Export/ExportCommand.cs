using Pix2Pix.Realtime.App.Export.Web;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Export;

/// <summary>
/// <c>pix2pix export</c>: the training program writes the file, then this process loads it and compares its answers with libtorch's. For int8 this process continues
/// from that file, or from one that is there already.
/// </summary>
internal sealed class ExportCommand : AsyncCommand<ExportOptions>
{
    public override async Task<int> ExecuteAsync(CommandContext context, ExportOptions options, CancellationToken cancellationToken)
    {
        if (options.Web.Length > 0)
        {
            new WebPage(options.Model, file => Int8File.Write(options.Model, file, options.Calibration, force: false)).Write(options.Web);
            Console.WriteLine(ExportTexts.PageWritten(options.Web));
            return 0;
        }

        if (File.Exists(options.Output))
        {
            throw new UserException(ExportTexts.FileExists(options.Output));
        }

        return options.IsInt8 ? await ExportInt8Async(options) : await WriteAsync(options, options.Output);
    }

    private static async Task<int> ExportInt8Async(ExportOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("pix2pix-export-");
        try
        {
            var floats = options.Model;
            if (floats.Length == 0)
            {
                floats = Path.Combine(folder.FullName, "fp32.onnx");
                var code = await WriteAsync(options, floats);
                if (code != 0)
                {
                    return code;
                }
            }

            Int8File.Write(floats, options.Output, options.Calibration, options.Force);
            return 0;
        }
        finally
        {
            Removal.TryFolder(folder.FullName);
        }
    }

    private static async Task<int> WriteAsync(ExportOptions options, string file)
    {
        var precision = options.IsInt8 ? WeightPrecision.Fp32 : options.Precision;
        await TrainingProgram.RequireAsync(sentence => Console.Error.WriteLine($"pix2pix: {sentence}"));
        var (code, stopped) = await TrainingProcess.RunAsync(["export", .. options.Source, "-o", file, "--precision", precision.ToString()]);
        if (code != 0 || stopped)
        {
            return code;
        }

        if (file.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
        {
            Console.WriteLine(ExportTexts.Written(file, new FileInfo(file).Length / 1e6));
        }
        else
        {
            VerifyOrDelete(file);
        }

        return 0;
    }

    /// <summary>A file that is refused would be in the way of the next attempt.</summary>
    private static void VerifyOrDelete(string file)
    {
        try
        {
            Verify(file);
        }
        catch
        {
            Removal.Try(file);
            throw;
        }
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
        Console.WriteLine(ExportTexts.Verified(file, new FileInfo(file).Length / 1e6, generator.Info.Input, error.Largest, error.Mean));
    }
}
