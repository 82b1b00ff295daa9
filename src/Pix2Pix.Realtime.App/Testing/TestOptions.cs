using System.ComponentModel;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>The command line of <c>pix2pix test</c>.</summary>
internal sealed class TestOptions : CommandSettings
{
    [CommandOption("--model <FILE>")]
    [Description("The generator, an .onnx file.")]
    public string? Model { get; init; }

    [CommandOption("--run <FOLDER>")]
    [Description("A run's folder: its newest snapshot is tested.")]
    public string? Run { get; init; }

    [CommandOption("--data <FOLDER>")]
    [Description("The dataset; its test pairs, or its validation pairs if it has no test pairs.")]
    public string Data { get; init; } = "";

    [CommandOption("--direction <AtoB|BtoA>")]
    [Description("Which half is the input; by default as stored in the generator's file, else BtoA.")]
    public Direction? Direction { get; init; }

    [CommandOption("--limit <N>")]
    [Description("Only the first N pairs; 0 = all.")]
    public int Limit { get; init; }

    [CommandOption("--page <FILE>")]
    [Description("The HTML page to write.")]
    [DefaultValue("out/test.html")]
    public string Page { get; init; } = "out/test.html";

    [CommandOption("--sheet <FILE>")]
    [Description("Also write a contact sheet of input | output | target as a PNG.")]
    public string? Sheet { get; init; }

    public override ValidationResult Validate() =>
        Model is null == Run is null ? ValidationResult.Error("Expected one of --model FILE and --run FOLDER.")
        : Data.Length == 0 ? ValidationResult.Error("Expected a dataset's folder after --data, found none.")
        : Limit < 0 ? ValidationResult.Error($"Expected --limit of 0 or more, found {Limit}.")
        : ValidationResult.Success();

    /// <summary>The file to test.</summary>
    /// <exception cref="UserException">The run has no snapshot.</exception>
    public string ModelFile() => Model ?? RunSnapshots.Newest(Run!)
        ?? throw new UserException($"Expected a snapshot in '{Path.Combine(Run!, RunSnapshots.Folder)}', found none; name a run's folder, or train until its first snapshot.");
}
