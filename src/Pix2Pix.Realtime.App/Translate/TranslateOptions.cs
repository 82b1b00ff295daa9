using System.ComponentModel;
using Pix2Pix.Realtime.App.Models;
using Pix2Pix.Realtime.Inference;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Translate;

/// <summary>The command line of <c>pix2pix translate</c>.</summary>
internal sealed class TranslateOptions : ForeignSettings
{
    [CommandArgument(0, "<IN>")]
    [Description("Images, folders of images, or one video file.")]
    public string[] Inputs { get; init; } = [];

    [CommandOption("-o|--output <PATH>")]
    [Description("A file for one image (.png or .jpg) or a video (.mp4, .mkv, ...), or a folder for several images; existing files are not overwritten.")]
    public string Output { get; init; } = "";

    [CommandOption("--model <FILE>")]
    [Description("The generator, an .onnx file; by default the included one.")]
    public string? Model { get; init; }

    [CommandOption("--style <STYLE>")]
    [Description("The style of the translation, for a generator trained with styles: a style file, or random:SEED.")]
    public string? Style { get; init; }

    [CommandOption("--provider <NAME>")]
    [Description("What runs the generator: auto, cpu or cuda.")]
    [DefaultValue(ExecutionProvider.Auto)]
    public ExecutionProvider Provider { get; init; }

    [CommandOption("--load-limit <SECONDS>")]
    [Description("How long loading the generator may take before it is given up, 1 to 86400.")]
    [DefaultValue(60)]
    public int LoadLimit { get; init; }

    [CommandOption("--palette <PALETTE>")]
    [Description("The label classes for a model that reads one channel for each: a palette's name or file.")]
    [DefaultValue("cmp-facade")]
    public string Palette { get; init; } = "";

    [CommandOption("--as-is")]
    [Description("Do not snap label maps to the palette's exact colours.")]
    public bool AsIs { get; init; }

    public override ValidationResult Validate() =>
        Inputs.Length == 0 ? ValidationResult.Error(TranslateTexts.NoInput)
        : Output.Length == 0 && Inputs.FirstOrDefault(input => !Path.Exists(input)) is { } missing ? ValidationResult.Error(TranslateTexts.NothingFound(missing))
        : Output.Length == 0 ? ValidationResult.Error(TranslateTexts.NoOutput)
        : CommandLine.LoadLimit.WhyNot(LoadLimit) is { } fault ? ValidationResult.Error(fault)
        : base.Validate();
}
