using System.Diagnostics;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Processes;

namespace Pix2Pix.Realtime.App.Processes;

/// <summary>
/// Runs the training program in this one's place: it has the console, stdin and stdout, and its exit code is this one's. A signal is its to answer: it saves
/// and ends, and so does this.
/// </summary>
internal static class TrainingProcess
{
    /// <returns>Its exit code, and whether this process was asked to end meanwhile.</returns>
    /// <exception cref="UserException">It is not built, or does not start.</exception>
    public static async Task<(int Code, bool Stopped)> RunAsync(IEnumerable<string> arguments)
    {
        var stopped = false;
        using var training = Process.Start(TrainingProgram.Start(arguments))
            ?? throw new UserException(ProcessesTexts.TrainingDoesNotStart(LauncherName.Here));

        // The terminal sends Ctrl-C, and a console window its closing, to both; a plain SIGTERM comes to this process alone.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Wait);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            Wait(signal);
            if (!OperatingSystem.IsWindows())
            {
                ProcessSignal.Send(training.Id, ProcessSignal.Terminate);
            }
        });
        using var closing = OperatingSystem.IsWindows() ? PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            // Windows ends this process when this returns, and a shell that waits for it would then end the other one.
            Wait(signal);
            training.WaitForExit();
        }) : null;
        await training.WaitForExitAsync(CancellationToken.None);
        return (training.ExitCode, stopped);

        void Wait(PosixSignalContext signal) => signal.Cancel = stopped = true;
    }
}
