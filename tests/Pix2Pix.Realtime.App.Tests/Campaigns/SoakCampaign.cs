using System.Globalization;
using Pix2Pix.Realtime.App.Tests.Sources;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>
/// The real window for hours: a video as source, OSC that moves properties and swaps two generators, recordings that begin and end, a painter in between.
/// Nothing may pile up. In the suite it lasts some seconds; its figures are asserted where it lasts long enough to have any.
/// </summary>
public sealed class SoakCampaign
{
    private const double MostMegabytes = 400;
    private const double MostGrowthMegabytes = 10;

    /// <summary>Handles and threads of a timer, a child or a pipe that are just there.</summary>
    private const int Slack = 8;

    private string _figures = "";

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(20);

    /// <summary>From here on a median says something: caches are full, everything is compiled.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(1);

    [Fact]
    public Task Hours_of_source_swaps_recordings_and_paint_leave_nothing_behind() => Campaign.RunAsync("soak of the window", 1, SoakAsync, () => _figures);

    private async Task SoakAsync(Random random)
    {
        Ffmpeg.Require();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "figures come from /proc");
        var length = Campaign.Budget ?? Short;
        using var live = new SoakedWindow(random, length);
        var samples = new List<SoakSample>();
        await using (var table = Campaign.Budget is null ? StreamWriter.Null : new StreamWriter(Campaign.Artifact("soak.csv")) { AutoFlush = true })
        {
            await table.WriteLineAsync(SoakSample.Heading);
            await live.RunAsync(sample =>
            {
                samples.Add(sample);
                table.WriteLine(sample);
            });
        }

        Assert.True(live.Swaps > 0 && live.Recordings > 0, $"{live.Swaps} swaps, {live.Recordings} recordings");
        var (early, late) = (Part(samples, 1 / 2.0, 7 / 12.0), Part(samples, 11 / 12.0, 1));
        var (before, after) = (Median(early, one => one.ResidentMegabytes), Median(late, one => one.ResidentMegabytes));
        _figures = string.Create(CultureInfo.InvariantCulture,
            $"{live.Swaps} swaps, {live.Recordings} recordings, {live.Strokes} strokes in {length.TotalMinutes:0.#} min: resident {before:0.0} → {after:0.0} MB, at most {samples.Max(one => one.ResidentMegabytes):0.0} MB, "
            + $"anonymous {Median(early, one => one.AnonymousMegabytes):0.0} → {Median(late, one => one.AnonymousMegabytes):0.0} MB, managed at most {samples.Max(one => one.ManagedMegabytes):0.0} MB, "
            + $"handles {Median(early, one => one.Handles):0} → {Median(late, one => one.Handles):0}, threads {Median(early, one => one.Threads):0} → {Median(late, one => one.Threads):0}, "
            + $"GL objects {early.Max(one => one.Objects)} → {late.Max(one => one.Objects)}, longest frame {samples.Max(one => one.LongestMilliseconds):0} ms");
        TestContext.Current.SendDiagnosticMessage(_figures);

        // That the machine was too busy for the video is no fault of the program.
        Assert.DoesNotContain(live.Faults, fault => !fault.Contains("too busy", StringComparison.Ordinal));
        if (length < LongEnough)
        {
            return;
        }

        Assert.True(after <= MostMegabytes, _figures);
        Assert.True(after - before <= MostGrowthMegabytes, _figures);
        Assert.True(late.Max(one => one.Objects) <= early.Max(one => one.Objects), _figures);
        Assert.True(Median(late, one => one.Handles) <= Median(early, one => one.Handles) + Slack, _figures);
        Assert.True(Median(late, one => one.Threads) <= Median(early, one => one.Threads) + Slack, _figures);
    }

    /// <summary>The samples of a part of the time; of two hours, minutes 60 to 70 and the last 10.</summary>
    private static IReadOnlyList<SoakSample> Part(IReadOnlyList<SoakSample> samples, double from, double to) =>
        [.. samples.Where(one => one.Seconds >= from * samples[^1].Seconds && one.Seconds <= to * samples[^1].Seconds)];

    private static double Median(IEnumerable<SoakSample> samples, Func<SoakSample, double> of)
    {
        var sorted = samples.Select(of).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
