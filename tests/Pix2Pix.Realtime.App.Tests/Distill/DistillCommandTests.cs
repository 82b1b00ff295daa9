using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.App.Tests.CommandLine;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Distill;

public sealed class DistillCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_command_goes_from_a_run_to_its_fast_student()
    {
        await TrainTeacherAsync();
        var verb = await Verb.RunAsync("distill", "--run", _folder.File("old"), "training.steps=6", "--force");
        Assert.True(verb.Code == 0, verb.Errors);
        Assert.Contains("learns from old at step 6, width 8", verb.Errors, StringComparison.Ordinal);
        Assert.Contains("as fast as fp32", verb.Output, StringComparison.Ordinal);

        var fast = _folder.File("old-student", "fast.onnx");
        using var generator = GeneratorLoader.Load(fast, new LoadOptions());
        Assert.Contains("int8", generator.Info.Runs, StringComparison.Ordinal);
        Assert.Contains("width: 4", await File.ReadAllTextAsync(_folder.File("old-student", "config.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var again = await Verb.RunAsync("distill", "--run", _folder.File("old"));
        Assert.Equal(1, again.Code);
        Assert.Contains("fast.onnx'; remove it", Assert.Single(again.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        // A student whose int8 was lost, or refused, is not trained again for it.
        File.Delete(fast);
        var resumed = await Verb.RunAsync("distill", "--run", _folder.File("old"), "training.steps=6", "--resume", "--force");
        Assert.True(resumed.Code == 0 && File.Exists(fast), resumed.Errors);
    }

    [Theory]
    [InlineData(1, "found none; name a folder in runs/", "distill", "--run", "nowhere")]
    [InlineData(2, "Expected a run's folder after --run", "distill")]
    public async Task What_is_no_run_is_said(int code, string words, params string[] arguments)
    {
        var verb = await Verb.RunAsync(arguments);
        Assert.Equal(code, verb.Code);
        Assert.Contains(words, verb.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_setting_is_refused_before_anything_is_made()
    {
        await TrainTeacherAsync();
        var verb = await Verb.RunAsync("distill", "--run", _folder.File("old"), "teacher.output_wait=3");
        Assert.Equal(1, verb.Code);
        Assert.Contains("did you mean teacher.output_weight?", verb.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("old-student")));
    }

    private async Task TrainTeacherAsync()
    {
        var config = _folder.File("teacher.yaml");
        await File.WriteAllTextAsync(config, $$"""
            run: { name: old, folder: {{_folder.Path}} }
            data: { root: synth, load_size: 64, crop_size: 64 }
            generator: { width: 8 }
            discriminator: { width: 4, layers: 2 }
            training: { steps: 6, precision: fp32 }
            """);
        var start = TrainingProgram.Start(["train", "--config", config, "--quiet"]);
        Tool.Run(start);
    }
}
