using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Distill;

/// <summary>The command line of <c>pix2pix distill</c>.</summary>
internal sealed class DistillOptions : CommandSettings
{
    [CommandArgument(0, "[key=value]")]
    [Description("Settings of the student, e.g. generator.width=24 training.steps=6000; by default the teacher's, except for those that make it fast.")]
    public string[] Overrides { get; init; } = [];

    [CommandOption("--run <FOLDER>")]
    [Description("The run to imitate, such as runs/facades; its newest snapshot is the teacher.")]
    public string Run { get; init; } = "";

    [CommandOption("--resume")]
    [Description("Resume the student's training.")]
    public bool Resume { get; init; }

    [CommandOption("--force")]
    [Description("Write the int8 file even if it is visibly worse than fp32.")]
    public bool Force { get; init; }

    public override ValidationResult Validate() => Run.Length > 0
        ? ValidationResult.Success()
        : ValidationResult.Error(DistillTexts.NoRunNamed);
}
