namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>Other programs that a test needs.</summary>
internal static class Tool
{
    /// <summary>Skips the test where the program is missing.</summary>
    public static void Require(string name) => Assert.SkipUnless(
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, name))), $"{name} is not installed");

    /// <summary>Runs it and fails the test where it fails.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var (code, output) = PublishedLibrary.Run(program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)}\n{output}");
        return output;
    }
}
