using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
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
    private const int Rounds = 2;

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
        var (bare, frames) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var output = _run.At($"windows-{round}");
            Assert.Equal(0, Wine.Run("", ["translate", "--model", WindowsPath(Included), .. maps.Select(WindowsPath), "-o", WindowsPath(output)]).ExitCode);
            windows.Add(Rate(output));
            output = _run.At($"linux-{round}");
            Assert.Equal(0, _run.Run(["translate", "--model", Included, .. maps, "-o", output]).ExitCode);
            linux.Add(Rate(output));

            using var display = XvfbDisplay.Start();
            var rows = _run.At($"bench-{round}.json");
            Assert.Equal(0, Wine.Run(display.Name, ["bench", "frame", "--json", WindowsPath(rows)]).ExitCode);
            var byWine = Values(rows);
            Assert.Equal(0, _run.Run("bench", "frame", "--json", rows).ExitCode);
            var onLinux = Values(rows);
            bare.Add(onLinux("frame.bare_run_ms.boxed") / byWine("frame.bare_run_ms.boxed"));
            frames.Add(bare[^1] * byWine("frame.efficiency.boxed") / onLinux("frame.efficiency.boxed"));
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

            _run.ForgetLog();
        }

        Print(string.Create(CultureInfo.InvariantCulture,
            $"""
            Rates by Wine divided by those on Linux: translations alone {Each(bare)} (windows.translate_ratio, the median {new Measurements(bare).Median:0.00}), whole frames {Each(frames)}.
            A folder of pictures, read and written as PNG: {Each(windows)} pictures a second by Wine, {Each(linux)} on Linux.
            First translated frame after {Each(first)} s, headless run {Each(whole)} s; load {Load()}.
            """));
    }

    /// <summary>The values of a bench by name.</summary>
    private static Func<string, double> Values(string file)
    {
        var rows = JsonSerializer.Deserialize<JsonElement[]>(File.ReadAllText(file))!;
        return name => rows.Single(row => row.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
    }

    /// <summary>Translations a second, by the times at which the pictures were written.</summary>
    private static double Rate(string folder)
    {
        DateTime[] times = [.. Directory.GetFiles(folder).Select(File.GetLastWriteTimeUtc).Order()];
        Assert.Equal(Pictures, times.Length);
        return (Pictures - Warm) / (times[^1] - times[Warm - 1]).TotalSeconds;
    }

    private static string Each(IEnumerable<double> values) => string.Join(", ", values.Select(value => value.ToString("0.0#", CultureInfo.InvariantCulture)));

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static void Print(string figures)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(figures);
        File.WriteAllText(ProjectFolder.Under("artifacts", "windows-speed.md"), $"{figures}\n");
    }
}
