namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>Files that must never be opened: who reads from a named pipe waits for a writer.</summary>
internal static class SpecialFile
{
    /// <summary>Makes a named pipe that nobody writes to.</summary>
    public static string Pipe(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "named pipes have no path here");
        Tool.Run("mkfifo", path);
        return path;
    }
}
