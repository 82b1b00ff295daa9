using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Runs;
using Pix2Pix.Realtime.Training.Tests.CommandLine;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Runs;

/// <summary>A run's folder belongs to one process, and nothing that lies in it stops the run from going on.</summary>
public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_second_process_is_refused_with_the_pid_of_the_first_and_changes_nothing()
    {
        var run = new SmallRun(_folder).Go();
        using var held = run.Folder;
        held.Claim(isNew: false);
        File.WriteAllText(Path.Combine(held.Checkpoints, $"step-00000099.ckpt.1{AtomicFile.TemporaryEnding}"), "being written");
        var before = Snapshot();
        foreach (var resume in new string[][] { ["--resume"], [] })
        {
            var (code, said) = await TrainingProcess.RunAsync(["train", "--config", _folder.File("config.yaml"), "training.steps=20", .. resume]);
            Assert.Equal(1, code);
            Assert.Contains(resume.Length > 0 ? $"process {Environment.ProcessId} trains there" : "never overwritten", said, StringComparison.Ordinal);
        }

        Assert.Equal(before, Snapshot());

        string[] Snapshot() => [.. Directory.GetFiles(held.Root, "*", SearchOption.AllDirectories).Order().Select(file => $"{file} {new FileInfo(file).Length} {File.GetLastWriteTimeUtc(file):O}")];
    }

    [Fact]
    public async Task Of_two_fresh_starts_in_one_instant_one_runs_and_one_is_refused()
    {
        File.WriteAllText(_folder.File("config.yaml"), new SmallRun(_folder, "training.steps=20").Settings.ToYaml());
        string[] arguments = ["train", "--config", _folder.File("config.yaml")];
        var ends = await Task.WhenAll(TrainingProcess.RunAsync(arguments), TrainingProcess.RunAsync(arguments));
        Assert.Equal([0, 1], ends.Select(end => end.ExitCode).Order());
        Assert.Matches("trains there|never overwritten", ends.Single(end => end.ExitCode == 1).Said);
    }

    [Fact]
    public void What_a_killed_process_left_half_written_goes_with_the_next_start()
    {
        var run = new SmallRun(_folder).Go();
        foreach (var folder in new[] { run.Folder.Root, run.Folder.Checkpoints, run.Folder.Snapshots, run.Folder.Samples })
        {
            File.WriteAllText(Path.Combine(folder, $"x.4711{AtomicFile.TemporaryEnding}"), "half");
        }

        new SmallRun(_folder, "training.steps=13").Go(resume: true);
        Assert.Empty(Directory.GetFiles(run.Folder.Root, "*.part", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(run.Folder.Root, "*.pid"));
    }

    [Fact]
    public void What_a_start_left_that_ended_before_its_first_step_does_not_stop_the_next_one()
    {
        var folder = new SmallRun(_folder).Go().Folder;
        Directory.Delete(folder.Root, recursive: true);
        folder.Claim(isNew: true);
        File.WriteAllText(folder.Log, "");
        folder.Dispose();
        Assert.False(folder.Exists);
        Assert.NotEmpty(Directory.GetFiles(new SmallRun(_folder).Go().Folder.Checkpoints));
        Assert.True(folder.Exists);
    }

    [Fact]
    public void A_run_folder_damaged_in_every_single_file_goes_on_or_says_which()
    {
        var original = new SmallRun(_folder, "output.sample_every=6").Go().Folder.Root;
        var random = new Random(5);
        var whole = _folder.File("whole");
        Copy(original, whole);
        string[] files = [.. Directory.GetFiles(whole, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(whole, file)).Where(file => file != "run.lock")];
        Assert.True(files.Length >= 8, string.Join(", ", files));
        (string How, Action<string> Damage)[] ways = [("cut", Cut), ("changed", Change), ("empty", path => File.WriteAllText(path, "")), ("a folder", ToFolder), ("a pipe", ToPipe)];
        foreach (var (index, file) in files.Index())
        {
            // Two ways for each file: all five take a minute, and a file's neighbours are of its kind.
            foreach (var (how, damage) in ways.Where((_, way) => (way + index) % ways.Length < 2))
            {
                Directory.Delete(original, recursive: true);
                Copy(whole, original);
                damage(Path.Combine(original, file));
                var (steps, said) = GoOn();
                Assert.True(steps == 14, $"{file}, {how}: expected to end at step 14, found {steps}: {said}");
                var mustSay = file.StartsWith("checkpoints/step-00000012", StringComparison.Ordinal) && how != "a folder";
                Assert.True(!mustSay || said.Contains(Path.GetFileName(file), StringComparison.Ordinal), $"{file}, {how}: expected its name, found: {said}");
            }
        }

        (long Steps, string Said) GoOn()
        {
            var run = new SmallRun(_folder, "output.sample_every=6", "training.steps=14");
            var said = new List<string>();
            var plan = RunPlan.Make(run.Settings, resume: true, said.Add);
            using (var going = new TrainingRun(plan.Settings, plan.Folder, PairSources.Open(plan.Settings), plan.Checkpoint, run.Events.Add, TimeProvider.System))
            {
                going.Run();
            }

            return (run.Events.OfType<RunFinished>().Single().Step, string.Join(" ", said.Concat(run.Events.OfType<HealthNoticed>().Select(notice => notice.Words))));
        }

        void Change(string path)
        {
            var bytes = File.ReadAllBytes(path);
            for (var i = 0; i < 40 && bytes.Length > 0; i++)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(path, bytes);
        }

        static void Cut(string path) => File.WriteAllBytes(path, File.ReadAllBytes(path)[..(int)(new FileInfo(path).Length / 2)]);

        static void ToFolder(string path)
        {
            File.Delete(path);
            Directory.CreateDirectory(path);
        }

        static void ToPipe(string path)
        {
            File.Delete(path);
            SpecialFile.Pipe(path);
        }
    }

    [Fact]
    public void An_index_with_nothing_where_something_belongs_is_a_damaged_checkpoint()
    {
        var path = _folder.File("a.ckpt");
        foreach (var index in new[]
        {
            "null", "{}", """{"Format":1,"Header":null,"Tensors":[]}""", """{"Format":1,"Header":{"Step":1,"Settings":"x"},"Tensors":null}""",
            """{"Format":1,"Header":{"Step":1,"Settings":"x"},"Tensors":[null]}""", """{"Format":1,"Header":{"Step":1,"Settings":"x"},"Tensors":[{"Name":null,"Count":0}]}""",
            """{"Format":1,"Header":{"Step":1,"Settings":"x"},"Tensors":[{"Name":"a","Count":-4}]}""", """{"Format":1,"Header":{"Step":1,"Settings":null},"Tensors":[]}""",
            """{"Format":1,"Header":{"Step":1,"Settings":"x"},"Tensors":[{"Name":"a","Count":4611686018427387904}]}""",
        })
        {
            File.WriteAllBytes(path, [.. "P2PCKPT1"u8, .. BitConverter.GetBytes((long)index.Length), .. System.Text.Encoding.ASCII.GetBytes(index), .. new byte[32]]);
            Assert.Throws<InvalidDataException>(() => CheckpointFile.Read(path));
        }
    }

    [Fact]
    public void A_disk_with_room_for_two_checkpoints_keeps_the_newest_and_lets_the_oldest_go()
    {
        using var disk = SmallDisk.Mount(_folder, "256k");
        var said = new List<string>();
        var store = new CheckpointStore(disk.Path, 3, said.Add);
        using var values = zeros(25_000);
        for (var step = 1; step <= 4; step++)
        {
            store.Save(new CheckpointHeader(step, "", 1, false, 0, 0), [("a", values)]);
            Assert.Equal(step, store.Latest()!.Header.Step);
        }

        Assert.Equal(["step-00000004.ckpt", "step-00000003.ckpt"], store.Files.Select(Path.GetFileName));
        Assert.Equal(2, said.Count(words => words.Contains("was removed to make room", StringComparison.Ordinal)));

        // Too large with any number of others gone: the newest whole one stays, also where a damaged one is newer.
        File.WriteAllText(disk.File("step-00000005.ckpt"), "damaged");
        using var large = zeros(60_000);
        Assert.ThrowsAny<IOException>(() => store.Save(new CheckpointHeader(6, "", 1, false, 0, 0), [("a", large)]));
        Assert.Equal(4, store.Latest()!.Header.Step);
    }

    public void Dispose() => _folder.Dispose();

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
