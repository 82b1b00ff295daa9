using Pix2Pix.Realtime.Files;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Pix2Pix.Realtime.App.Doctor;

/// <summary>Runs a program for its answer.</summary>
internal static class Tool
{
    /// <summary>A program that answers nothing for this long hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its standard output, or null where there is no such program, it failed, or it hung.</returns>
    public static async Task<string?> AnswerAsync(string program, params IEnumerable<string> arguments) =>
        await AnswerAsync(new ProcessStartInfo(ProgramPath.Of(program), arguments));

    /// <inheritdoc cref="AnswerAsync(string, IEnumerable{string})"/>
    public static async Task<string?> AnswerAsync(ProcessStartInfo start) => await RunAsync(start) is (0, { } answer, _) ? answer : null;

    /// <summary>The same for a program that lists things while it complains that it was given nothing to do.</summary>
    /// <returns>Its standard error, or null where there is no such program or it hung.</returns>
    public static async Task<string?> ComplaintsAsync(string program, params IEnumerable<string> arguments) =>
        await RunAsync(new ProcessStartInfo(ProgramPath.Of(program), arguments)) is (_, _, { } complaints) ? complaints : null;

    private static async Task<(int ExitCode, string Answer, string Complaints)?> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                var complaints = process.StandardError.ReadToEndAsync(patience.Token);
                var answer = await process.StandardOutput.ReadToEndAsync(patience.Token);
                await process.WaitForExitAsync(patience.Token);
                return (process.ExitCode, answer, await complaints);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
        }
        catch (Win32Exception)
        {
            // This is how .NET says that there is no such program.
            return null;
        }
    }
}
