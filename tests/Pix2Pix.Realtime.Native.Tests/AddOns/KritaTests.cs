using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests.AddOns;

/// <summary>The docker in a real Krita: a stroke with the pointer changes the docker's picture.</summary>
public sealed class KritaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PublishedLibrary _library;

    public KritaTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        HostTests.Require("krita");
        Tool.Require("import");
        _library = library;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_stroke_changes_the_dockers_picture_and_the_translation_becomes_a_layer()
    {
        var palette = PaletteFile.Load("cmp-facade");
        var (wall, window) = (palette.Find("facade")!.Color, palette.Find("window")!.Color);
        using var krita = Start(Picture(wall));
        krita.Until(() => krita.Lines("translated ").Count > 0, "a first translation");
        krita.Enlarge();
        Assert.Equal(0, Shown(krita, TwoLayerModel.Translate(window)));

        // The first dab only makes the docker say where its controls lie now.
        krita.Drag(300, 300);
        krita.Until(() => krita.Lines("translated ").Count > 1, "the translation of a dab");
        krita.Press("window");
        krita.Drag(500, 600);
        krita.Until(() => Shown(krita, TwoLayerModel.Translate(window)) > 30, "the stroke in the docker's picture");

        krita.Press("As_new_layer");
        krita.Until(() => krita.Lines("said The layer").Count > 0, "the word that the new layer covers the label map");
    }

    [Fact]
    public void A_slider_and_a_colour_of_the_style_change_the_dockers_picture()
    {
        StyledModel.Write(_folder.File("styled.onnx"), StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), 256);
        using var krita = Start(Picture(PaletteFile.Load("cmp-facade").Find("facade")!.Color), ("PIX2PIX_MODEL", _folder.File("styled.onnx")));
        krita.Until(() => krita.Lines("translated ").Count > 0, "a first translation");
        krita.Enlarge();
        krita.Drag(300, 300);
        krita.Until(() => krita.Lines("translated ").Count > 1, "the translation of a dab");

        krita.PressUntil("Style", () => krita.Lines("Warmth ").Count > 0, "the window of the style");

        // A click beside the handle moves it by a page.
        var neutral = krita.ShownPicture();
        krita.PressUntil("Warmth", () => IsTranslated(krita, "style wall.red=0.60 wall.green=0.50 wall.blue=0.40 warmth=0.00"), "a translation of the slider's value");
        krita.Until(() => !krita.ShownPicture().SequenceEqual(neutral), "the warmth in the docker's picture");
        krita.PressUntil("Neutral_style", () => IsTranslated(krita, "style wall.red=0.60 wall.green=0.50 wall.blue=0.40 warmth=0.10"), "a translation of the neutral style");

        neutral = krita.ShownPicture();
        krita.PressUntil("Wall", () => krita.Lines("hexadecimal ").Count > 0, "the colour chooser");
        krita.Until(
            () =>
            {
                // Keys that come before the new window has the keyboard are lost.
                krita.Press("hexadecimal");
                krita.Display.Do("key", "ctrl+a", "type", "#ff0000");
                Thread.Sleep(1000);
                return IsTranslated(krita, "style wall.red=1.00 wall.green=0.00 wall.blue=0.00 warmth=0.10");
            },
            "a translation of the colour's values");
        krita.Display.Do("key", "Return");
        krita.Until(() => !krita.ShownPicture().SequenceEqual(neutral), "the colour in the docker's picture");
    }

    [Fact]
    public void Colours_of_no_class_are_a_sentence_and_Krita_lives() =>
        IsSaid(new Rgb(90, 140, 60), "", "said Expected a document painted in the colours of cmp-facade");

    [Fact]
    public void A_library_that_is_missing_or_of_another_version_is_a_sentence_and_Krita_lives()
    {
        var wall = PaletteFile.Load("cmp-facade").Find("facade")!.Color;
        IsSaid(wall, "/nowhere/libpix2pix_realtime.so", "said Expected the Pix2Pix.Realtime library at '/nowhere/libpix2pix_realtime.so', found no file");
        File.WriteAllText(_folder.File("other.c"), "unsigned p2p_version(void) { return 0x00020003u; }");
        Tool.Run(PublishedLibrary.Compiler!, "-shared", "-fPIC", "-o", _folder.File("other.so"), _folder.File("other.c"));
        IsSaid(wall, _folder.File("other.so"), $"said Expected version 1.4 or a later 1.x of '{_folder.File("other.so")}', found 2.3");
    }

    [Theory]
    [InlineData(8192, 8)]
    [InlineData(300, 16)]
    public void Documents_of_all_sizes_and_depths_are_translated(int side, int bits)
    {
        var wall = PaletteFile.Load("cmp-facade").Find("facade")!.Color;
        var document = _folder.File("document-deep.png");

        // Without a profile Krita asks for one before it opens a document of 16 bits.
        string[] profile = bits > 8 ? ["-profile", "/usr/share/color/icc/krita/sRGB-elle-V2-srgbtrc.icc"] : [];
        Tool.Run("convert", ["-size", $"{side}x{side}", $"xc:rgb({wall.R},{wall.G},{wall.B})", .. profile, "-depth", $"{bits}", "-define", $"png:bit-depth={bits}", "-define", "png:color-type=2", document]);
        using var krita = Start(document);
        krita.Until(() => krita.Lines("translated ").Count > 0, "a first translation");
        krita.Enlarge();

        // A dab makes the docker say where its picture lies now. Of a large document only some rows are read: one of the dabs meets one.
        var y = 300;
        krita.Until(
            () =>
            {
                krita.Drag(300, y += 7);
                Thread.Sleep(1000);
                return krita.Lines("translated ").Count > 1;
            },
            "the translation of a dab");
        krita.Until(() => Shown(krita, TwoLayerModel.Translate(wall)) > 1000, "the translated document in the docker's picture");
    }

    [Fact]
    public void A_document_can_be_closed_and_Krita_lives()
    {
        using var krita = Start(Picture(PaletteFile.Load("cmp-facade").Find("facade")!.Color));
        krita.Until(() => krita.Lines("translated ").Count > 0, "a first translation");
        krita.Enlarge();
        krita.Display.Do("search", "--onlyvisible", "--name", "document", "windowfocus", "%1");

        // The window's name is the document's; without one it is the program's.
        krita.Until(
            () =>
            {
                krita.Display.Do("key", "ctrl+w");
                Thread.Sleep(1000);
                return krita.Windows() == 0;
            },
            "no document");
        Thread.Sleep(2000);
        Assert.False(krita.HasEnded);
    }

    private void IsSaid(Rgb color, string library, string sentence)
    {
        using var krita = Start(Picture(color), library.Length > 0 ? [("PIX2PIX_LIBRARY", library)] : []);
        krita.Until(() => krita.Lines(sentence).Count > 0, sentence);
        Assert.False(krita.HasEnded);
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

    private KritaSession Start(string document, params (string Name, string Value)[] environment)
    {
        InstalledAddOn.Unpack("krita", _library, _folder, _folder.File("data/krita/pykrita"));
        return new KritaSession(_folder.Path, document, environment: environment);
    }

    /// <summary>Whether a translation followed a line of the log.</summary>
    private static bool IsTranslated(KritaSession krita, string line)
    {
        var lines = krita.Lines("");
        return lines.IndexOf(line) is >= 0 and var at && lines.FindIndex(at, later => later.StartsWith("translated ", StringComparison.Ordinal)) >= 0;
    }

    /// <summary>How many pixels around the middle of the docker's picture have that colour.</summary>
    private static int Shown(KritaSession krita, Rgb color) => krita.ShownPicture().Chunk(4).Count(
        pixel => Math.Abs(pixel[0] - color.R) <= 4 && Math.Abs(pixel[1] - color.G) <= 4 && Math.Abs(pixel[2] - color.B) <= 4);
}
