using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_link_that_somebody_laid_where_the_file_is_written_leads_nowhere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        var (target, victim) = (_folder.File("out.txt"), _folder.File("victim.txt"));
        File.WriteAllText(victim, "precious");
        File.CreateSymbolicLink($"{target}.{Environment.ProcessId}{AtomicFile.TemporaryEnding}", victim);
        AtomicFile.WriteText(target, "new");
        Assert.Equal("precious", File.ReadAllText(victim));
        Assert.Equal("new", File.ReadAllText(target));
        Assert.Null(new FileInfo(target).LinkTarget);
    }

    [Fact]
    public void A_temporary_name_is_never_the_same_twice()
    {
        var names = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            AtomicFile.Write(_folder.File("out.txt"), _ => names.Add(Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.Path, $"*{AtomicFile.TemporaryEnding}")))));
        }

        Assert.Equal(20, names.Count);
    }
}
