using Pix2Pix.Realtime.App.Tests.Sources;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>Programs that are killed in mid-write or run out of disk: what stands under its final name is whole.</summary>
public sealed class WriterCampaign : IDisposable
{
    private const int MostKillsOfARun = 4;

    private readonly Writers _writers = new();
    private readonly TemporaryFolder _folder = new();
    private int _cases;
    private int _kills;

    [Fact]
    public Task A_program_that_is_killed_leaves_whole_files_and_its_run_goes_on() => Campaign.RunAsync("kills over the commands that write", Writers.Names.Count, async random =>
    {
        Ffmpeg.Require();
        var place = Path.Combine(_folder.Path, $"{_cases}");
        var name = Writers.Names[_cases++ % Writers.Names.Count];
        var line = _writers.Line(name, place);
        for (var kills = name == Writers.Train ? random.Next(1, MostKillsOfARun + 1) : 1; kills > 0; kills--)
        {
            using var process = Writers.Start(line);
            _kills += await KilledProgram.KillAsync(process, place, random) ? 1 : 0;
            WholeFiles.Assert(place);
            line = name == Writers.Train ? [.. _writers.Line(name, place), "training.steps=12", "--resume"] : line;
        }

        if (name == Writers.Train)
        {
            var (code, said) = await Tool.EndAsync(Writers.Start(line));
            Assert.True(code == 0, said);
            WholeFiles.Assert(place);
            Assert.Empty(Directory.GetFiles(place, $"*{AtomicFile.TemporaryEnding}", SearchOption.AllDirectories));
        }

        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }
    }, () => $"{_kills} kills");

    [Fact]
    public Task A_window_that_is_killed_leaves_whole_files_and_the_painting_comes_back() => Campaign.RunAsync("kills over the window", 2, async random =>
    {
        using var display = XvfbDisplay.Start(1280, 720);
        using var window = new KilledWindow(display);
        _kills += await window.KillAsync(random) ? 1 : 0;
    }, () => $"{_kills} kills");

    [Fact]
    public Task A_program_whose_disk_is_full_says_one_sentence_and_leaves_whole_files() => Campaign.RunAsync("full disks under train, translate, synth", 2, async random =>
    {
        using var disk = SmallDisk.Mount(_folder, $"{16 << random.Next(7)}k");
        var name = Writers.Names[random.Next(3)];
        var line = _writers.Line(name, disk.File("out"));
        var (code, said) = await Tool.EndAsync(Writers.Start(name == Writers.Train ? [.. line, "training.steps=8"] : line));
        Assert.True(code is 0 or 1, $"{name}: exit code {code}: {said}");
        Assert.DoesNotContain("fault of the program", said, StringComparison.Ordinal);
        Assert.DoesNotContain("AggregateException", said, StringComparison.Ordinal);
        WholeFiles.Assert(disk.Path);
    });

    public void Dispose()
    {
        _writers.Dispose();
        _folder.Dispose();
    }
}
