using System.Diagnostics;

namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>A program run to its end with a fresh home: what it left there, and which sockets to other machines it opened, where strace is installed.</summary>
internal sealed class WatchedProgram : IDisposable
{
    private readonly TemporaryFolder _home = new();

    /// <summary>Whether sockets are watched too.</summary>
    public static bool SeesSockets { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "strace")));

    /// <summary>Every file in the home, by its path from there.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_home.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_home.Path, file));

    /// <summary>The calls that made a socket of the internet's families; empty where they are not watched.</summary>
    public IEnumerable<string> Sockets => File.Exists(Trace) ? File.ReadLines(Trace).Where(line => line.Contains("AF_INET", StringComparison.Ordinal)) : [];

    private string Trace { get; } = Path.GetTempFileName();

    public void Run(string program, params string[] arguments)
    {
        string[] line = SeesSockets ? ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket", "-o", Trace, program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _home.Path };
        start.Environment["HOME"] = _home.Path;
        start.Environment["DISPLAY"] = "";
        foreach (var name in (string[])["XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "WAYLAND_DISPLAY", "ORT_DISABLE_TELEMETRY"])
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', line)}\n{errors.GetAwaiter().GetResult()}");
    }

    public void Dispose()
    {
        File.Delete(Trace);
        _home.Dispose();
    }
}
