using System.Diagnostics;

namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>Other programs that a test runs to their end.</summary>
internal static class Tool
{
    /// <summary>Skips the test where the program is missing.</summary>
    public static void Require(string name) => Xunit.Assert.SkipUnless(IsInstalled(name), $"{name} is not installed");

    public static bool IsInstalled(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Runs a program and fails the test where it fails.</summary>
    /// <returns>Its output.</returns>
    public static string Run(string program, params string[] arguments) => Run(new ProcessStartInfo(program, arguments));

    /// <inheritdoc cref="Run(string, string[])"/>
    public static string Run(ProcessStartInfo start)
    {
        var (code, output, errors) = ListenAsync(Start(start)).GetAwaiter().GetResult();
        Xunit.Assert.True(code == 0, $"{start.FileName} {string.Join(' ', start.ArgumentList)}\n{output}{errors}");
        return output;
    }

    /// <summary>Runs a program that may fail.</summary>
    /// <returns>Its exit code, and what it said: the output, then the errors.</returns>
    public static (int ExitCode, string Said) Try(string program, params string[] arguments) => Try(new ProcessStartInfo(program, arguments));

    /// <inheritdoc cref="Try(string, string[])"/>
    public static (int ExitCode, string Said) Try(ProcessStartInfo start) => EndAsync(Start(start)).GetAwaiter().GetResult();

    /// <summary>Listens to a program, whose output and errors are redirected, until it ends, and disposes it.</summary>
    /// <inheritdoc cref="Try(string, string[])"/>
    public static async Task<(int ExitCode, string Said)> EndAsync(Process process)
    {
        var (code, output, errors) = await ListenAsync(process).ConfigureAwait(false);
        return (code, output + errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> ListenAsync(Process process)
    {
        using (process)
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
        }
    }
}
