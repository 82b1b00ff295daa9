using System.Diagnostics;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Training.Tests.CommandLine;

/// <summary>The real training program as a child process.</summary>
internal static class TrainingProcess
{
    /// <summary>Starts it; what it says is collected.</summary>
    public static Process Start(params IEnumerable<string> arguments) => Start(redirectInput: false, arguments);

    /// <summary>The program's file, of the tests' own configuration.</summary>
    public static string Program { get; } = ProjectFolder.Under(
        "artifacts", "bin", "Pix2Pix.Realtime.Training", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Pix2Pix.Realtime.Training.dll");

    /// <summary>Starts it, with or without an input of its own.</summary>
    public static Process Start(bool redirectInput, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardInput = redirectInput, RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + errors);
    }
}
