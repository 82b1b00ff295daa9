using System.ComponentModel;
using System.Globalization;
using Pix2Pix.Realtime.Onnx;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Export;

/// <summary>The command line of <c>pix2pix export</c>.</summary>
internal sealed class ExportOptions : CommandSettings
{
    [CommandOption("--run <FOLDER>")]
    [Description("The run's folder, such as runs/facades.")]
    public string Run { get; init; } = "";

    [CommandOption("--weights <FILE>")]
    [Description("Instead of a run: a generator saved by PyTorch (.pth, such as latest_net_G.pth), or a .safetensors file.")]
    public string Weights { get; init; } = "";

    [CommandOption("--model <FILE>")]
    [Description("Instead of a run, with --precision int8 or --web: an fp32 or fp16 .onnx file.")]
    public string Model { get; init; } = "";

    [CommandOption("--size <PIXELS>")]
    [Description("With --weights: the side of the images in pixels, which such a file does not contain; a multiple of 2 to the number of levels.")]
    [DefaultValue(256)]
    public int Size { get; init; }

    [CommandOption("-o|--output <FILE>")]
    [Description("The .onnx or .safetensors file to write; it must not exist yet.")]
    public string Output { get; init; } = "";

    [CommandOption("--precision <fp32|fp16|int8>")]
    [Description("fp32; fp16 (half the file size); or int8 (a quarter of the size, quantised; reports the quality cost and the speed).")]
    [DefaultValue(WeightPrecision.Fp32)]
    public WeightPrecision Precision { get; init; }

    [CommandOption("--web <FOLDER>")]
    [Description("With --model, instead of --output: a folder with a web page to paint in; needs npm. Try it with 'pix2pix serve FOLDER'.")]
    public string Web { get; init; } = "";

    [CommandOption("--calibration <FOLDER>")]
    [Description("With int8 or --web: a folder of label maps or pairs for calibration; by default drawn facades.")]
    public string? Calibration { get; init; }

    [CommandOption("--force")]
    [Description("With int8: write the file even if it is visibly worse than fp32.")]
    public bool Force { get; init; }

    /// <summary>The training program's arguments for the generator's origin.</summary>
    public string[] Source => Run.Length > 0 ? ["--run", Run] : ["--weights", Weights, "--size", Size.ToString(CultureInfo.InvariantCulture)];

    public bool IsInt8 => Precision == WeightPrecision.Int8;

    public override ValidationResult Validate() =>
        ((string[])[Run, Weights, Model]).Count(source => source.Length > 0) != 1
            ? ValidationResult.Error(ExportTexts.OneSource)
        : Web.Length > 0 ? (Model.Length > 0 && Output.Length == 0 && !Force ? ValidationResult.Success() : ValidationResult.Error(ExportTexts.WebOptions))
        : Output.Length == 0 ? ValidationResult.Error(ExportTexts.NoOutput)
        : Model.Length > 0 && !IsInt8 ? ValidationResult.Error(ExportTexts.Int8Only(Precision.ToString().ToLowerInvariant()))
        : IsInt8 && !Output.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) ? ValidationResult.Error(ExportTexts.Int8NeedsOnnx(Output))
        : !IsInt8 && (Calibration is not null || Force) ? ValidationResult.Error(ExportTexts.Int8Options)
        : ValidationResult.Success();
}
