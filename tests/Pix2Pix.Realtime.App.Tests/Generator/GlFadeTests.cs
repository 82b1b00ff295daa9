using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Generator;

/// <summary>Two generators in compute shaders on one canvas, against the same two on the processor.</summary>
public sealed class GlFadeTests : IDisposable
{
    private const string Scene = """
        objects:
          - name: all
            components: [Translator, CrossFade, LabelCanvas, TranslationView: { filter: nearest }]
        """;

    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void A_fade_shows_what_it_shows_on_the_processor(double fade)
    {
        var (card, processor) = (Painted("gl", fade), Painted("cpu", fade));
        Assert.InRange(card.Rgba.Zip(processor.Rgba).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 2);
    }

    [Fact]
    public void Two_beside_each_other_are_two_pictures_and_nothing_is_read_back()
    {
        using var live = Start("gl");
        live.Find<CrossFadeComponent>()!.LoadInBackground(Second("second.onnx", "Tanh"));
        live.View.Set(TranslationViewComponent.Mode, ViewMode.Generators);
        Paint(live);
        var readbacks = live.Live.Device.Readbacks;
        Paint(live);
        Assert.Equal(readbacks, live.Live.Device.Readbacks);
        Assert.StartsWith("OpenGL", live.Find<CrossFadeComponent>()!.Info!.Runs, StringComparison.Ordinal);
        Assert.NotNull(live.Translator.SecondPicture);
        Assert.NotSame(live.Translator.Picture, live.Translator.SecondPicture);
    }

    [Fact]
    public void A_second_that_the_card_can_not_compute_is_named_and_the_first_goes_on()
    {
        using var live = Start("gl");
        var fault = Assert.Throws<UserException>(() => live.Find<CrossFadeComponent>()!.LoadInBackground(Second("sigmoid.onnx", "Sigmoid")));
        Assert.Contains("Sigmoid", fault.Message, StringComparison.Ordinal);
        live.NextTranslation();
        Assert.StartsWith("OpenGL", live.Translator.Info!.Runs, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_follows_the_first_from_the_card_to_the_processor()
    {
        using var live = Start("gl");
        live.Find<CrossFadeComponent>()!.LoadInBackground(Second("second.onnx", "Tanh"));
        Paint(live);
        Assert.StartsWith("OpenGL", live.Find<CrossFadeComponent>()!.Info!.Runs, StringComparison.Ordinal);
        live.Translator.LoadInBackground(Second("sigmoid.onnx", "Sigmoid"));
        while (live.Translator.Info!.Name != "sigmoid.onnx" || live.Find<CrossFadeComponent>()!.Info is null)
        {
            live.Loop.Frame();
        }

        Assert.StartsWith("CPU", live.Find<CrossFadeComponent>()!.Info!.Runs, StringComparison.Ordinal);
    }

    private OffscreenSession Start(string provider) => new(_run.Model, Scene, new PixelSize(352, 112), LiveClock.Stepped, provider: provider);

    private PixelImage Painted(string provider, double fade)
    {
        using var live = Start(provider);
        live.Find<CrossFadeComponent>()!.LoadInBackground(Second("second.onnx", "Tanh"));
        live.Find<CrossFadeComponent>()!.Set(CrossFadeComponent.Fade, fade);
        Paint(live);
        return live.Loop.Screenshot();
    }

    private static void Paint(OffscreenSession live)
    {
        for (var i = 0; i < 20; i++)
        {
            live.PaintOn();
        }

        live.Loop.Step();
        live.Loop.Step();
    }

    private string Second(string name, string last) => RandomUNet.Write(_run.At(name), last: last);
}
