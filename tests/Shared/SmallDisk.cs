namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>A real disk with little room; the test skips where none can be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <param name="folder">Where it is mounted, in a folder of its own.</param>
    /// <param name="size">As mount says it, e.g. <c>1m</c>.</param>
    public static SmallDisk Mount(TemporaryFolder folder, string size = "1m")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "mounting a small disk needs Linux and root");
        var path = System.IO.Path.GetDirectoryName(folder.File("disk", "x"))!;
        Assert.SkipUnless(Tool.Try("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path).ExitCode == 0, "no small disk can be mounted here");
        return new SmallDisk(path);
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file until nothing more fits.</summary>
    public void Fill(string name = "filler")
    {
        using var stream = new FileStream(File(name), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 20, 1 << 12, 1 })
        {
            try
            {
                while (true)
                {
                    stream.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Full for pieces of this size.
            }
        }
    }

    public void Dispose() => Tool.Try("umount", "-l", Path);
}
