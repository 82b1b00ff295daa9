using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Training;

/// <summary>A whole sitting at the Train tab: a real window, real pointer and keys, the real training program, and what can go wrong with it.</summary>
public sealed class TrainSittingTests : IDisposable
{
    private const int Kills = 2;

    private readonly LiveRun _live = new(side: 64);

    public void Dispose() => _live.Dispose();

    [Fact]
    public void A_run_on_real_facades_is_painted_on_paused_killed_while_it_writes_resumed_and_stopped()
    {
        Assert.SkipUnless(TrainingProgram.IsBuilt, "the training program is not built");
        using var tab = new TrainTab(_live, "--model", _live.Model);
        Prepare(tab, SharedData.Folder("facades"));
        tab.WaitForDataset(facts => facts.GetProperty("words").GetString() is { } words && words.Contains("all 256x256", StringComparison.Ordinal));
        tab.Press("start");
        tab.WaitForTraining("RunStarted");
        var first = L1(tab.WaitForTraining("StepDone"));
        Assert.NotEqual(first, L1(tab.WaitForTraining("StepDone", facts => facts.GetProperty("step").GetInt64() > 20)));

        tab.WaitForTraining("SnapshotReady");
        tab.Wait("generator", facts => facts.GetProperty("name").GetString()!.StartsWith("generator-", StringComparison.Ordinal));
        Paint(tab);

        tab.Press("pause");
        tab.Press("continue");
        for (var kill = 0; kill < Kills; kill++)
        {
            tab.WaitForTraining("StepDone");
            KillInsideASnapshot(tab);
            tab.Wait("notice", facts => facts.GetProperty("sentence").GetString()!.Contains("Resume starts", StringComparison.Ordinal));

            // The canvas has lost nothing: it paints on, with a generator that was whole.
            Paint(tab);
            tab.Press("resume");
            tab.WaitForTraining("RunStarted");
            tab.WaitForTraining("SnapshotReady");
            tab.Wait("generator", facts => facts.GetProperty("name").GetString()!.StartsWith("generator-", StringComparison.Ordinal));
        }

        var host = HostOf(tab);
        tab.Press("stop");
        Assert.True(tab.WaitForTraining("RunFinished").GetProperty("step").GetInt64() > 20);
        Assert.Null(_live.Newest("fault", _ => true));

        // No orphan: the host ends with the window.
        tab.Program.End();
        Assert.True(EndsWithin(host, TimeSpan.FromSeconds(30)), "the host outlived the window");
    }

    [Fact]
    public void A_remote_host_with_a_noisy_login_gets_the_dataset_trains_and_sends_its_generators()
    {
        Assert.SkipUnless(TrainingProgram.IsBuilt, "the training program is not built");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for ssh is a shell script");
        Directory.CreateDirectory(_live.At("far"));
        var wrapper = _live.At("gpu-box.sh");
        File.WriteAllText(wrapper, $"cd {_live.At("far")}\necho 'Welcome to gpu-box'\necho\nexec dotnet {TrainingProgram.File} host\n");
        Pix2Pix.Realtime.Data.SynthesizedFolder.Write(_live.At("mine"), 10, 1, 64, Labels.PaletteFile.Load("cmp-facade"), () => { });
        File.WriteAllText(_live.At("scene.yaml"), """
            scene: far
            objects:
              - name: everything
                components:
                  - Translator
                  - LabelCanvas
                  - TranslationView
                  - TrainingPanel
                  - InfoPanel
                  - StatusLine
                  - ToolPanel
            """);
        using var tab = new TrainTab(_live, "--scene", _live.At("scene.yaml"), "--host", $"sh {wrapper}", "--model", _live.Model);
        Prepare(tab, _live.At("mine"));
        tab.WaitForDataset();

        // The host's folders are the host's to list.
        tab.Press("browse");
        tab.Wait("browsed");
        tab.Type("host path", _live.Folder);
        tab.Wait("browsed", facts => facts.GetProperty("folder").GetString() == _live.Folder && facts.GetProperty("folders").GetInt32() > 0);
        tab.Type("host path", _live.At("mine"));
        tab.Wait("browsed", facts => facts.GetProperty("folder").GetString() == _live.At("mine"));
        tab.Press("use folder");
        tab.WaitForDataset(facts => facts.GetProperty("words").GetString() is { } words && words.Contains("all 64x64", StringComparison.Ordinal));
        tab.Press("send");
        tab.Wait("sent", facts => facts.GetProperty("folder").GetString() == _live.At("far/datasets/mine"));
        tab.WaitForDataset(facts => facts.GetProperty("words").GetString() is { } words && words.Contains("all 64x64", StringComparison.Ordinal));
        tab.Press("start");
        Assert.True(tab.WaitForTraining("RunStarted").GetProperty("step").GetInt64() == 0);
        tab.WaitForTraining("SnapshotReady");
        tab.Wait("generator", facts => facts.GetProperty("name").GetString()!.StartsWith("generator-", StringComparison.Ordinal));
        Assert.True(File.Exists(_live.At("far/runs/sitting/config.yaml")));
        tab.Wait("sheet");
        tab.Press("stop");
        tab.WaitForTraining("RunFinished");
    }

