using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Checkpoints;
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

    /// <summary>What every small run is made of: nothing random but the weights and the order, so that one process can be compared with several.</summary>
    private string[] Settings { get; } =
    [
        "data.load_size=64", "data.crop_size=64", "generator.start_from=", "generator.width=8", "generator.norm=instance", "generator.dropout=0", "discriminator.kind=patch", "discriminator.width=8",
        "discriminator.layers=2", "discriminator.norm=instance", "discriminator.augment=none", "loss.perceptual_weight=0", "stability.input_noise.sigma=0", "data.warp_labels=0", "training.threads=1",
        "training.precision=fp32", "training.batch_size=1", "output.checkpoint_every=5", "output.snapshot_every=100000", "output.sample_every=100000", "output.validate_every=100000",
    ];

    public string File(params string[] parts) => _folder.File(parts);

    /// <summary>The words after the program's: a run by this name, with settings of its own.</summary>
    public string[] Train(string name, params string[] more) =>
        ["train", "--config", ProjectFolder.Under("configs", "quick.yaml"), $"run.folder={_folder.Path}", $"run.name={name}", .. Settings, .. more];

    /// <summary>Several ranks, as a person starts them.</summary>
    public static Process Start(int ranks, params IEnumerable<string> arguments) => Launch(["-n", $"{ranks}", "dotnet", TrainingProcess.Program, .. arguments]);

    /// <summary><c>mpirun</c> with options of its own.</summary>
    public static Process Launch(params IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo(Launcher, ["--allow-run-as-root", "--oversubscribe", "--bind-to", "none", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    public static async Task<(int ExitCode, string Said)> EndAsync(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + errors);
        }
    }

    /// <summary>Runs ranks to their end, which is a good one.</summary>
    public async Task TrainAsync(int ranks, string name, params string[] more)
    {
        var (code, said) = await EndAsync(Start(ranks, Train(name, more)));
        Assert.True(code == 0, said);
    }

    /// <summary>Reads what a process says until a line of it has this part.</summary>
    public static async Task ReadUntilAsync(Process process, string part)
    {
        while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains(part, StringComparison.Ordinal))
        {
        }
    }

    public Checkpoint Newest(string name) =>
        CheckpointFile.Read(Directory.GetFiles(Path.Combine(_folder.Path, name, "checkpoints"), "*.ckpt").Order(StringComparer.Ordinal).Last());

    /// <summary>The process of a rank of this test, by what the launcher told it.</summary>
    public Process Rank(int rank) => Process.GetProcesses().First(process =>
        Holds(process, "cmdline", _folder.Path) && Holds(process, "environ", $"OMPI_COMM_WORLD_RANK={rank}\0"));

    public void Dispose() => _folder.Dispose();

    private static bool Holds(Process process, string what, string text)
    {
        try
        {
            return System.IO.File.ReadAllText($"/proc/{process.Id}/{what}").Contains(text, StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return false;
        }
    }
}
