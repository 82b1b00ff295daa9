using System.Diagnostics;
using System.Text;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Runs;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Ranks;

/// <summary>A small run of real processes under Open MPI's real <c>mpirun</c>, in one folder.</summary>
internal sealed class RankedRun : IDisposable
{
    private const string Launcher = "mpirun";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Skips the test where there is no Open MPI, or nobody asked for such tests.</summary>
    public RankedRun() => HostTests.Require(Launcher);

    public string Root => _folder.Path;

    /// <summary>What every run here is made of beside a small run's settings: nothing random but the weights and the order, so that one process can be compared with several.</summary>
    private static string[] Settings { get; } =
    [
        "generator.width=8", "generator.norm=instance", "generator.dropout=0", "discriminator.width=8", "discriminator.norm=instance", "discriminator.augment=none",
        "stability.input_noise.sigma=0", "data.warp_labels=0", "training.threads=1", "training.batch_size=1", "output.checkpoint_every=5",
        "output.snapshot_every=100000", "output.sample_every=100000", "output.validate_every=100000",
    ];

    public string File(params string[] parts) => _folder.File(parts);

    /// <summary>The words after the program's: a run by this name, with settings of its own.</summary>
    public string[] Train(string name, params string[] more) => ["train", "--config", TrainingProcess.Config, .. Words(name), .. more];

    /// <summary>Several ranks, as a person starts them.</summary>
    public static Process Start(int ranks, params IEnumerable<string> arguments) => Launch(["-n", $"{ranks}", "dotnet", TrainingProcess.Program, .. arguments]);

    /// <summary><c>mpirun</c> with options of its own.</summary>
    public static Process Launch(params IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo(Launcher, ["--allow-run-as-root", "--oversubscribe", "--bind-to", "none", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Runs ranks to their end, which is a good one.</summary>
    public async Task TrainAsync(int ranks, string name, params string[] more)
    {
        var (code, said) = await Tool.EndAsync(Start(ranks, Train(name, more)));
        Assert.True(code == 0, said);
    }

    /// <summary>One process's run, here and without <c>mpirun</c>.</summary>
    public void TrainAlone(string name, params string[] more)
    {
        var plan = RunPlan.Make(TrainingProcess.Config, [.. Words(name), .. more], resume: false, null, _ => { });
        using var run = new TrainingRun(plan.Settings, plan.Folder, PairSources.Open(plan.Settings), plan.Checkpoint, _ => { }, TimeProvider.System);
        run.Run();
    }

    /// <summary>Reads what a process says until a line of it has this part.</summary>
    /// <returns>The line.</returns>
    public static async Task<string> ReadUntilAsync(Process process, string part)
    {
        var said = new StringBuilder();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }

            said.AppendLine(line);
        }

        throw new EndOfStreamException($"expected '{part}', found the end of: {said}");
    }

    public Checkpoint Newest(string name) =>
        CheckpointFile.Read(Directory.GetFiles(Path.Combine(_folder.Path, name, "checkpoints"), "*.ckpt").Order(StringComparer.Ordinal).Last());

    public RankProcess Rank(int rank) => RankProcess.Find(rank, _folder.Path);

    /// <summary>All processes that were started for this test and live.</summary>
    public int[] Processes() => [.. Process.GetProcesses().Select(process => process.Id).Where(id => RankProcess.Holds(id, "cmdline", _folder.Path))];

    public void Dispose() => _folder.Dispose();

    private string[] Words(string name) => [.. TrainingProcess.SmallSettings(_folder.Path), $"run.name={name}", .. Settings];
}
