using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests.AddOns;

/// <summary>
/// How long the docker takes and what it costs Krita, in a real Krita with the included generator. What is asserted is that every stroke arrives; the figures
/// are printed (-showLiveOutput) and written to artifacts/krita-speed.md.
/// </summary>
public sealed class KritaSpeedTests : IDisposable
{
    /// <summary>Each stroke goes over the one before it, in the other colour.</summary>
    private const int Strokes = 12;

    private const int Rounds = 2;

    /// <summary>Milliseconds between two pointer events of a stroke, and how many a stroke has.</summary>
    private const int Pace = 4;
    private const int Moves = 80;

    private static readonly (int X, int Y) From = (300, 430);
    private static readonly (int X, int Y) To = (620, 510);

    private readonly TemporaryFolder _folder = new();
    private readonly string _document;

    public KritaSpeedTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        HostTests.Require("krita");
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PIX2PIX_SPEED") == "1", "PIX2PIX_SPEED=1 ./test.sh --hosts also measures what the docker costs Krita, which takes minutes of a quiet machine");
        Tool.Require("import");
        InstalledAddOn.Unpack("krita", library, _folder, _folder.File("data/krita/pykrita"));
        var wall = PaletteFile.Load("cmp-facade").Find("facade")!.Color;
        var image = new PixelImage(1024, 1024);
        for (var i = 0; i < image.Rgba.Length; i += 4)
        {
            (image.Rgba[i], image.Rgba[i + 1], image.Rgba[i + 2], image.Rgba[i + 3]) = (wall.R, wall.G, wall.B, 255);
        }

        _document = _folder.File("document.png");
        ImageFile.Save(_document, image);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_strokes_end_is_in_the_dockers_picture_soon()
    {
        using var krita = Start(isEnabled: true);
        using var hand = new ScreenHand(krita.Display.Name);
        var waits = new List<double>();
        for (var stroke = 0; stroke < Strokes; stroke++)
        {
            krita.Press(stroke % 2 == 0 ? "window" : "facade");
            Draw(hand);
            var (milliseconds, isSeen) = LastChange(krita, hand);
            Assert.True(isSeen, $"stroke {stroke} has not reached the docker's picture");
            waits.Add(milliseconds);
        }

        var translation = Median([.. krita.Lines("translation ").Select(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture))]);
        Print($"pointer up to the stroke's end in the docker: {Median(waits):0} ms (median of {Strokes}; {waits.Min():0} to {waits.Max():0}), one translation {translation:0} ms, ratio {Median(waits) / translation:0.00}");
    }

    [Fact]
    public void Krita_paints_and_rests_with_the_docker_as_without()
    {
        var painted = new Dictionary<bool, List<double>> { [false] = [], [true] = [] };
        var idle = new Dictionary<bool, List<double>> { [false] = [], [true] = [] };
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var isEnabled in (bool[])[round % 2 == 0, round % 2 != 0])
            {
                using var krita = Start(isEnabled);
                using var hand = new ScreenHand(krita.Display.Name);
                for (var stroke = 0; stroke < Strokes; stroke++)
                {
                    krita.Display.Do("key", "x");
                    painted[isEnabled].Add(Painted(krita, hand));
                }

                Assert.Equal(isEnabled, krita.Lines("translated ").Count > 1);
                Thread.Sleep(3000);
                var before = krita.Computed;
                Thread.Sleep(5000);
                idle[isEnabled].Add((krita.Computed - before).TotalMilliseconds / 5);
            }
        }

        var (with, without) = (Median(painted[true]), Median(painted[false]));
        Print($"a stroke of {Moves} moves in {Moves * Pace} ms, from the press until its end is on Krita's canvas: {with:0} ms with the docker, {without:0} ms without (medians of {Strokes * Rounds}), ratio {with / without:0.00}");
        Print($"CPU time of an idle Krita: {Median(idle[true]):0.0} ms a second with the docker, {Median(idle[false]):0.0} without (medians of {Rounds})");
    }

    private KritaSession Start(bool isEnabled)
    {
        var krita = new KritaSession(_folder.Path, _document, isEnabled, ("PIX2PIX_MODEL", ProjectFolder.Under("sample-scenes", "facades.onnx")));
        krita.Until(() => krita.Windows() > 0, "a window");
        krita.Enlarge();
        if (isEnabled)
        {
            krita.Until(() => krita.Lines("translated ").Count > 0, "a first translation");
        }

        // The first strokes load brushes and make the docker say where its controls lie.
        using var hand = new ScreenHand(krita.Display.Name);
        krita.Until(
            () =>
            {
                var canvas = hand.Pixels(From.X, From.Y, 40, 40);
                krita.Display.Do("key", "x");
                Draw(hand);
                Thread.Sleep(1500);
                return !hand.Pixels(From.X, From.Y, 40, 40).SequenceEqual(canvas);
            },
            "a stroke");
        return krita;
    }

    /// <summary>A stroke as a person draws it; the pointer is up when it returns.</summary>
    private static void Draw(ScreenHand hand)
    {
        hand.Move(From.X, From.Y);
        hand.Button(isDown: true);
        var start = Stopwatch.GetTimestamp();
        for (var i = 1; i <= Moves; i++)
        {
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < i * Pace)
            {
                Thread.Sleep(1);
            }

            hand.Move(From.X + ((To.X - From.X) * i / Moves), From.Y + ((To.Y - From.Y) * i / Moves));
        }

        hand.Button(isDown: false);
    }

    /// <summary>
    /// Milliseconds from now until the docker's picture changed for the last time; watched until it has rested for two seconds, a minute for its first change. And whether it changed at all.
    /// </summary>
    private static (double Milliseconds, bool IsSeen) LastChange(KritaSession krita, ScreenHand hand)
    {
        const int Reach = 60;
        var start = Stopwatch.GetTimestamp();
        var (x, y) = krita.Place("translated");
        var (shown, last, isSeen) = (hand.Pixels(x - Reach, y - Reach, 2 * Reach, 2 * Reach), 0.0, false);
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < (isSeen ? last + 2_000 : 60_000))
        {
            var now = hand.Pixels(x - Reach, y - Reach, 2 * Reach, 2 * Reach);
            if (!now.SequenceEqual(shown))
            {
                (shown, last, isSeen) = (now, Stopwatch.GetElapsedTime(start).TotalMilliseconds, true);
            }

            Thread.Sleep(1);
        }

        return (last, isSeen);
    }

    /// <summary>Milliseconds from the press of a stroke until the canvas changed for the last time.</summary>
    private static double Painted(KritaSession krita, ScreenHand hand)
    {
        var start = Stopwatch.GetTimestamp();
        Draw(hand);
        var (shown, last) = (hand.Pixels(To.X - 40, To.Y - 20, 30, 20), Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        var up = last;
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < up + 1500)
        {
            var now = hand.Pixels(To.X - 40, To.Y - 20, 30, 20);
            if (!now.SequenceEqual(shown))
            {
                (shown, last) = (now, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            Thread.Sleep(1);
        }

        Assert.False(krita.HasEnded);
        return last;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static void Print(string line)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(line);
        File.AppendAllText(ProjectFolder.Under("artifacts", "krita-speed.md"), $"- {line}\n");
    }
}
