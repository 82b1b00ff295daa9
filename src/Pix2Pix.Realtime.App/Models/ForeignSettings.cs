using System.ComponentModel;
using Pix2Pix.Realtime.Onnx.Foreign;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Models;

/// <summary>The options of all verbs that read another program's model.</summary>
internal abstract class ForeignSettings : CommandSettings
{
    [CommandOption("--model-size <WxH>")]
    [Description("The image size for a model that accepts several, such as 512x256; by default 256x256.")]
    public string? ModelSize { get; init; }

    [CommandOption("--model-range <RANGE>")]
    [Description("The value range of another program's model: -1..1, 0..1, 0..255, imagenet or MEANS/DEVIATIONS, or two of these as IN:OUT; by default inferred from its operators.")]
    public string? ModelRange { get; init; }

    public override ValidationResult Validate()
    {
        try
        {
            SizeOfModel();
            RangeOfModel();
            return ValidationResult.Success();
        }
        catch (UserException fault)
        {
            return ValidationResult.Error(fault.Message);
        }
    }

    public (int Width, int Height)? SizeOfModel() => ModelSize is { } text ? Onnx.Foreign.ModelSize.Parse(text) : null;

    public ModelRange RangeOfModel() => ModelRange is { } text ? Onnx.Foreign.ModelRange.Parse(text) : Onnx.Foreign.ModelRange.Auto;
}
