using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Ranks;

/// <summary>What several ranks can't begin or end with is one sentence of rank 0's, and none of them waits for another.</summary>
public sealed class RefusedRanksTests : IDisposable
{
    private readonly RankedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Another_configuration_on_another_rank_is_named()
    {
        var (code, said) = await Two(_run.Train("wrong"), _run.Train("wrong", "generator.width=4", "data.flip=false"));
        Assert.Equal(1, code);
        Assert.Contains("On rank 1 on", said, StringComparison.Ordinal);
        Assert.Contains("data.flip is false and on rank 0 true; generator.width is 4 and on rank 0 8", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_run.Root));
    }

    [Theory]
    [InlineData(9, "Expected the 7 training pairs that rank 0 has, found ")]
    [InlineData(8, "found as many with other contents")]
    public async Task Other_pairs_on_another_rank_are_named(int others, string sentence)
    {
        var (code, said) = await Two(_run.Train("wrong", $"data.root={Pairs("mine", 8, seed: 1)}"), _run.Train("wrong", $"data.root={Pairs("theirs", others, seed: 2)}"));
        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_pairs_than_ranks_are_refused()
    {
        var (code, said) = await Tool.EndAsync(RankedRun.Start(3, _run.Train("few", $"data.root={Pairs("few", 2, seed: 1)}")));
        Assert.Equal(1, code);
        Assert.Contains("Expected at least as many training pairs as ranks (3), found ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_all_ranks_have_is_said_once()
    {
        var (code, said) = await Tool.EndAsync(RankedRun.Start(2, _run.Train("wrong", "generator.depth=7", "data.crop_size=96", "data.load_size=96")));
        Assert.Equal(1, code);
        Assert.Equal(2, said.Split("Expected data.crop_size to be a multiple").Length);
    }

    [Fact]
    public async Task A_full_disk_of_rank_0_ends_all_with_its_sentence()
    {
        using var folder = new TemporaryFolder();
        using var disk = SmallDisk.Mount(folder);
        var (code, said) = await Tool.EndAsync(RankedRun.Start(2, [.. _run.Train("full", "training.steps=8"), $"run.folder={disk.Path}"]));
        Assert.Equal(1, code);
        Assert.Contains("Expected to save the run's state at its end", said, StringComparison.Ordinal);
    }

    /// <summary>Two ranks with command lines of their own.</summary>
    private static Task<(int ExitCode, string Said)> Two(string[] first, string[] second) => Tool.EndAsync(
        RankedRun.Launch(["-n", "1", "dotnet", TrainingProcess.Program, .. first, ":", "-n", "1", "dotnet", TrainingProcess.Program, .. second]));

    private string Pairs(string name, int count, int seed)
    {
        var folder = _run.File("data", name);
        SynthesizedFolder.Write(folder, count, (ulong)seed, 64, PaletteFile.Load("cmp-facade"), () => { });
        return folder;
    }
}
