using System.Diagnostics;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.RunFiles;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Runs;

/// <summary>What may happen to a run that nobody watches.</summary>
public sealed class SafetyTests
{
    /// <summary>Of one run. ./test.sh --campaign kills far more.</summary>
    private const int Kills = 5;

    [Fact]
    public async Task A_run_that_is_killed_at_any_moment_goes_on()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(7);
        string[] arguments =
        [
            .. TrainingProcess.SmallRun(folder.Path), "training.steps=100000", "output.checkpoint_every=2", "output.snapshot_every=3", "output.sample_every=100000", "output.validate_every=100000", "--resume",
        ];
        long reached = 0;
        for (var round = 0; round < Kills; round++)
        {
            // Saving at nearly every step, most kills hit in the middle of a save.
            using var process = TrainingProcess.Start(arguments);
            _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var saves = 3 + random.Next(4);
            while (saves > 0 && await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                saves -= line.Contains("checkpoint", StringComparison.Ordinal) ? 1 : 0;
            }

            for (var spin = random.Next(200_000); spin > 0; spin--)
            {
                Thread.SpinWait(1);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var newest = Directory.GetFiles(Path.Combine(folder.Path, "quick", "checkpoints"), "*.ckpt").Select(StepOf).Max();
            Assert.True(newest > reached, $"round {round}: expected to get beyond step {reached}, the newest checkpoint is of step {newest}");
            reached = newest;
        }

        var store = Directory.GetFiles(Path.Combine(folder.Path, "quick", "snapshots"), "*.onnx");
        Assert.All(store, snapshot => Inference.GeneratorLoader.Load(snapshot, new Inference.LoadOptions()).Dispose());
    }

    [Fact]
    public void A_full_disk_is_said_training_goes_on_and_an_end_that_could_not_be_saved_is_a_failure()
    {
        using var folder = new TemporaryFolder();
        using var disk = SmallDisk.Mount(folder);
        var run = new SmallRun(folder, $"run.folder={disk.Path}", "generator.width=16", "training.steps=12");
        var fault = Assert.Throws<UserException>(() => run.Go());
        Assert.Contains(run.Events.OfType<HealthNoticed>(), health => health.Words.Contains("training continues", StringComparison.Ordinal));
        Assert.Equal(12, Assert.IsType<RunFailed>(run.Events[^1]).Step);
        Assert.Contains("Expected to save the run's state at its end, step 12", fault.Message, StringComparison.Ordinal);
        Assert.Empty(run.Events.OfType<RunFinished>());
    }

    [Fact]
    public void A_log_on_a_full_disk_leaves_out_whole_entries_says_so_once_and_goes_on_when_there_is_room()
    {
        using var folder = new TemporaryFolder();
        using var disk = SmallDisk.Mount(folder);
        var warnings = new List<string>();
        using (var log = new AppendedFile(disk.File("log"), warnings.Add))
        {
            log.Append([1, 2, 3]);
            disk.Fill();
            log.Append(new byte[8192]);
            log.Append(new byte[8192]);
            File.Delete(disk.File("filler"));
            log.Append([4, 5]);
        }

        Assert.Equal([1, 2, 3, 4, 5], File.ReadAllBytes(disk.File("log")));
        Assert.Contains("training continues", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_needs_more_memory_than_there_is_says_so_before_and_ends_in_one_sentence_with_what_to_lower()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the shell's limit of memory is Linux's");
        using var folder = new TemporaryFolder();
        const string Limited = "ulimit -v 5000000; exec dotnet \"$@\"";
        string[] arguments =
        [
            TrainingProcess.Program, "train", "--config", Realtime.Files.ProjectFolder.Under("configs", "quick.yaml"), $"run.folder={folder.Path}", "data.crop_size=256",
            "data.load_size=256", "generator.start_from=", "generator.norm=batch", "generator.width=32", "discriminator.width=64", "training.batch_size=16", "training.precision=fp32",
        ];
        var start = new ProcessStartInfo("bash", ["-c", Limited, "bash", .. arguments]);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x20000000";
        var (code, said) = Tool.Try(start);
        Assert.Equal(1, code);
        Assert.Matches(@"attention: This run needs about \d+\.\d GB of memory, but the machine has 0\.5 GB; lower training\.batch_size", said);
        Assert.Contains("pix2pix: There is not enough memory", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_that_find_no_memory_at_all_end_in_one_sentence_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the shell's limit of memory is Linux's");
        using var folder = new TemporaryFolder();
        string[] arguments =
        [
            TrainingProcess.Program, "train", "--config", Realtime.Files.ProjectFolder.Under("configs", "quick.yaml"), $"run.folder={folder.Path}",
            "generator.start_from=", "generator.norm=batch", "generator.width=512", "training.precision=fp32",
        ];
        var start = new ProcessStartInfo("bash", ["-c", "ulimit -v 6000000; exec dotnet \"$@\"", "bash", .. arguments]);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x20000000";
        var (code, said) = Tool.Try(start);
        Assert.Equal(1, code);
        Assert.Contains("pix2pix: There is not enough memory for the networks' weights; lower", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static long StepOf(string checkpoint) => long.Parse(Path.GetFileNameWithoutExtension(checkpoint)["step-".Length..]);
}
