using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Live.WindowScreen;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>What was painted is there again, whatever happened to the window, the other window or the disk.</summary>
public sealed class AutosaveTests : IDisposable
{
    private static readonly Rgb Window = PaletteFile.Load("cmp-facade").Find("window")!.Color;
    private readonly LiveRun _run = new();
    private readonly LiveRun _other = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Two_windows_keep_two_paintings_and_the_next_starts_bring_both_back()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        string first, second;
        using (var a = Open(display, _run))
        {
            first = Paint(display, _run, a, 5);
            using var b = Open(display, _other);
            second = Paint(display, _other, b, 15);
        }

        Assert.NotEqual(first, second);
        AssertPainted(first, 5);
        AssertPainted(second, 15);
        using LiveRun third = new(), fourth = new();
        using var newest = Open(display, third);
        var told = third.Newest("notice", about => Sentence(about).StartsWith("Another window's painting", StringComparison.Ordinal));
        Assert.Contains(first, Sentence(told!.Value), StringComparison.Ordinal);
        Assert.Equal(second, Paint(display, third, newest, 25));
        using var older = Open(display, fourth);
        Assert.Equal(first, Paint(display, fourth, older, 35));

        AssertPainted(first, 5);
        AssertPainted(first, 35);
        AssertPainted(second, 15);
        AssertPainted(second, 25);
    }

    [Fact]
    public void A_stroke_of_the_last_start_can_be_undone()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        string kept;
        using (var program = Open(display, _run))
        {
            kept = Paint(display, _run, program, 5);
        }

        AssertPainted(kept, 5);
        using var again = Open(display, _other);
        display.Do("mousemove", "640", "360", "key", "ctrl+z");
        var undone = _other.WaitFor(again, "undo").GetProperty("version").GetInt64();
        _other.WaitFor(again, "kept", facts => facts.GetProperty("version").GetInt64() >= undone);
        Assert.NotEqual(Window, ColorAt(ImageFile.Load(kept), 120, 5));
    }

    [Fact]
    public void A_full_disk_is_said_once_and_the_painting_is_kept_as_soon_as_there_is_room()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var disk = SmallDisk.Mount(_folder, "8m");
        _run.Variables["XDG_DATA_HOME"] = disk.Path;
        using var program = Open(display, _run);
        disk.Fill();
        var layout = Layout(program);
        Drag(display, layout, (60, 5), (180, 5));
        _run.WaitFor(program, "notice", about => Sentence(about).StartsWith("The painting is not kept", StringComparison.Ordinal));
        Drag(display, layout, (60, 15), (180, 15));
        var last = _run.WaitFor(program, "stroke").GetProperty("version").GetInt64();
        File.Delete(disk.File("filler"));
        var kept = _run.WaitFor(program, "kept", facts => facts.GetProperty("version").GetInt64() >= last).GetProperty("path").GetString()!;
        _run.WaitFor(program, "notice", about => Sentence(about).EndsWith("again.", StringComparison.Ordinal));
        AssertPainted(kept, 5);
        AssertPainted(kept, 15);
        Assert.Equal(1, _run.Count("notice", about => Sentence(about).StartsWith("The painting is not kept", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_painting_that_can_not_be_read_stays_as_it_is()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        var damaged = _run.At("data/pix2pix/canvas-cmp-facade.png");
        Directory.CreateDirectory(Path.GetDirectoryName(damaged)!);
        File.WriteAllText(damaged, "precious");
        using var program = Open(display, _run);
        Assert.NotEqual(damaged, Paint(display, _run, program, 5));

        Assert.Equal("precious", File.ReadAllText(damaged));
    }

    public void Dispose()
    {
        _run.Dispose();
        _other.Dispose();
        _folder.Dispose();
    }

    private readonly Dictionary<int, JsonElement> _layouts = [];

    private JsonElement Layout(Process program) => _layouts[program.Id];

    /// <summary>A window of the one person whose files are in the first run's folder.</summary>
    private StartedProgram Open(XvfbDisplay display, LiveRun run)
    {
        var program = _run.Start(display.Name, "live", "--model", _run.Model, "--no-tune", "--log", run.Log);
        _layouts[program.Id] = run.WaitFor(program, "layout");
        run.WaitFor(program, "frame");
        return program;
    }

    /// <summary>A line of window along a row, and where it was kept.</summary>
    private string Paint(XvfbDisplay display, LiveRun run, Process program, int row)
    {
        Drag(display, Layout(program), (60, row), (180, row));
        var stroke = run.WaitFor(program, "stroke").GetProperty("version").GetInt64();
        return run.WaitFor(program, "kept", facts => facts.GetProperty("version").GetInt64() >= stroke).GetProperty("path").GetString()!;
    }

    private static void AssertPainted(string file, int row) => Assert.Equal(Window, ColorAt(ImageFile.Load(file), 120, row));

    private static string Sentence(JsonElement notice) => notice.GetProperty("sentence").GetString()!;
}
