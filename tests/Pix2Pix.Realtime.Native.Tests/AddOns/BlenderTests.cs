using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Native.Tests.AddOns;

/// <summary>The add-on in a real Blender without a window; blender_check.py has what is asserted.</summary>
public sealed class BlenderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PublishedLibrary _library;

    public BlenderTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        HostTests.Require("blender");
        _library = library;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_painted_image_fills_another_live_and_bad_input_is_a_sentence()
    {
        InstalledAddOn.Unpack("blender", _library, _folder, _folder.File("addons"));
        var scratch = Directory.CreateDirectory(_folder.File("scratch")).FullName;
        File.WriteAllText(Path.Combine(scratch, "other.c"), "unsigned p2p_version(void) { return 0x00020003u; }");
        Tool.Run(PublishedLibrary.Compiler!, "-shared", "-fPIC", "-o", Path.Combine(scratch, "other.so"), Path.Combine(scratch, "other.c"));
        var window = PaletteFile.Load("cmp-facade").Find("window")!.Color;
        var translated = TwoLayerModel.Translate(window);
        var said = Tool.Run(
            "blender", "--background", "--factory-startup", "--python-exit-code", "3", "--python", Path.Combine(AppContext.BaseDirectory, "AddOns", "blender_check.py"),
            "--", _folder.File("addons"), scratch, $"{window.R},{window.G},{window.B}", $"{translated.R},{translated.G},{translated.B}");
        Assert.Contains("all is well", said, StringComparison.Ordinal);
    }
}
