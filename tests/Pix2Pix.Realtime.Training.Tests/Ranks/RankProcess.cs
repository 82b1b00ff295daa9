using System.Diagnostics;

namespace Pix2Pix.Realtime.Training.Tests.Ranks;

/// <summary>One rank's process, which <c>mpirun</c> started.</summary>
internal sealed class RankProcess(int id)
{
    /// <summary>Finds a rank by what the launcher told it, and by a text in its command line or its environment.</summary>
    public static RankProcess Find(int rank, string text) => new(Process.GetProcesses().Select(process => process.Id)
        .First(id => (Holds(id, "cmdline", text) || Holds(id, "environ", text)) && Holds(id, "environ", $"OMPI_COMM_WORLD_RANK={rank}\0")));

    /// <summary>Whether a process's file in <c>/proc</c> holds a text.</summary>
    public static bool Holds(int id, string file, string text)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}").Contains(text, StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return false;
        }
    }

    /// <summary>Sends a signal.</summary>
    /// <param name="signal">Its name without SIG.</param>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        kill.WaitForExit();
    }

    /// <summary>Ends it as a lack of memory does.</summary>
    public void Kill() => Signal("KILL");
}
