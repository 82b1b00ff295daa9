using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Runs;
using Pix2Pix.Realtime.Training.Weights;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Weights;

public sealed class StartingWeightsTests
{
    [Theory]
    [InlineData("generator.ema=0")]
    [InlineData("generator.ema=0.5")]
    public void A_run_that_starts_from_another_begins_where_that_one_showed_it_was(string ema)
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        string[] settings = ["generator.dropout=0", "output.validate_every=1", ema];
        var before = new SmallRun(first, settings).Go();

        // Rates of 0: what it validates is what it started from.
        var after = new SmallRun(second, [.. settings, "training.steps=1", "optimizer.generator_lr=0", "optimizer.discriminator_lr=0", $"generator.start_from={before.Folder.Root}"]).Go();
        Assert.Equal(before.Events.OfType<ValidationDone>().Last().L1, after.Events.OfType<ValidationDone>().First().L1, 1e-5);
        Assert.NotEqual(before.Events.OfType<ValidationDone>().First().L1, after.Events.OfType<ValidationDone>().First().L1, 1e-5);
    }

    [Fact]
    public void A_run_can_start_from_a_file_of_weights_and_needs_it_no_more_when_it_is_resumed()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var donor = new SmallRun(other).Go();
        var file = folder.File("start.safetensors");
        using (var state = new RunState(new Recipe(donor.Settings, 3, 3).CreateTrainer(CPU)))
        {
            WeightsFile.Save(file, state.Trainer.Generator);
        }

        var run = new SmallRun(folder, $"generator.start_from={file}");
        run.Go();
        File.Delete(file);
        run.Settings.Set(TrainingSettings.Steps, 14);
        Assert.Contains(run.Go(resume: true).Events, happened => happened is RunFinished { Step: 14 });
    }

    [Fact]
    public void A_run_that_starts_from_a_snapshot_begins_where_that_translated()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        string[] settings = ["generator.dropout=0", "output.validate_every=1", "output.snapshot_every=1"];
        var before = new SmallRun(first, settings).Go();
        var snapshot = before.Events.OfType<SnapshotReady>().Last().File;
        var after = new SmallRun(second, [.. settings, "training.steps=1", "optimizer.generator_lr=0", "optimizer.discriminator_lr=0", $"generator.start_from={snapshot}"]).Go();
        Assert.Equal(before.Events.OfType<ValidationDone>().Last().L1, after.Events.OfType<ValidationDone>().First().L1, 1e-5);
    }

    [Fact]
    public void A_snapshot_without_norms_says_what_it_can_be_used_for()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        string[] settings = ["output.snapshot_every=1"];
        var snapshot = new SmallRun(first, [.. settings, "generator.statistics=running"]).Go().Events.OfType<SnapshotReady>().Last().File;
        var fault = Assert.Throws<UserException>(() => new SmallRun(second, [.. settings, $"generator.start_from={snapshot}"]).Go());
        Assert.Contains("set generator.norm to none", fault.Message, StringComparison.Ordinal);
        Assert.Contains(new SmallRun(first, [.. settings, "run.name=on", "generator.norm=none", $"generator.start_from={snapshot}"]).Go().Events, happened => happened is RunFinished);
    }

    [Fact]
    public void Another_generator_is_refused_before_the_first_step_with_what_to_set()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var donor = new SmallRun(other).Go();
        var fault = Assert.Throws<UserException>(() => new SmallRun(folder, "generator.width=8", $"generator.start_from={donor.Folder.Root}").Go());
        Assert.Contains("same generator settings", fault.Message, StringComparison.Ordinal);
        fault = Assert.Throws<UserException>(() => new SmallRun(other, "run.name=none", "generator.start_from=nowhere.pth").Go());
        Assert.Contains("nowhere.pth", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facades.yaml")]
    [InlineData("quick.yaml")]
    public void The_generator_in_the_box_fits_the_configuration_wherever_the_program_is_started(string config)
    {
        using var scope = NewDisposeScope();
        var settings = ConfigFile.Load(TrainingSettings.Table, ProjectFolder.Under("configs", config), ["loss.perceptual_weight=0"]);
        var from = settings.Get(TrainingSettings.StartFrom);
        Assert.False(Path.IsPathRooted(from) || File.Exists(from), "what is looked for must not lie where the test runs");
        using var trainer = new Recipe(settings, 3, 3).CreateTrainer(CPU, new StartingWeights(from, _ => { }));
        var boxed = Snapshot.Read(ProjectFolder.Under("sample-scenes", "facades-256.onnx")).Generator;
        foreach (var (name, value) in NetworkState.Of(trainer.Generator))
        {
            // What a style adds to it does nothing yet.
            var expected = boxed.Weights.TryGetValue(name, out var known) ? known.Values : new float[value.numel()];
            Assert.Equal(expected, TensorMemory.ToArray(value));
        }
    }

    [Fact]
    public void A_start_that_is_neither_here_nor_in_the_programs_folder_names_both_places()
    {
        var fault = Assert.Throws<UserException>(() => new StartingWeights("missing/start.onnx", _ => { }));
        Assert.Contains(Path.GetFullPath("missing/start.onnx"), fault.Message, StringComparison.Ordinal);
        Assert.Contains(ProjectFolder.Under("missing/start.onnx"), fault.Message, StringComparison.Ordinal);
    }
}
