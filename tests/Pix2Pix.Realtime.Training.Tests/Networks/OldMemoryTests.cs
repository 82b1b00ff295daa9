using System.Diagnostics;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Networks;

/// <summary>The real training program where every tensor's memory holds NaN before it is written: nothing may be computed from what nobody wrote.</summary>
public sealed class OldMemoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Between them every kind of layer, with channels that fill no block.</summary>
    [Theory]
    [InlineData("fp32", "generator.width=4", "discriminator.width=4", "discriminator.kind=patch", "loss.perceptual_weight=0")]
    [InlineData("bf16", "generator.width=9", "discriminator.width=12", "discriminator.kind=patch", "loss.perceptual_weight=0")]
    [InlineData("bf16", "generator.width=16", "discriminator.width=16", "generator.style=described")]
    [InlineData("fp32", "generator.width=9", "generator.kind=resnet", "discriminator.kind=pixel", "discriminator.width=9", "loss.perceptual_weight=0")]
    [InlineData("fp32", "generator.width=20", "generator.patch=2", "discriminator.scales=2", "discriminator.layers=1", "discriminator.width=20", "discriminator.kind=patch", "training.batch_size=2")]
    public void A_run_reads_no_memory_that_nobody_wrote(string precision, params string[] settings)
    {
        Tool.Require("gcc");
        var library = Path.Combine(_folder.Path, "old-memory.so");
        Tool.Run("gcc", "-shared", "-fPIC", "-O1", "-o", library, Path.Combine(AppContext.BaseDirectory, "old-memory.c"));
        string[] run = [.. TrainingProcess.SmallSettings(_folder.Path), $"training.precision={precision}", "training.steps=2", "discriminator.kind=features", "loss.perceptual_weight=1", .. settings];
        var start = new ProcessStartInfo("dotnet", [TrainingProcess.Program, "train", "--config", TrainingProcess.Config, .. run.Reverse().DistinctBy(word => word[..word.IndexOf('=', StringComparison.Ordinal)])]);
        start.Environment["LD_PRELOAD"] = library;

        var (code, said) = Tool.Try(start);

        Assert.True(code == 0, said);
        Assert.DoesNotContain("NaN", said, StringComparison.Ordinal);
        Assert.Contains("The run is complete.", said, StringComparison.Ordinal);
    }
}
