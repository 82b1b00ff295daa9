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
    [Description("A generator, an .onnx file. Several make one table.")]
    public string[] Models { get; init; } = [];

    [CommandOption("--run <FOLDER>")]
    [Description("A run's folder: its newest snapshot is tested. Several make one table.")]
    public string[] Runs { get; init; } = [];

    [CommandOption("--data <FOLDER>")]
    [Description("The dataset's folder: its test pairs are measured, or its validation pairs if it has no test pairs; its training photographs give the floors.")]
    public string Data { get; init; } = "";

    [CommandOption("--direction <AtoB|BtoA>")]
    [Description("Which half is the input; by default as stored in the generator's file, else BtoA.")]
    public Direction? Direction { get; init; }

    [CommandOption("--labels <FILE>")]
    [Description("A generator from photographs to label maps, trained on real pairs with configs/labels.yaml; adds the label recovery figures.")]
    public string? Labels { get; init; }

    [CommandOption("--limit <N>")]
    [Description("Only the first N pairs; 0 = all.")]
    public int Limit { get; init; }

    [CommandOption("--page <FILE>")]
    [Description("The HTML page to write.")]
    [DefaultValue("out/test.html")]
    public string Page { get; init; } = "out/test.html";

    [CommandOption("--json <FILE>")]
    [Description("Also write all figures to this file, as JSON.")]
    public string? Json { get; init; }

    [CommandOption("--sheet <FILE>")]
    [Description("Also write a contact sheet to this PNG file: input | outputs | target for each pair.")]
    public string? Sheet { get; init; }

    [CommandOption("--blind <FILE>")]
    [Description("Also write a page that asks which of two images is better, left and right at random: the first generator against each other one, or against the photograph if it is the only one. FILE.key.json says which was which.")]
    public string? Blind { get; init; }

    [CommandOption("--seed <N>")]
    [Description("Seed of the random order and sides on the blind page.")]
    [DefaultValue(1UL)]
    public ulong Seed { get; init; } = 1;

    [CommandOption("--figures")]
    [Description("Print what each figure measures and which fault it detects: fog, a grid, both or neither.")]
    public bool Figures { get; init; }

    public override ValidationResult Validate() =>
        Figures ? ValidationResult.Success()
        : Models.Length + Runs.Length == 0 ? ValidationResult.Error(TestingTexts.NoGenerator)
        : Data.Length == 0 ? ValidationResult.Error(TestingTexts.NoData)
        : Limit < 0 ? ValidationResult.Error(TestingTexts.Limit(Limit))
        : ValidationResult.Success();

    /// <summary>The files to test, and what tables call them: models first, then runs, each as named.</summary>
    /// <exception cref="UserException">A run has no snapshot.</exception>
    public IReadOnlyList<(string Name, string File)> Generators()
    {
        (string Given, string File)[] all = [.. Models.Select(model => (model, model)), .. Runs.Select(run => (run, Newest(run)))];
        return [.. all.Select(one => (ShortName(one.Given, [.. all.Select(other => other.Given)]), one.File))];
    }

    /// <summary>As much of a path's end as no other has; the whole path where it is given twice.</summary>
    internal static string ShortName(string path, IReadOnlyCollection<string> all)
    {
        var parts = Parts(path);
        var length = Enumerable.Range(1, parts.Length).FirstOrDefault(length => all.Count(other => Parts(other).TakeLast(length).SequenceEqual(parts.TakeLast(length))) == 1, parts.Length);
        return string.Join('/', parts.TakeLast(length));
    }

    private static string[] Parts(string path) => Path.TrimEndingDirectorySeparator(path).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);

    private static string Newest(string run) => RunSnapshots.Newest(run)
        ?? throw new UserException(TestingTexts.NoSnapshot(Path.Combine(run, RunSnapshots.Folder)));
}
