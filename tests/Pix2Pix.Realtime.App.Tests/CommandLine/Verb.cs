using System.Diagnostics;

namespace Pix2Pix.Realtime.App.Tests.CommandLine;

/// <summary>Runs the program as a person does: its own process, its exit code, and what it wrote.</summary>
internal sealed record Verb(int Code, string Output, string Errors)
{
    public static async Task<Verb> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "pix2pix.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Verb(process.ExitCode, await output, await errors);
    }
}
