using Pix2Pix.Realtime.App.Tests.Training;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Tests.Live.Styling;

/// <summary>The Style section in the real window, pressed with a real pointer.</summary>
public sealed class StyleWindowTests : IDisposable
{
    private const int Side = 64;
    private const int ViewPage = 1;

    private readonly LiveRun _live = new(Side);

    public void Dispose() => _live.Dispose();

    [Fact]
    public void A_style_comes_by_chance_and_from_a_photograph_and_is_saved_with_its_picture()
    {
        var model = _live.At("styled.onnx");
        StyledModel.Write(model, StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), Side);
        using var tab = new TrainTab(_live, ViewPage, "--model", model);
        tab.Press("style random");
        var seed = tab.Wait("style").GetProperty("seed").GetUInt64();
        var drawn = new float[StyledModel.Style.Definition.Count];
        StyledModel.Style.Distribution.Sample(StyledModel.Style.Definition, seed, drawn);
        tab.Press("style save");
        var saved = tab.Wait("style").GetProperty("saved").GetString()!;
        Assert.StartsWith(_live.At("data/pix2pix/styles"), saved, StringComparison.Ordinal);
        Assert.True(StyledModel.LargestDifference(drawn, StyleFile.Load(saved, StyledModel.Style.Definition)) < 1e-3f);
        Assert.True(File.Exists(saved.Replace(".style.yaml", ".png", StringComparison.Ordinal)));

        var photograph = new PixelImage(Side, Side);
        for (var i = 0; i < photograph.Rgba.Length; i++)
        {
            photograph.Rgba[i] = (byte)(i % 4 == 3 ? 255 : i % 251);
        }

        ImageFile.Save(_live.At("street.png"), photograph);
        tab.Press("style from");
        tab.Wait("asks");
        tab.Display.Do("key", "ctrl+a");
        tab.Display.Do("type", _live.At("street.png"));
        tab.Display.Do("key", "Return");
        Assert.False(tab.Wait("style").GetProperty("isExact").GetBoolean());
        tab.Press("style neutral");
        tab.Press("Wall");
    }
}
