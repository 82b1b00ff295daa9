using System.Diagnostics;

namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>
/// A program run to its end with a fresh home: what it left there, and, where strace is installed, what it asked the system for: sockets to other machines and
/// files. <see cref="AssertQuiet"/> is what every run without a request for the network must pass.
/// </summary>
internal sealed class WatchedProgram : IDisposable
{
    /// <summary>What ONNX Runtime's telemetry leaves.</summary>
    private static readonly string[] Telemetry = [".cache/Microsoft", "DeveloperTools", "deviceid", "onnxruntime.db"];

    /// <summary>What is opened on the way to the address of another machine's name, whichever service answers.</summary>
    private static readonly string[] NameServices = ["/etc/resolv.conf", "/etc/hosts", "/etc/host.conf", "systemd/resolve"];

    private static readonly bool HasStrace = Tool.IsInstalled("strace");

    private readonly TemporaryFolder _home = new();

    /// <summary>Every file in the home, by its path from there.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_home.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_home.Path, file));

    /// <summary>The calls that made a socket of the internet's families, told it an address, or sent something to one.</summary>
    public IReadOnlyList<string> Network => [.. Calls.Where(line => line.Contains("AF_INET", StringComparison.Ordinal))];

    private IEnumerable<string> Calls => File.ReadLines(Trace);

    private string Trace { get; } = Path.GetTempFileName();

    /// <summary>Skips the rest of a test where calls are not watched.</summary>
    public static void RequireCalls() => Assert.SkipUnless(HasStrace, "sockets and opened files were not watched: strace is not installed (apt-get install strace)");

    public void Run(string program, params string[] arguments)
    {
        string[] line = HasStrace ? ["strace", "-f", "--seccomp-bpf", "-qq", "-s", "300", "-e", "trace=network,open,openat", "-o", Trace, program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = _home.Path };
        start.Environment["HOME"] = _home.Path;
        start.Environment["DISPLAY"] = "";
        foreach (var name in (string[])["XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "WAYLAND_DISPLAY", "ORT_DISABLE_TELEMETRY"])
        {
            start.Environment.Remove(name);
        }

        Tool.Run(start);
    }

    /// <summary>No trace of telemetry in the home; and, where calls are watched, none was looked for, no name was asked for, nothing was sent, and no port opened but the expected ones.</summary>
    /// <param name="ports">How many ports were asked for. With one, .NET also makes sockets that it uses for nothing, to see which families the system has.</param>
    public void AssertQuiet(int ports = 0)
    {
        Assert.DoesNotContain(Files, IsTelemetry);
        RequireCalls();
        Assert.Contains(Calls, line => line.Contains("libonnxruntime", StringComparison.Ordinal));
        Assert.DoesNotContain(Calls, IsTelemetry);
        Assert.DoesNotContain(Calls, line => NameServices.Any(name => line.Contains(name, StringComparison.Ordinal)));
        Assert.DoesNotContain(Network, line => line.Contains("connect(", StringComparison.Ordinal) || line.Contains("send", StringComparison.Ordinal));
        Assert.True(Network.Count(line => line.Contains("bind(", StringComparison.Ordinal)) == ports && (ports > 0 || Network.Count == 0), string.Join('\n', Network));
    }

    public void Dispose()
    {
        File.Delete(Trace);
        _home.Dispose();
    }

    private static bool IsTelemetry(string text) => Telemetry.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
}
