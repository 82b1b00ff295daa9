using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>A real engine, LÖVE, in a real window: a person clicks windows onto houses, and what is on the screen is their translation.</summary>
public sealed class LoveTests : IDisposable
{
    private const int Width = 960;
    private const int Height = 540;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly PublishedLibrary _library;

    public LoveTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        Tool.Require("love");
        Tool.Require("import");
        _library = library;
    }

    private string Log => _folder.File("love.log");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_painted_house_shows_its_translation_in_the_game()
    {
        using var display = XvfbDisplay.Start(Width, Height);
        TwoLayerModel.Write(_folder.File("a.onnx"), 256, 256);
        using var game = Start(display);
        try
        {
            WaitFor(game, "translated 1 ");

            // House 1 begins at x = 20 and is 320 wide; its wall is there from the start.
            WaitForColour(display, 100, 350, TwoLayerModel.Translate(new Rgb(0, 48, 255)));
            display.Do("mousemove", "220", "330", "click", "1");
            WaitForColour(display, 220, 330, TwoLayerModel.Translate(new Rgb(0, 128, 255)));
            WaitForColour(display, 100, 350, TwoLayerModel.Translate(new Rgb(0, 48, 255)));

            // Another tool from the bar, another house.
            display.Do("mousemove", "220", "20", "click", "1");
            display.Do("mousemove", "520", "420", "click", "1");
            WaitForColour(display, 520, 440, TwoLayerModel.Translate(new Rgb(0, 207, 255)));
            Assert.Equal("ready 256 256", File.ReadAllLines(Log)[0]);
        }
        finally
        {
            game.Kill();
            game.WaitForExit();
        }
    }

    [Fact]
    public void A_key_gives_the_house_under_the_pointer_another_style()
    {
        using var display = XvfbDisplay.Start(Width, Height);
        StyledModel.Write(_folder.File("a.onnx"), StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), 256);
        using var game = Start(display);
        try
        {
            WaitFor(game, "translated 4 4 ");
            display.Do("mousemove", "220", "330");
            var (first, second) = (House(display, 20), House(display, 360));
            display.Do("key", "s");
            WaitFor(game, "translated 1 5 ");
            Until(() => !House(display, 20).SequenceEqual(first), "the first house in another style");
            Assert.Equal(second, House(display, 360));
        }
        finally
        {
            game.Kill();
            game.WaitForExit();
        }
    }

    private Process Start(XvfbDisplay display)
    {
        var start = new ProcessStartInfo("love", [ProjectFolder.Under("src", "Pix2Pix.Realtime.Native", "love")]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DISPLAY"] = display.Name;
        start.Environment["SDL_AUDIODRIVER"] = "dummy";
        start.Environment["XDG_DATA_HOME"] = _folder.Path;
        start.Environment["PIX2PIX_LIBRARY"] = Path.Combine(_library.Folder, "libpix2pix_realtime.so");
        start.Environment["PIX2PIX_MODEL"] = _folder.File("a.onnx");
        start.Environment["PIX2PIX_LOG"] = Log;
        return Process.Start(start)!;
    }

    private void WaitFor(Process game, string line)
    {
        var start = Stopwatch.GetTimestamp();
        while (!(File.Exists(Log) && File.ReadAllText(Log).Contains(line, StringComparison.Ordinal)))
        {
            Assert.False(game.HasExited, game.HasExited ? game.StandardOutput.ReadToEnd() + game.StandardError.ReadToEnd() : "");
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"no line '{line}' in the game's log");
            Thread.Sleep(20);
        }
    }

    /// <summary>Photographs the screen until the pixel has that colour.</summary>
    private void WaitForColour(XvfbDisplay display, int x, int y, Rgb wanted)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var pixel = Photograph(display).Row(y).Slice(x * 4, 3);
            if (Math.Abs(pixel[0] - wanted.R) <= 3 && Math.Abs(pixel[1] - wanted.G) <= 3 && Math.Abs(pixel[2] - wanted.B) <= 3)
            {
                return;
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"expected {wanted} at {x},{y}, found ({pixel[0]}, {pixel[1]}, {pixel[2]})");
        }
    }

    /// <summary>Part of a house on the screen, the pointer and the walker apart.</summary>
    /// <param name="left">Where the house begins.</param>
    private byte[] House(XvfbDisplay display, int left)
    {
        var screen = Photograph(display);
        return [.. Enumerable.Range(200, 64).SelectMany(y => screen.Row(y).Slice((left + 100) * 4, 400).ToArray())];
    }

    private PixelImage Photograph(XvfbDisplay display)
    {
        Tool.Run("import", "-display", display.Name, "-window", "root", _folder.File("screen.png"));
        return ImageFile.Load(_folder.File("screen.png"));
    }

    private static void Until(Func<bool> isSo, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"the game has not shown {what} within {Patience}");
            Thread.Sleep(20);
        }
    }
}
