using Pix2Pix.Realtime.App.Training;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Tests.Training;

public sealed class RunFormTests
{
    [Theory]
    [InlineData("quick", 128, 16, true, 1)]
    [InlineData("quick", 256, 16, true, 2)]
    [InlineData("quick", 512, 16, true, 4)]
    [InlineData("quick", 1024, 16, false, 1)]
    [InlineData("quick", 192, 16, false, 1)]
    [InlineData("quick", 128, 32, false, 1)]
    [InlineData("facades", 256, 16, true, 1)]
    [InlineData("facades", 512, 16, true, 2)]
    [InlineData("boxed", 512, 16, true, 2)]
    [InlineData("boxed", 1024, 16, true, 4)]
    [InlineData("official", 256, 64, false, 1)]
    public void A_run_starts_from_the_presets_own_generator_where_canvas_and_width_are_its_own_or_blocks_of_pixels_make_them_so(string preset, int side, int width, bool fits, int patch)
    {
        var form = Form(preset, side, width);
        Assert.Equal(patch, (int)form.Settings.Get(TrainingSettings.GeneratorPatch));
        Assert.Equal(fits ? "sample-scenes/facades-256.onnx" : "", form.Settings.Get(TrainingSettings.StartFrom));
        Assert.Equal(fits ? "sample-scenes/facades-256.onnx" : "new weights", form.PresetStart);
    }

    [Fact]
    public void A_start_that_was_named_wins()
    {
        var form = Form("quick", 128, 16);
        form.StartFrom = "runs/mine";
        Assert.Equal("runs/mine", form.Settings.Get(TrainingSettings.StartFrom));
    }

    [Fact]
    public void A_preset_says_what_it_is_for_in_the_words_that_its_file_begins_with()
    {
        var form = Form("quick", 128, 16);
        Assert.Equal(form.Presets.Length, form.PresetWords.Length);
        Assert.All(form.PresetWords, Assert.NotEmpty);
        Assert.StartsWith("Minutes on a CPU: a small generator", form.PresetWords[form.Preset], StringComparison.Ordinal);
        Assert.DoesNotContain("#", form.PresetWords[form.Preset], StringComparison.Ordinal);
    }

    private static RunForm Form(string preset, int side, int width)
    {
        var form = new RunForm(() => side, "runs", "") { Width = width };
        form.Preset = Array.IndexOf(form.Presets, preset);
        return form;
    }
}
