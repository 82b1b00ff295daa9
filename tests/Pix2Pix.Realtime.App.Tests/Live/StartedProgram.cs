using System.Diagnostics;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>A program that a test started. It ends with the test, and so do the processes that it started itself.</summary>
internal sealed class StartedProgram : Process
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static StartedProgram Launch(ProcessStartInfo how)
    {
        var program = new StartedProgram { StartInfo = how };
        program.Start();
        return program;
    }

    /// <summary>Asks the program to end, as a desktop that shuts down does.</summary>
    public void AskToEnd()
    {
        using var kill = Start("kill", ["-TERM", $"{Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Asks the program to end, and waits until it has.</summary>
    public void End()
    {
        AskToEnd();
        Assert.True(WaitForExit(Patience), "the program did not end");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !HasExited)
        {
            Kill(entireProcessTree: true);
            WaitForExit();
        }

        base.Dispose(disposing);
    }
}
