using Pix2Pix.Realtime.Processes;
using Pix2Pix.Realtime.Training.Ranks;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary><c>pix2pix train training.ranks=N</c>: this program's own command line on ranks of this machine, to their end.</summary>
internal static class MpiLaunch
{
    private const int Failed = 1;

    /// <summary>Says the command and runs it.</summary>
    /// <returns>The exit code. What the ranks said of their fault was printed already.</returns>
    /// <exception cref="UserException">There is no Open MPI, or a rank was killed.</exception>
    public static int Run(int ranks)
    {
        var line = MpiCommand.Line(ranks, [], Environment.GetCommandLineArgs()[1..]);
        Console.Error.WriteLine(CommandLineTexts.Starting(string.Join(' ', line)));
        using var launcher = MpiCommand.Start(line);

        // mpirun hands this signal on to all ranks and waits for them; it would kill them a second after a SIGTERM.
        using var signals = new StopSignals(() => ProcessSignal.Send(launcher.Id, ProcessSignal.User), CommandLineTexts.Stopping);
        var output = new MpiOutput();
        return output.HandOn(launcher) is not { } fault ? 0 : output.HasSaidFault ? Failed : throw new UserException(fault);
    }
}
