using System.ComponentModel;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>The command line of <c>pix2pix train</c>. The app compiles this file too, so that it can print the help without the training program.</summary>
internal sealed class TrainOptions : CommandSettings
{
    [CommandArgument(0, "[key=value]")]
    [Description("Settings that differ from the file, e.g. training.steps=300.")]
    public string[] Overrides { get; init; } = [];

    [CommandOption("--config <FILE>")]
    [Description("The configuration file, e.g. configs/quick.yaml.")]
    public string? Config { get; init; }

    [CommandOption("--resume [FILE]")]
    [Description("Continue from the run's latest checkpoint, or from a file; without a checkpoint the run starts from the beginning.")]
    public FlagValue<string> Resume { get; init; } = new();

    [CommandOption("--quiet")]
    [Description("Print warnings and the result only.")]
    public bool Quiet { get; init; }

    [CommandOption("--verbose")]
    [Description("Print the stack trace of an error.")]
    public bool Verbose { get; init; }
}
