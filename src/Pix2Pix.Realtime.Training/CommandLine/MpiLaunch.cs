using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Processes;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>Starts the ranks of a run on this machine: <c>mpirun</c> with this program's own command line. Other machines need a command of their user's.</summary>
internal static class MpiLaunch
{
    /// <summary>Exit codes above are signals: a rank was killed.</summary>
    private const int HighestOwnCode = 127;

    /// <summary>Runs this program's command line on that many ranks, to its end. Says the command.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserException">There is no <c>mpirun</c>.</exception>
    public static int Run(int ranks)
    {
        var program = ProgramPath.Find("mpirun")
            ?? throw new UserException($"Expected Open MPI's mpirun for training.ranks {ranks}, found none; {InstallHint.Of("openmpi-bin", "use Linux or macOS, or training.ranks=1")}.");
        string[] line = [program, .. Options(ranks), .. Self(), .. Environment.GetCommandLineArgs()[1..]];
        Console.Error.WriteLine($"Starting {string.Join(' ', line)}");

        // In a session of its own, so that Ctrl-C reaches this process alone.
        var start = ProgramPath.Find("setsid") is { } session ? new ProcessStartInfo(session, line) : new ProcessStartInfo(line[0], line[1..]);
        start.RedirectStandardInput = true;
        ParentProcess.NameIn(start);

        // mpirun gives its ranks a terminal, for which .NET would write control characters.
        start.Environment["TERM"] = "dumb";
        using var launcher = Process.Start(start)!;
        launcher.StandardInput.Close();

        // mpirun hands this signal on to all ranks and waits for them; it would kill them a second after a SIGTERM.
        using var signals = new StopSignals(() => ProcessSignal.Send(launcher.Id, ProcessSignal.User), StopSignals.ByHand);
        launcher.WaitForExit();
        return launcher.ExitCode <= HighestOwnCode ? launcher.ExitCode
            : throw new UserException("Expected all ranks until the end, but one was killed (mpirun names it above); the newest checkpoint is whole, go on with --resume.");
    }

    /// <summary>
    /// More ranks than cores and root are refused unless they are asked for; a rank's threads must not all be bound to one core; and who waits leaves its core to who computes.
    /// </summary>
    private static IEnumerable<string> Options(int ranks) =>
        ["-n", $"{ranks}", "--bind-to", "none", "--oversubscribe", "--mca", "mpi_yield_when_idle", "1", "--stdin", "none", .. Environment.IsPrivilegedProcess ? ["--allow-run-as-root"] : Array.Empty<string>()];

    /// <summary>The words that start this program.</summary>
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [Environment.ProcessPath!, Environment.GetCommandLineArgs()[0]] : [Environment.ProcessPath!];
}
