using System.Globalization;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>What people name on the command line and in scenes and the program can't use: a sentence and exit code 1.</summary>
public sealed class ForeignSceneTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(32, 1)]
    [InlineData(64, 0)]
    [InlineData(0, 0)]
    public void A_canvas_of_another_size_than_the_generators_is_one_sentence(int size, int expected)
    {
        File.WriteAllText(_run.At("size.scene.yaml"), string.Create(CultureInfo.InvariantCulture, $$"""
            scene: size
            objects:
              - name: all
                components:
                  - Translator: { model: '{{_run.Model}}', provider: cpu }
                  - LabelCanvas: { size: {{size}} }
                  - TranslationView
            """));
        var (code, _, errors) = _run.Run("live", "--headless", "--frames", "3", "--scene", _run.At("size.scene.yaml"));
        Assert.True(code == expected, errors);
        if (expected == 1)
        {
            Assert.Contains("Expected LabelCanvas.size of 0 or of what the generator reads (64x64 pixels), found 32", errors, StringComparison.Ordinal);
            Assert.DoesNotContain("fault of the program", errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_picture_as_a_headless_source_is_translated_without_waiting_for_another()
    {
        ImageFile.Save(_run.At("still.png"), new PixelImage(64, 64).OnWhite());
        var (code, _, errors) = _run.Run("live", "--headless", "--model", _run.Model, "--source", _run.At("still.png"), "--frames", "60");
        Assert.True(code == 0, errors);
    }

    [Fact]
    public void A_headless_source_that_can_not_be_read_is_one_sentence_and_exit_code_1()
    {
        File.WriteAllText(_run.At("broken.png"), "no picture");
        var (code, _, errors) = _run.Run("live", "--headless", "--model", _run.Model, "--source", _run.At("broken.png"), "--frames", "3");
        Assert.Equal(1, code);
        Assert.Contains("broken.png", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data", "check", "nowhere")]
    [InlineData("translate", "nowhere.png", "-o", "out.png")]
    [InlineData("test", "--model", "nowhere.onnx", "--data", "nowhere")]
    public void Every_verb_says_where_its_fault_happened_when_it_is_asked(params string[] arguments)
    {
        var (code, _, errors) = _run.Run([.. arguments, "--verbose"]);
        Assert.Equal(1, code);
        Assert.Contains("   at ", errors, StringComparison.Ordinal);
    }
}
