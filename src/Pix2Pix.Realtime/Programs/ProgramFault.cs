using Pix2Pix.Realtime.Ranks;

namespace Pix2Pix.Realtime.Programs;

/// <summary>Error output and exit codes of a program: 0 done, 1 failed, 2 wrong usage.</summary>
internal static class ProgramFault
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>The command-line library's result for rejected arguments.</summary>
    private const int CommandLineRejected = -1;

    /// <summary>Makes every sentence say where its fault happened; every verb has it.</summary>
    private const string Verbose = "--verbose";

    /// <summary>A command line for the verbs' own options.</summary>
    public static IEnumerable<string> WithoutVerbose(IEnumerable<string> arguments) => arguments.Where(argument => argument != Verbose);

    /// <summary>Writes one sentence to the standard error; nothing where another rank does.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="usage">What was wrong with the command line; null = the command line was right and the work failed.</param>
    /// <returns>The exit code.</returns>
    public static int Report(Exception fault, string? usage)
    {
        if (fault is OtherRankException)
        {
            return Failed;
        }

        var verbose = Environment.GetCommandLineArgs().Contains(Verbose);
        Console.Error.WriteLine($"pix2pix: {usage ?? FaultText.Of(fault, verbose)}");
        if (usage is null && FaultText.IsBug(fault) && FaultReport.TryWrite(fault, DateTimeOffset.UtcNow) is { } report)
        {
            Console.Error.WriteLine($"pix2pix: A report of it is in '{report}'; it holds version, system and stack, and is sent nowhere.");
        }

        return usage is null ? Failed : WrongUsage;
    }

    /// <summary>The exit code of a program, from what its command-line library returned.</summary>
    public static int ExitCode(int code) => code == CommandLineRejected ? WrongUsage : code;
}
