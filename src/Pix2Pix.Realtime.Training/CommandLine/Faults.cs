using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>Turns an exception into what a person reads, and into the exit code: 0 done, 1 failed, 2 wrong usage.</summary>
internal static class Faults
{
    private const int Failed = 1;
    private const int WrongUsage = 2;
    private const int CommandLineRejected = -1;

    public static int Report(Exception fault, ITypeResolver? resolver)
    {
        if (fault is CommandAppException)
        {
            Console.Error.WriteLine($"pix2pix: {fault.Message.TrimEnd()} Try 'pix2pix --help'.");
            return WrongUsage;
        }

        var verbose = Environment.GetCommandLineArgs().Contains("--verbose");
        Console.Error.WriteLine($"pix2pix: {FaultText.Of(fault, verbose)}");
        return Failed;
    }

    public static int ExitCode(int code) => code == CommandLineRejected ? WrongUsage : code;
}
