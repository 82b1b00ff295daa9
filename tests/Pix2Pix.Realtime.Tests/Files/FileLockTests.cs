using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Files;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void One_holder_at_a_time_and_the_next_one_is_told_who()
    {
        var path = _folder.File("run.lock");
        Assert.Equal("another process", FileLock.Holder(path));
        using (var first = FileLock.TryTake(path))
        {
            Assert.NotNull(first);
            Assert.Null(FileLock.TryTake(path));
            Assert.Equal($"process {Environment.ProcessId}", FileLock.Holder(path));
            Assert.All(Directory.GetFiles(_folder.Path), file => Assert.True(FileLock.IsPartOf(file, path)));
        }

        using var second = FileLock.TryTake(path);
        Assert.NotNull(second);
    }

    [Fact]
    public void It_is_the_kernels_lock_between_processes_and_ends_with_a_kill()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "flock is Linux's program");
        var path = _folder.File("run.lock");
        using var holder = Process.Start(new ProcessStartInfo("flock", ["-x", path, "sh", "-c", "echo held; exec sleep 600"]) { RedirectStandardOutput = true })!;
        Assert.Equal("held", holder.StandardOutput.ReadLine());
        Assert.Null(FileLock.TryTake(path));

        holder.Kill(entireProcessTree: true);
        holder.WaitForExit();
        FileLock? taken = null;
        Assert.True(SpinWait.SpinUntil(() => (taken = FileLock.TryTake(path)) is not null, TimeSpan.FromSeconds(30)));
        taken!.Dispose();
    }

    [Fact]
    public void A_place_that_can_not_be_written_is_a_fault_and_no_lock_of_another()
    {
        Assert.ThrowsAny<IOException>(() => FileLock.TryTake(Path.Combine(_folder.Path, "nowhere", "run.lock")));
        Directory.CreateDirectory(_folder.File("folder.lock"));
        Assert.ThrowsAny<Exception>(() => FileLock.TryTake(_folder.File("folder.lock")));
    }

    public void Dispose() => _folder.Dispose();
}
