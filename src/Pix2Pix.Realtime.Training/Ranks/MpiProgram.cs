using System.Diagnostics;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Training.Ranks;

/// <summary>Finds Open MPI's <c>mpirun</c>, also where another MPI's program of that name comes first.</summary>
internal static class MpiProgram
{
    /// <summary>Debian keeps Open MPI's launcher under this name beside those of other MPIs.</summary>
    private static readonly string[] Names = ["mpirun.openmpi", "mpirun"];

    /// <param name="ranks">How many are wanted, for the message.</param>
    /// <returns>The file to start.</returns>
    /// <exception cref="UserException">There is none, or another MPI's.</exception>
    public static string Find(int ranks)
    {
        var hint = InstallHint.Of("openmpi-bin", RanksTexts.UseOneRank);
        var program = Names.Select(ProgramPath.Find).FirstOrDefault(file => file is not null)
            ?? throw new UserException(RanksTexts.NoOpenMpi(ranks, hint));
        return FirstLine(program) is var words && IsOpenMpi(words) ? program
            : throw new UserException(RanksTexts.OtherMpi(ranks, program, words, hint));
    }

    /// <summary>Whether it calls itself so, by any of its names and in any of its versions.</summary>
    private static bool IsOpenMpi(string words) =>
        words.Contains("Open MPI", StringComparison.Ordinal) || words.Contains("OpenRTE", StringComparison.Ordinal) || words.Contains("PRRTE", StringComparison.Ordinal);

    private static string FirstLine(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var words = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return words.Split('\n')[0].Trim() is { Length: > 0 } line ? line : errors.GetAwaiter().GetResult().Split('\n')[0].Trim();
    }
}
