using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests.AddOns;

/// <summary>The docker in a real Krita: a stroke with the pointer changes the docker's picture.</summary>
public sealed class KritaTests : IDisposable
{
    private const int Width = 1366;
    private const int Height = 900;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder _folder = new();
    private readonly PublishedLibrary _library;

    public KritaTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        HostTests.Require("krita");
        Tool.Require("import");
        _library = library;
    }

    private string Log => _folder.File("krita.log");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_stroke_changes_the_dockers_picture_and_the_translation_becomes_a_layer()
    {
        var palette = PaletteFile.Load("cmp-facade");
        var (wall, window) = (palette.Find("facade")!.Color, palette.Find("window")!.Color);
        using var display = XvfbDisplay.Start(Width, Height);
        using var krita = Start(display, Picture(wall), "");
        try
        {
            Until(krita, () => Lines("translated ").Count > 0, "a first translation");
            Enlarge(display);
            Assert.Equal(0, Shown(display, TwoLayerModel.Translate(window)));

            // The first dab only makes the docker say where its controls lie now.
            Drag(display, 300, 300);
            Until(krita, () => Lines("translated ").Count > 1, "the translation of a dab");
            Press(display, "window");
            Drag(display, 500, 600);
            Until(krita, () => Shown(display, TwoLayerModel.Translate(window)) > 30, "the stroke in the docker's picture");

            Press(display, "As_new_layer");
            Until(krita, () => Lines("said The layer").Count > 0, "the word that the new layer covers the label map");
        }
        finally
        {
            krita.Kill(entireProcessTree: true);
            krita.WaitForExit();
        }
    }

    [Fact]
    public void A_slider_and_a_colour_of_the_style_change_the_dockers_picture()
    {
        StyledModel.Write(_folder.File("styled.onnx"), StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), 256);
        using var display = XvfbDisplay.Start(Width, Height);
        using var krita = Start(display, Picture(PaletteFile.Load("cmp-facade").Find("facade")!.Color), "", _folder.File("styled.onnx"));
        try
        {
            Until(krita, () => Lines("translated ").Count > 0, "a first translation");
            Enlarge(display);
            Drag(display, 300, 300);
            Until(krita, () => Lines("translated ").Count > 1, "the translation of a dab");

            PressUntil(krita, display, "Style", () => Lines("Warmth ").Count > 0, "the window of the style");

            // A click beside the handle moves it by a page.
            var neutral = ShownPicture(display);
            PressUntil(krita, display, "Warmth", () => IsTranslated("style wall.red=0.60 wall.green=0.50 wall.blue=0.40 warmth=0.00"), "a translation of the slider's value");
            Until(krita, () => !ShownPicture(display).SequenceEqual(neutral), "the warmth in the docker's picture");
            PressUntil(krita, display, "Neutral_style", () => IsTranslated("style wall.red=0.60 wall.green=0.50 wall.blue=0.40 warmth=0.10"), "a translation of the neutral style");

            neutral = ShownPicture(display);
            PressUntil(krita, display, "Wall", () => Lines("hexadecimal ").Count > 0, "the colour chooser");
            Press(display, "hexadecimal");
            display.Do("key", "ctrl+a", "type", "#ff0000");
            display.Do("key", "Return");
            Until(krita, () => IsTranslated("style wall.red=1.00 wall.green=0.00 wall.blue=0.00 warmth=0.10"), "a translation of the colour's values");
            Until(krita, () => !ShownPicture(display).SequenceEqual(neutral), "the colour in the docker's picture");
        }
        finally
        {
            krita.Kill(entireProcessTree: true);
            krita.WaitForExit();
        }
    }

    [Theory]
    [InlineData("", "said Expected a document painted in the colours of cmp-facade")]
    [InlineData("/nowhere/libpix2pix_realtime.so", "said Expected the Pix2Pix.Realtime library at '/nowhere/libpix2pix_realtime.so', found no file")]
    public void What_cannot_be_translated_is_a_sentence_and_Krita_lives(string library, string sentence)
    {
        using var display = XvfbDisplay.Start(Width, Height);
        using var krita = Start(display, Picture(new Rgb(90, 140, 60)), library);
        try
        {
            Until(krita, () => Lines(sentence).Count > 0, sentence);
            Assert.False(krita.HasExited);
        }
        finally
        {
            krita.Kill(entireProcessTree: true);
            krita.WaitForExit();
        }
    }

    /// <summary>A document of one colour.</summary>
    private string Picture(Rgb color)
    {
        var image = new PixelImage(512, 512);
        for (var i = 0; i < image.Rgba.Length; i += 4)
        {
            (image.Rgba[i], image.Rgba[i + 1], image.Rgba[i + 2], image.Rgba[i + 3]) = (color.R, color.G, color.B, 255);
        }

        ImageFile.Save(_folder.File("document.png"), image);
        return _folder.File("document.png");
    }

    private Process Start(XvfbDisplay display, string document, string library, string? model = null)
    {
        InstalledAddOn.Unpack("krita", _library, _folder, _folder.File("data/krita/pykrita"));
        Directory.CreateDirectory(_folder.File("config"));
        File.WriteAllText(_folder.File("config/kritarc"), "[python]\nenable_pix2pix_krita=true\n");
        var start = new ProcessStartInfo("krita", ["--nosplash", document]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DISPLAY"] = display.Name;
        start.Environment["HOME"] = start.Environment["XDG_RUNTIME_DIR"] = _folder.Path;
        start.Environment["XDG_CONFIG_HOME"] = _folder.File("config");
        start.Environment["XDG_DATA_HOME"] = _folder.File("data");
        start.Environment["XDG_CACHE_HOME"] = _folder.File("cache");
        start.Environment["PIX2PIX_LOG"] = Log;
        if (model is not null)
        {
            start.Environment["PIX2PIX_MODEL"] = model;
        }

        if (library.Length > 0)
        {
            start.Environment["PIX2PIX_LIBRARY"] = library;
        }

        var krita = Process.Start(start)!;
        krita.OutputDataReceived += (_, _) => { };
        krita.ErrorDataReceived += (_, _) => { };
        krita.BeginOutputReadLine();
        krita.BeginErrorReadLine();
        return krita;
    }

    /// <summary>Without a window manager Krita lies where it likes.</summary>
    private static void Enlarge(XvfbDisplay display) => display.Do(
        "search", "--sync", "--onlyvisible", "--name", "document", "windowmove", "%1", "0", "0", "windowsize", "--sync", "%1", $"{Width}", $"{Height}");

    private static void Drag(XvfbDisplay display, int x, int y)
    {
        display.Do("mousemove", $"{x}", $"{y}", "mousedown", "1");
        for (var i = 1; i <= 8; i++)
        {
            display.Do("mousemove", $"{x + (i * 10)}", $"{y}");
        }

        display.Do("mouseup", "1");
    }

    private void Press(XvfbDisplay display, string control)
    {
        var (x, y) = Place(control);
        display.Do("mousemove", $"{x}", $"{y}", "click", "1");
    }

    /// <summary>Presses about once a second: where a control lies is known only once Krita has laid its window out.</summary>
    private void PressUntil(Process krita, XvfbDisplay display, string control, Func<bool> isSo, string what) => Until(
        krita,
        () =>
        {
            if (isSo())
            {
                return true;
            }

            Press(display, control);
            Thread.Sleep(1000);
            return isSo();
        },
        what);

    /// <summary>Whether a translation followed a line of the log.</summary>
    private bool IsTranslated(string line)
    {
        var lines = Lines("");
        return lines.IndexOf(line) is >= 0 and var at && lines.FindIndex(at, later => later.StartsWith("translated ", StringComparison.Ordinal)) >= 0;
    }

    private (int X, int Y) Place(string control)
    {
        var words = Lines($"{control} ")[^1].Split(' ');
        return (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
    }

    /// <summary>How many pixels around the middle of the docker's picture have that colour.</summary>
    private int Shown(XvfbDisplay display, Rgb color) => ShownPicture(display).Chunk(4).Count(
        pixel => Math.Abs(pixel[0] - color.R) <= 4 && Math.Abs(pixel[1] - color.G) <= 4 && Math.Abs(pixel[2] - color.B) <= 4);

    /// <summary>The pixels around the middle of the docker's picture.</summary>
    private byte[] ShownPicture(XvfbDisplay display)
    {
        const int Reach = 60;
        var (x, y) = Place("translated");
        Tool.Run("import", "-display", display.Name, "-window", "root", _folder.File("screen.png"));
        var screen = ImageFile.Load(_folder.File("screen.png"));
        var (left, right) = (Math.Max(0, x - Reach), Math.Min(Width, x + Reach));
        return [.. Enumerable.Range(0, Height).Where(row => Math.Abs(row - y) <= Reach).SelectMany(row => screen.Row(row)[(left * 4)..(right * 4)].ToArray())];
    }

    private List<string> Lines(string beginning) =>
        File.Exists(Log) ? [.. File.ReadAllLines(Log).Where(line => line.StartsWith(beginning, StringComparison.Ordinal))] : [];

    private static void Until(Process krita, Func<bool> isSo, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.False(krita.HasExited, $"Krita ended before {what}");
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"Krita has not shown {what} within {Patience}");
            Thread.Sleep(50);
        }
    }
}
