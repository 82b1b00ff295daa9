namespace Pix2Pix.Realtime;

/// <summary>What a program says when it fails, and the exit code that follows: 0 done, 1 failed, 2 wrong usage.</summary>
public static class ProgramFault
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>What the command-line library returns for arguments that it rejects.</summary>
    private const int CommandLineRejected = -1;

    /// <summary>Writes one sentence to the standard error.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="usage">What was wrong with the command line; null = the command line was right and the work failed.</param>
    /// <returns>The exit code.</returns>
    public static int Report(Exception fault, string? usage)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var verbose = Environment.GetCommandLineArgs().Contains("--verbose");
        Console.Error.WriteLine($"pix2pix: {usage ?? FaultText.Of(fault, verbose)}");
        return usage is null ? Failed : WrongUsage;
    }

    /// <summary>The exit code of a program, from what its command-line library returned.</summary>
    public static int ExitCode(int code) => code == CommandLineRejected ? WrongUsage : code;
}
