namespace Pix2Pix.Realtime;

/// <summary>What a program says when it fails, and the exit code that follows: 0 done, 1 failed, 2 wrong usage.</summary>
public static class ProgramFault
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <summary>What the command-line library returns for arguments that it rejects.</summary>
    private const int CommandLineRejected = -1;

    /// <summary>Makes every sentence say where its fault happened; every verb has it.</summary>
    private const string Verbose = "--verbose";

    /// <summary>A command line for the verbs' own options.</summary>
    public static IEnumerable<string> WithoutVerbose(IEnumerable<string> arguments) => arguments.Where(argument => argument != Verbose);

    /// <summary>Writes one sentence to the standard error.</summary>
    /// <param name="isUsage">Whether the command line was wrong, not the work.</param>
    /// <returns>The exit code.</returns>
    public static int Report(Exception fault, bool isUsage)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var verbose = Environment.GetCommandLineArgs().Contains(Verbose);
        Console.Error.WriteLine(isUsage ? $"pix2pix: {fault.Message.TrimEnd()} Try 'pix2pix --help'." : $"pix2pix: {FaultText.Of(fault, verbose)}");
        return isUsage ? WrongUsage : Failed;
    }

    /// <summary>The exit code of a program, from what its command-line library returned.</summary>
    public static int ExitCode(int code) => code == CommandLineRejected ? WrongUsage : code;
}