    private static void Prepare(TrainTab tab, string dataset)
    {
        tab.WaitForDataset();
        tab.Type("name", "sitting");
        tab.Type("width", "4");
        tab.Type("steps", "100000");
        tab.Press("advanced");
        tab.Press("advanced output");
        foreach (var (path, value) in new[] { ("output.snapshot_every", "20"), ("output.checkpoint_every", "40") })
        {
            tab.Type(path, value);
            tab.Wait("setting", facts => facts.GetProperty("path").GetString() == path);
        }

        tab.Press("advanced");

        // Last, for what is found moves everything below it.
        tab.Type("dataset", dataset);
    }

    private static double L1(JsonElement step) => step.GetProperty("losses").GetProperty("GeneratorL1").GetDouble();

    /// <summary>A stroke across the canvas, and its translation on the screen.</summary>
    private void Paint(TrainTab tab)
    {
        var canvas = _live.Newest("layout", _ => true)!.Value.GetProperty("canvas");
        var (x, y) = (canvas[0].GetInt32() + (canvas[2].GetInt32() / 2), canvas[1].GetInt32() + (canvas[3].GetInt32() / 2));
        tab.Display.Do("mousemove", $"{x - 30}", $"{y}", "mousedown", "1");
        tab.Display.Do("mousemove", $"{x + 30}", $"{y + 10}", "mouseup", "1");
        _live.WaitUntilShown(tab.Program, tab.Wait("stroke").GetProperty("version").GetInt64());
    }

    private void KillInsideASnapshot(TrainTab tab)
    {
        using var host = Process.GetProcessById(HostOf(tab));
        using var writing = new ManualResetEventSlim();
        using var watcher = new FileSystemWatcher(_live.At("runs/sitting/snapshots"), "*.part");
        watcher.Created += (_, _) => writing.Set();
        watcher.EnableRaisingEvents = true;
        Assert.True(writing.Wait(TimeSpan.FromSeconds(60)), "no snapshot was written");
        host.Kill();
        host.WaitForExit();
    }

    private static int HostOf(TrainTab tab)
    {
        using var find = Process.Start(new ProcessStartInfo("pgrep", ["-P", $"{tab.Program.Id}", "-f", "Training.dll host"]) { RedirectStandardOutput = true })!;
        var found = find.StandardOutput.ReadToEnd();
        find.WaitForExit();
        return int.Parse(found.Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool EndsWithin(int id, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        while (IsAlive(id) && Stopwatch.GetElapsedTime(start) < patience)
        {
            Thread.Sleep(20);
        }

        return !IsAlive(id);
    }

    /// <summary>A process that has ended keeps its number, without a command line, until somebody asks for its exit code.</summary>
    private static bool IsAlive(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
