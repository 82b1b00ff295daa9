using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Hosting;

public sealed class RunListingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_run_left_on_the_disk_says_how_far_and_how_fast_it_came()
    {
        File.WriteAllText(_folder.File("old", "config.yaml"), "training: { steps: 400 }");
        File.SetLastWriteTimeUtc(_folder.File("old", "config.yaml"), DateTime.UtcNow.AddDays(-1));
        File.WriteAllText(_folder.File("new", "config.yaml"), "training: { steps: 400 }");
        File.WriteAllText(_folder.File("new", "checkpoints", "step-00000300.ckpt"), "");
        File.WriteAllText(_folder.File("new", "checkpoints", "step-00000400.ckpt"), "");
        File.WriteAllText(_folder.File("new", "train.log"), "step 390: D real 0.1  4.25 steps/s  00:00:03 left\nstep 400: D real 0.1  4.50 steps/s  00:00:00 left\nstep 400: The run is done.\n");
        var runs = RunListing.Of(_folder.Path);
        Assert.Equal(["new", "old"], runs.Select(run => run.Name));
        Assert.Equal((400L, true, 4.5), (runs[0].Step, runs[0].IsDone, runs[0].StepsPerSecond));
        Assert.Equal((0L, false, 0.0), (runs[1].Step, runs[1].IsDone, runs[1].StepsPerSecond));
    }

    [Fact]
    public void Folders_that_hold_no_run_are_passed_over()
    {
        File.WriteAllText(_folder.File("pictures", "a.png"), "");
        File.WriteAllText(_folder.File("broken", "config.yaml"), "training: { stepz: 4 }");
        Assert.Empty(RunListing.Of(_folder.Path));
        Assert.Empty(RunListing.Of(Path.Combine(_folder.Path, "nowhere")));
    }

    [Fact]
    public void A_log_that_is_a_named_pipe_is_not_waited_for()
    {
        File.WriteAllText(_folder.File("run", "config.yaml"), "training: { steps: 400 }");
        SpecialFile.Pipe(_folder.File("run", "train.log"));
        Assert.Equal(0, Assert.Single(RunListing.Of(_folder.Path)).StepsPerSecond);
    }
}
