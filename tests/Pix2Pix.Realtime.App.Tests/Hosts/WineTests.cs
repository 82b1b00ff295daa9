using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Pix2Pix.Realtime.App.Pack;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.App.Tests.Training;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Hosts.WineMachine;
using static Pix2Pix.Realtime.App.Tests.Live.WindowScreen;

namespace Pix2Pix.Realtime.App.Tests.Hosts;

/// <summary>The packed program for Windows, run by Wine on a machine without .NET.</summary>
[Collection(WineCollection.Name)]
public sealed partial class WineTests(WineLease lease) : IDisposable
{
    private const int Interrupt = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly LiveRun _run = new();

    private static string Included => ProjectFolder.Under("sample-scenes", "facades.onnx");

    /// <summary>Skips the test where there is none.</summary>
    private WineMachine Wine => lease.Machine;

    public void Dispose()
    {
        lease.EndSession();
        _run.Dispose();
    }

    [Fact]
    public void The_archives_hold_what_runs_on_Windows_and_nothing_of_another_system()
    {
        string[] names = [.. Wine.Archives.SelectMany(Names)];
        foreach (var needed in (string[])["pix2pix/pix2pix.exe", "pix2pix/onnxruntime.dll", "pix2pix/libSkiaSharp.dll", "pix2pix/configs/palettes/cmp-facade.yaml", "pix2pix/sample-scenes/facades.onnx",
            "pix2pix/shaders/canvas.frag", "pix2pix/LICENSE", "pix2pix/training/Pix2Pix.Realtime.Training.exe", "pix2pix/training/torch_cpu.dll", "pix2pix/training/LibTorchSharp.dll"])
        {
            Assert.Contains(needed, names);
        }

        Assert.DoesNotContain(names, name => name.EndsWith(".pdb", StringComparison.Ordinal) || name.EndsWith(".so", StringComparison.Ordinal) || name.EndsWith(".dylib", StringComparison.Ordinal));
        var notices = File.ReadAllText(Path.Combine(Wine.Program, "THIRD-PARTY-NOTICES.txt")) + File.ReadAllText(Path.Combine(Wine.Program, "training", "THIRD-PARTY-NOTICES.txt"));
        foreach (var owed in (string[])["Microsoft.ML.OnnxRuntime ", "SkiaSharp.NativeAssets.Win32 ", "libtorch-cpu-win-x64", "Microsoft.NETCore.App.Runtime.win-x64 ", "Intel"])
        {
            Assert.Contains(owed, notices, StringComparison.Ordinal);
        }

        // What named the folder of this build would differ in every other one.
        foreach (var file in Directory.GetFiles(Wine.Program, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            Assert.True(bytes.IndexOf(Encoding.UTF8.GetBytes(ProjectFolder.Root)) < 0 && bytes.IndexOf(Encoding.Unicode.GetBytes(ProjectFolder.Root)) < 0, file);
        }

        static IEnumerable<string> Names(string archive)
        {
            using var zip = ZipFile.OpenRead(archive);
            return [.. zip.Entries.Select(entry => entry.FullName)];
        }
    }

    [Fact]
    public void The_same_sources_give_the_same_bytes()
    {
        var again = new AppPackage("win-x64").WriteApp(Directory.CreateDirectory(Wine.At("again")).FullName);
        Assert.Equal(File.ReadAllBytes(Wine.Archives[0]), File.ReadAllBytes(again));
    }

    [Fact]
    public void The_doctor_finds_everything_that_a_painter_needs()
    {
        using var display = XvfbDisplay.Start();
        var (code, output, errors) = Wine.Run(display.Name, ["doctor"]);
        Assert.True(code == 0, output + errors);
        Assert.Contains("opens; OpenGL", output, StringComparison.Ordinal);
        Assert.Contains("onnxruntime.dll", output, StringComparison.Ordinal);
        Assert.Contains("libtorch 2", output, StringComparison.Ordinal);
        Assert.DoesNotContain("apt", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_is_that_of_Linux_to_the_pixel_also_with_long_and_foreign_names()
    {
        var (code, _, errors) = Wine.Run("", ["data", "synth", "-o", WindowsPath(_run.At("Häuser 家 (1)")), "--count", "4"]);
        Assert.True(code == 0, errors);
        var maps = Directory.GetFiles(_run.At("Häuser 家 (1)"), "*.png", SearchOption.AllDirectories);
        Assert.InRange(maps.Length, 4, 20);
        var folder = _run.At(Path.Combine([.. Enumerable.Repeat(new string('ü', 60), 5)]));
        Directory.CreateDirectory(folder);
        var model = Path.Combine(folder, "mein Modell.onnx");
        File.Copy(Included, model);
        Assert.True(model.Length > 300);
        (code, _, errors) = Wine.Run("", ["translate", "--model", WindowsPath(model), .. maps.Select(WindowsPath), "-o", WindowsPath(Path.Combine(folder, "out"))]);
        Assert.True(code == 0, errors);
        Assert.Equal(0, _run.Run(["translate", "--model", Included, .. maps, "-o", _run.At("linux")]).ExitCode);
        var pictures = Directory.GetFiles(_run.At("linux"));
        Assert.Equal(maps.Length, pictures.Length);
        foreach (var picture in pictures)
        {
            Assert.Equal(ImageFile.Load(picture).Rgba, ImageFile.Load(Path.Combine(folder, "out", Path.GetFileName(picture))).Rgba);
        }
    }

    [Fact]
    public void Without_a_window_the_picture_is_drawn_by_WGL()
    {
        using var display = XvfbDisplay.Start();
        string[] arguments = ["live", "--headless", "--no-tune", "--frames", "3"];
        var (code, _, errors) = Wine.Run(display.Name, [.. arguments, "--model", WindowsPath(_run.Model), "--screenshot", WindowsPath(_run.At("windows.png"))]);
        Assert.True(code == 0, errors);
        Assert.Equal(0, _run.Run([.. arguments, "--model", _run.Model, "--screenshot", _run.At("linux.png")]).ExitCode);
        var (windows, linux) = (ImageFile.Load(_run.At("windows.png")), ImageFile.Load(_run.At("linux.png")));

        // The fonts differ; the two views do not.
        var views = new PixelRect(windows.Width * 3 / 10, windows.Height * 3 / 10, windows.Width * 3 / 10, windows.Height * 3 / 10);
        Assert.InRange(Difference(windows, linux, views), 0, 0.002);
    }

    [Fact]
    public void The_window_is_painted_and_saved_and_its_picture_reaches_the_clipboard()
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var program = Process.Start(Wine.Start(display.Name, "live", "--model", WindowsPath(_run.Model), "--no-tune", "--log", WindowsPath(_run.Log), "--results", WindowsPath(_run.Folder)))!;
        var layout = _run.WaitFor(program, "layout");
        _run.WaitFor(program, "frame");
        display.Do("search", "--sync", "--name", "pix2pix", "windowmove", "0", "0", "windowfocus", "--sync");
        _run.WaitFor(program, "swap");
        var before = XScreen.Grab(display);
        display.Do("mousemove", "640", "360");
        display.Do("key", "4");
        Drag(display, layout, (40, 5), (200, 5));
        var stroke = _run.WaitFor(program, "stroke");
        Assert.Equal(("brush", "door"), (stroke.GetProperty("tool").GetString(), stroke.GetProperty("class").GetString()));
        _run.WaitUntilShown(program, stroke.GetProperty("version").GetInt64());
        var after = XScreen.Grab(display);
        var door = PaletteFile.Load("cmp-facade").Find("door")!.Color;
        Keep(after, "window");
        Assert.True(Shows(after, door) && !Shows(before, door), "the stroke is not on the screen");

        display.Do("key", "ctrl+s");
        _run.WaitFor(program, "asks");
        Keep(XScreen.Grab(display), "save-dialog");
        display.Do("key", "Return");
        var saved = _run.WaitFor(program, "save").GetProperty("path").GetString()!;
        Assert.Equal(door, ColorAt(ImageFile.Load(LinuxPath(saved)), 120, 5));

        display.Do("key", "ctrl+c");
        _run.WaitFor(program, "notice", facts => facts.GetProperty("sentence").GetString()!.Contains("on the clipboard", StringComparison.Ordinal));
        display.Do("key", "alt+F4");
        program.WaitForExit();
        Assert.Equal(0, program.ExitCode);

        bool Shows(PixelImage screen, Rgb color) => Enumerable.Range(0, screen.Width).Any(x => ColorAt(screen, x, OnScreen(layout, "canvas", 120, 5).Y) == color);
    }

    [Fact]
    public void A_run_saves_at_Ctrl_C_goes_on_from_there_and_survives_a_snapshot_that_somebody_holds()
    {
        string[] small = ["train", "--config", WindowsPath(Path.Combine(Wine.Program, "configs", "quick.yaml")), $"run.folder={WindowsPath(_run.Folder)}", "data.load_size=64", "data.crop_size=64",
            "generator.start_from=", "generator.width=4", "output.keep=1", "output.snapshot_every=5", "output.checkpoint_every=5", "output.validate_every=100000", "output.sample_every=100000"];

        // The training program itself: Wine brings the signal to one program alone, a console would to both.
        using (var training = Process.Start(Wine.Start("wine", "", [Path.Combine(Wine.Program, "training", "Pix2Pix.Realtime.Training.exe"), .. small, "training.steps=100000"]))!)
        {
            while (training.StandardError.ReadLine() is { } line && !line.StartsWith("step 25", StringComparison.Ordinal))
            {
            }

            Assert.Equal(0, Send(training.Id, Interrupt));
            Assert.Contains("Stopped and saved", training.StandardError.ReadToEnd(), StringComparison.Ordinal);
            training.WaitForExit();
            Assert.Equal(0, training.ExitCode);
        }

        var step = StepOf(Directory.GetFiles(_run.At("quick/checkpoints")).Max(StringComparer.Ordinal)!);
        var held = Directory.GetFiles(_run.At("quick/snapshots")).Min(StringComparer.Ordinal)!;
        using var display = XvfbDisplay.Start();

        // A program that has the oldest snapshot open for writing, as its log.
        using (StartedProgram.Launch(Wine.Start(display.Name, "live", "--model", WindowsPath(_run.Model), "--no-tune", "--log", WindowsPath(held))))
        {
            WaitUntil(() => new FileInfo(held) is { Length: > 0 and < 100_000 }, "a log in the snapshot's place");
            var (code, _, errors) = Wine.Run("", [.. small, $"training.steps={step + 20}", "--resume"]);
            Assert.True(code == 0, errors);
            Assert.True(File.Exists(held), "the snapshot was removed while a program had it open");
        }

        Assert.Equal(0, Wine.Run("", [.. small, $"training.steps={step + 30}", "--resume"]).ExitCode);
        Assert.False(File.Exists(held), "the snapshot stayed though nobody has it open");

        static int StepOf(string file) => int.Parse(Path.GetFileNameWithoutExtension(file)["step-".Length..], CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Training_in_the_window_paints_meanwhile_and_leaves_a_checkpoint_when_the_window_is_killed()
    {
        var display = XvfbDisplay.Start(1280, 1500);
        var program = StartedProgram.Launch(Wine.Start(display.Name, "live", "--size", "1280x1500", "--model", WindowsPath(_run.Model), "--no-tune", "--log", WindowsPath(_run.Log), "--results", WindowsPath(_run.Folder)));
        using var tab = new TrainTab(_run, display, program);
        tab.WaitForDataset();
        tab.Type("width", "4");
        tab.Press("start");
        tab.WaitForTraining("StepDone", facts => facts.GetProperty("step").GetInt64() >= 10);
        Keep(XScreen.Grab(display), "train-tab");
        program.Kill();
        program.WaitForExit();
        WaitUntil(() => Directory.Exists(_run.At("runs")) && Directory.EnumerateFiles(_run.At("runs"), "*.ckpt", SearchOption.AllDirectories).Any(), "a checkpoint of the run");
    }

    [Theory]
    [InlineData("Training", "train", "--config", "x.yaml")]
    [InlineData("Training", "bench", "all")]
    [InlineData("App", "train", "--help")]
    [InlineData("App", "export", "--model", "x.onnx")]
    [InlineData("App")]
    public void The_launcher_builds_what_the_verb_needs_and_says_so(string project, params string[] words)
    {
        // As a clone on Windows has it.
        var folder = Directory.CreateDirectory(_run.At("Häuser (1) & Gärten")).FullName;
        File.WriteAllText(Path.Combine(folder, "pix2pix.cmd"), File.ReadAllText(ProjectFolder.Under("pix2pix.cmd")).ReplaceLineEndings("\r\n"));
        var start = Wine.Start("wine", "", ["cmd", "/c", "pix2pix.cmd", .. words]);
        start.WorkingDirectory = folder;
        var (code, output, errors) = WineMachine.Run(start);
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"pix2pix: building Pix2Pix.Realtime.{project} ", errors, StringComparison.Ordinal);
    }

    private static void WaitUntil(Func<bool> isSo, string what)
    {
        for (var start = Stopwatch.GetTimestamp(); !isSo();)
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"there is not {what} after {Patience}");
            }

            Thread.Sleep(50);
        }
    }

    /// <summary>For people: what the windows looked like.</summary>
    private static void Keep(PixelImage screen, string name)
    {
        var folder = Directory.CreateDirectory(ProjectFolder.Under("artifacts", "wine")).FullName;
        ImageFile.Save(Path.Combine(folder, $"{name}.png"), screen);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
