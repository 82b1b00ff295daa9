using System.Diagnostics;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>A window in which somebody paints and saves, killed meanwhile or while it closes: label maps, stroke recordings, autosave, preferences.</summary>
internal sealed class KilledWindow(XvfbDisplay display) : IDisposable
{
    private const double LongestSeconds = 6;
    private const double LongestClosing = 0.4;

    private readonly LiveRun _run = new(side: 64);

    /// <returns>Whether it was killed; false = it had closed before.</returns>
    public async Task<bool> KillAsync(Random random)
    {
        using var program = _run.Start(display.Name, "live", "--model", _run.Model, "--log", _run.Log, "--no-tune");
        var layout = _run.WaitFor(program, "layout");
        var moment = TimeSpan.FromSeconds(random.NextDouble() * LongestSeconds);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < moment;)
        {
            WindowScreen.Drag(display, layout, (random.Next(64), random.Next(64)), (random.Next(64), random.Next(64)));
            Save(random.Next(2) == 0 ? "map.png" : "strokes.yaml");
        }

        if (random.Next(2) == 0)
        {
            program.AskToEnd();
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * LongestClosing));
        }

        var isKilled = !program.HasExited;
        program.Kill(entireProcessTree: true);
        await program.WaitForExitAsync();
        WholeFiles.Assert(_run.Folder);
        AssertPaintingIsThere();
        return isKilled;
    }

    public void Dispose() => _run.Dispose();

    private void Save(string name)
    {
        display.Do("key", "ctrl+s");
        display.Do("key", "ctrl+a");
        display.Do("type", _run.At(name));
        display.Do("key", "Return");

        // The file is there already: yes, replace it.
        display.Do("key", "Return");
    }

    /// <summary>What the log says was kept is there, and the next start brings it back.</summary>
    private void AssertPaintingIsThere()
    {
        if (_run.Newest("kept", _ => true)?.GetProperty("path").GetString() is { } kept)
        {
            Assert.True(File.Exists(kept), $"{kept} is gone");
            Assert.Equal(64, ImageFile.Load(kept).Width);
        }
    }
}
