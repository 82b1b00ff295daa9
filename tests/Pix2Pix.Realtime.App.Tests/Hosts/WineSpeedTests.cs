using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Hosts.WineMachine;

namespace Pix2Pix.Realtime.App.Tests.Hosts;

/// <summary>
/// How fast the packed program for Windows is by Wine, beside the same on Linux, in turns on one machine. What is asserted is that every picture arrives; the figures are
/// printed (-showLiveOutput) and written to artifacts/windows-speed.md.
/// </summary>
[Collection(WineCollection.Name)]
public sealed class WineSpeedTests(WineLease lease) : IDisposable
{
    private const int Rounds = 3;

    /// <summary>Pictures that are translated in a row, and how many of them are over before the clock starts.</summary>
    private const int Pictures = 60;
    private const int Warm = 10;

    private readonly LiveRun _run = new();

    private static string Included => ProjectFolder.Under("sample-scenes", "facades.onnx");

    private WineMachine Wine
    {
        get
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("PIX2PIX_SPEED") == "1", "PIX2PIX_SPEED=1 ./test.sh --hosts also measures the program for Windows, which takes minutes of a quiet machine");
            return lease.Machine;
        }
    }

    public void Dispose()
    {
        lease.EndSession();
        _run.Dispose();
    }

    [Fact]
    public void It_translates_and_starts_about_as_fast_as_on_Linux()
    {
        Assert.NotNull(Wine);
        Assert.Equal(0, _run.Run("data", "synth", "-o", _run.At("data"), "--count", $"{Pictures}").ExitCode);
        string[] maps = [.. Directory.GetFiles(_run.At("data"), "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(Pictures)];
        var (windows, linux, first, whole) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var output = _run.At($"windows-{round}");
            Assert.Equal(0, Wine.Run("", ["translate", "--model", WindowsPath(Included), .. maps.Select(WindowsPath), "-o", WindowsPath(output)]).ExitCode);
            windows.Add(Rate(output));
            output = _run.At($"linux-{round}");
            Assert.Equal(0, _run.Run(["translate", "--model", Included, .. maps, "-o", output]).ExitCode);
            linux.Add(Rate(output));

            using var display = XvfbDisplay.Start();
            var start = Stopwatch.GetTimestamp();
            using (var program = Process.Start(Wine.Start(display.Name, "live", "--headless", "--no-tune", "--frames", "1", "--model", WindowsPath(Included), "--log", WindowsPath(_run.Log),
                "--screenshot", WindowsPath(_run.At("picture.png"))))!)
            {
                _run.WaitFor(program, "translation");
                first.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                program.WaitForExit();
                Assert.Equal(0, program.ExitCode);
                whole.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            File.Delete(_run.Log);
        }

        var ratio = new Measurements(windows).Median / new Measurements(linux).Median;
        Print(string.Create(CultureInfo.InvariantCulture,
            $"windows.translate_ratio {ratio:0.00}: by Wine {Each(windows)}, on Linux {Each(linux)} pictures a second; first translated frame after {Each(first)} s, headless run {Each(whole)} s; load {Load()}"));
    }

    /// <summary>Translations a second, by the times at which the pictures were written.</summary>
    private static double Rate(string folder)
    {
        DateTime[] times = [.. Directory.GetFiles(folder).Select(File.GetLastWriteTimeUtc).Order()];
        Assert.Equal(Pictures, times.Length);
        return (Pictures - Warm) / (times[^1] - times[Warm - 1]).TotalSeconds;
    }

    private static string Each(IEnumerable<double> values) => string.Join(", ", values.Select(value => value.ToString("0.0", CultureInfo.InvariantCulture)));

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static void Print(string figures)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(figures);
        File.WriteAllText(ProjectFolder.Under("artifacts", "windows-speed.md"), $"{figures}\n");
    }
}
