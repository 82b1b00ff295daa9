using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Training.Tests.CommandLine;

/// <summary>The real training program as a child process.</summary>
internal static class TrainingProcess
{
    /// <summary>The configuration of the runs that tests start.</summary>
    public static string Config { get; } = ProjectFolder.Under("configs", "quick.yaml");

    /// <summary>The words of a run named "quick" that starts at once and whose steps take milliseconds.</summary>
    public static string[] SmallRun(string folder) => ["train", "--config", Config, .. SmallSettings(folder)];

    /// <summary>What makes a run small; the precision is said, for auto is found by timing.</summary>
    public static string[] SmallSettings(string folder) =>
    [
        $"run.folder={folder}", "data.load_size=64", "data.crop_size=64", "generator.start_from=", "generator.width=4",
        "discriminator.kind=patch", "discriminator.width=4", "loss.perceptual_weight=0", "training.precision=fp32",
    ];

    /// <summary>Starts it; what it says is collected.</summary>
    public static Process Start(params IEnumerable<string> arguments) => Start(redirectInput: false, arguments);

    /// <summary>The program's file, of the tests' own configuration.</summary>
    public static string Program { get; } = ProjectFolder.Under(
        "artifacts", "bin", "Pix2Pix.Realtime.Training", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Pix2Pix.Realtime.Training.dll");

    /// <summary>Starts it, with or without an input of its own.</summary>
    public static Process Start(bool redirectInput, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardInput = redirectInput, RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Runs it to its end.</summary>
    public static Task<(int ExitCode, string Said)> RunAsync(params IEnumerable<string> arguments) => Tool.EndAsync(Start(arguments));
}
