using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>A full disk below the cache folder, where the graphics driver maps files of its own into memory.</summary>
public sealed class FullCacheTests
{
    [Fact]
    public void The_program_draws_without_the_drivers_cache_and_says_so()
    {
        using var folder = new TemporaryFolder();
        using var run = new LiveRun(side: 64);
        using var disk = SmallDisk.Mount(folder);
        run.Variables["XDG_CACHE_HOME"] = disk.Path;
        disk.Fill();
        var (code, _, errors) = run.Run("live", "--headless", "--frames", "3", "--model", run.Model, "--no-tune", "--screenshot", run.At("shot.png"));
        Assert.True(code == 0, errors);
        Assert.Contains("is almost full", errors, StringComparison.Ordinal);
        Assert.True(File.Exists(run.At("shot.png")));
    }
}
