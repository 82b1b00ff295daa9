using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;

namespace Pix2Pix.Realtime.Training.Ranks;

/// <summary>How <c>mpirun</c> starts this program on ranks of this machine. Other machines need a command of their user's.</summary>
internal static class MpiCommand
{
    /// <summary>The words.</summary>
    /// <param name="ranks">How many.</param>
    /// <param name="mpi">More options of <c>mpirun</c>.</param>
    /// <param name="arguments">This program's.</param>
    /// <exception cref="UserException">There is no Open MPI.</exception>
    public static string[] Line(int ranks, IEnumerable<string> mpi, IEnumerable<string> arguments) => [MpiProgram.Find(ranks), .. Options(ranks), .. mpi, .. Self(), .. arguments];

    /// <summary>Starts it in a session of its own, so that Ctrl-C reaches this process alone, which the ranks work for. Its errors are redirected.</summary>
    /// <param name="line">From <see cref="Line"/>.</param>
    /// <param name="change">Changes how it is started.</param>
    public static Process Start(string[] line, Action<ProcessStartInfo>? change = null)
    {
        var start = ProgramPath.Find("setsid") is { } session ? new ProcessStartInfo(session, line) : new ProcessStartInfo(line[0], line[1..]);
        (start.RedirectStandardInput, start.RedirectStandardError) = (true, true);
        ParentProcess.NameIn(start);

        // mpirun gives its ranks a terminal, for which .NET would write control characters.
        start.Environment["TERM"] = "dumb";
        change?.Invoke(start);
        var launcher = Process.Start(start)!;
        launcher.StandardInput.Close();
        return launcher;
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
