using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Checkpoints;
using TorchSharp;

namespace Pix2Pix.Realtime.Training.Tests.Runs;

public sealed class TrainingRunTests(TrainingRunTests.PlainRun plain) : IClassFixture<TrainingRunTests.PlainRun>
{
    [Fact]
    public void A_run_leaves_everything_that_a_person_looks_for()
    {
        using var folder = new TemporaryFolder();
        var run = new SmallRun(folder).Go();
        Assert.IsType<RunStarted>(run.Events[0]);
        Assert.IsType<RunFinished>(run.Events[^1]);
        Assert.True(File.Exists(run.Folder.Config));
        Assert.True(File.Exists(run.Folder.Sample(1)));
        Assert.NotEmpty(File.ReadAllLines(run.Folder.Log));
        Assert.StartsWith("step,D_real,D_fake,G_GAN,G_L1", File.ReadAllLines(run.Folder.Metrics)[0], StringComparison.Ordinal);
        using var generator = GeneratorLoader.Load(run.Folder.Snapshot(12), new LoadOptions());
        Assert.Equal(12, generator.Info.Step);
    }

    [Theory]
    [InlineData("generator.statistics=image")]
    [InlineData("generator.statistics=running")]
    [InlineData("generator.ema=0.9")]
    [InlineData("generator.patch=2 generator.even_levels=2")]
    [InlineData("generator.kind=resnet generator.patch=4 generator.depth=1 generator.even_levels=1")]
    [InlineData("discriminator.kind=pixel")]
    [InlineData("discriminator.crop_size=40 discriminator.scales=2 discriminator.layers=1 loss.feature_matching_weight=10 training.batch_size=2")]
    [InlineData("training.precision=bf16")]
    [InlineData("discriminator.augment=diff data.warp_labels=0.1 training.batch_size=2")]
    [InlineData("discriminator.scales=3 discriminator.layers=1 loss.feature_matching_weight=10")]
    [InlineData("loss.perceptual_weight=10 loss.lattice_weight=500 data.crop_size=160 data.load_size=160 generator.depth=4")]
    [InlineData("discriminator.augment=diff loss.perceptual_weight=10 loss.feature_matching_weight=10 training.precision=bf16")]
    [InlineData("discriminator.kind=features discriminator.whole_share=0.5 discriminator.whole_least=0.8 loss.perceptual_weight=2 generator.even_levels=3 training.batch_size=2")]
    [InlineData("schedule.policy=plateau schedule.plateau_patience=1 output.validate_every=2 optimizer.generator_lr=1e-9")]
    [InlineData("loss.gan=wgan-gp discriminator.norm=instance stability.label_smoothing=[1,1] stability.label_switching.until_step=0 training.batch_size=2")]
    public void Going_on_from_a_checkpoint_ends_where_an_undisturbed_run_ends_bit_for_bit(string option)
    {
        using var whole = new TemporaryFolder();
        using var broken = new TemporaryFolder();
        string[] options = [.. option.Split(' '), "generator.freeze_statistics_at=4"];
        var expected = new SmallRun(whole, options).Go();

        // As after a kill between the checkpoint at step 6 and the end: the newest state is that of step 6.
        var resumed = new SmallRun(broken, options).Copy(expected);
        File.Delete(Path.Combine(resumed.Folder.Checkpoints, "step-00000012.ckpt"));
        File.Delete(resumed.Folder.Snapshot(12));
        resumed.Go(resume: true);

        Assert.Equal(6, Assert.IsType<RunStarted>(resumed.Events[0]).Step);
        Assert.Equal(Tensors(expected), Tensors(resumed));
        Assert.Equal(File.ReadAllBytes(expected.Folder.Snapshot(12)), File.ReadAllBytes(resumed.Folder.Snapshot(12)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_generator_and_another_seed_another()
    {
        using var a = new TemporaryFolder();
        using var b = new TemporaryFolder();
        using var c = new TemporaryFolder();
        var first = File.ReadAllBytes(new SmallRun(a).Go().Folder.Snapshot(12));
        Assert.Equal(first, File.ReadAllBytes(new SmallRun(b).Go().Folder.Snapshot(12)));
        Assert.NotEqual(first, File.ReadAllBytes(new SmallRun(c, "run.seed=2").Go().Folder.Snapshot(12)));
    }

    [Theory]
    [InlineData("discriminator.augment=diff", null)]
    [InlineData("discriminator.kind=features", null)]
    [InlineData("generator.even_levels=1", null)]
    [InlineData("data.warp_labels=0.1", null)]
    [InlineData("discriminator.scales=2 discriminator.layers=1", null)]
    [InlineData("discriminator.crop_size=32", null)]
    [InlineData("loss.perceptual_weight=10", "perceptual")]
    [InlineData("loss.feature_matching_weight=10", "feature_matching")]
    [InlineData("loss.lattice_weight=10", "lattice")]
    public void Each_part_of_the_recipe_changes_what_is_learned_and_stands_in_the_metrics(string option, string? column)
    {
        using var with = new TemporaryFolder();
        var run = new SmallRun(with, [.. option.Split(' '), "discriminator.layers=1"]).Go();
        Assert.NotEqual(plain.Snapshot, File.ReadAllBytes(run.Folder.Snapshot(12)));
        if (column is not null)
        {
            Assert.DoesNotContain(column, plain.Columns, StringComparison.Ordinal);
            Assert.True(double.Parse(Cell(run, column), System.Globalization.CultureInfo.InvariantCulture) > 0);
        }
    }

    [Fact]
    public void The_summary_names_the_patch_of_each_scale()
    {
        using var folder = new TemporaryFolder();
        var run = new SmallRun(folder, "discriminator.scales=3", "discriminator.layers=1", "training.steps=1").Go();
        Assert.Contains("patches of 16 and 32 and 64 pixels", Assert.IsType<RunStarted>(run.Events[0]).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("discriminator.scales=2")]
    [InlineData("discriminator.augment=diff")]
    [InlineData("loss.gan=wgan-gp discriminator.norm=instance stability.label_smoothing=[1,1] stability.label_switching.until_step=0")]
    public void A_discriminator_of_features_has_views_and_scales_of_its_own_and_refuses_others(string option)
    {
        using var folder = new TemporaryFolder();
        var fault = Assert.Throws<UserException>(() => new SmallRun(folder, [.. option.Split(' '), "discriminator.kind=features", "discriminator.layers=1"]).Go());
        Assert.Contains("set discriminator.scales=1 discriminator.augment=none", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data.crop_size=66 data.load_size=70 generator.patch=4 generator.depth=2", "multiple of 16 for this generator, found 66; choose another size or a smaller generator.depth or a smaller generator.patch")]
    [InlineData("data.crop_size=48 generator.patch=4 generator.depth=6", "multiple of 256 for this generator, found 48")]
    [InlineData("data.crop_size=72 data.load_size=72 generator.patch=4", "halve at least twice after generator.patch 4, found 72; choose a larger size or a smaller patch")]
    [InlineData("generator.patch=2 generator.upsample=resize", "generator.upsample transposed for a U-Net with generator.patch 2, found resize")]
    [InlineData("generator.patch=3", "generator.patch")]
    [InlineData("discriminator.crop_size=65", "discriminator.crop_size of at most data.crop_size (64), found 65; choose a smaller one")]
    [InlineData("discriminator.crop_size=33", "fits into 33 pixels, found 2 layers that see 34; use fewer layers, fewer discriminator.scales or a larger discriminator.crop_size")]
    [InlineData("discriminator.crop_size=40 discriminator.kind=features", "discriminator.crop_size 0 with discriminator.kind features")]
    public void What_does_not_fit_the_pictures_is_refused_in_a_sentence(string options, string words)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(words, Assert.Throws<UserException>(() => new SmallRun(folder, options.Split(' ')).Go()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scales_that_see_more_than_the_picture_are_refused()
    {
        using var folder = new TemporaryFolder();
        var fault = Assert.Throws<UserException>(() => new SmallRun(folder, "discriminator.scales=3").Go());
        Assert.Contains("see 136; use fewer layers, fewer discriminator.scales", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Averaged_weights_are_what_is_exported_and_training_goes_on_with_its_own()
    {
        using var plain = new TemporaryFolder();
        using var averaged = new TemporaryFolder();
        var a = new SmallRun(plain).Go();
        var b = new SmallRun(averaged, "generator.ema=0.99").Go();
        Assert.NotEqual(File.ReadAllBytes(a.Folder.Snapshot(12)), File.ReadAllBytes(b.Folder.Snapshot(12)));
        var (own, same) = (Tensors(a), Tensors(b));
        Assert.All(own, tensor => Assert.Equal(tensor.Value, same[tensor.Key]));
    }

    [Fact]
    public void A_cut_checkpoint_is_refused_aloud_and_the_one_before_it_is_used()
    {
        using var folder = new TemporaryFolder();
        var run = new SmallRun(folder).Go();
        var newest = Path.Combine(run.Folder.Checkpoints, "step-00000012.ckpt");
        File.WriteAllBytes(newest, File.ReadAllBytes(newest)[..1000]);
        var resumed = new SmallRun(folder, "training.steps=14").Go(resume: true);
        Assert.Equal(6, Assert.IsType<RunStarted>(resumed.Events.First(happened => happened is RunStarted)).Step);
    }

    [Fact]
    public void Other_networks_than_the_checkpoints_are_refused_with_the_difference()
    {
        using var folder = new TemporaryFolder();
        new SmallRun(folder).Go();
        var fault = Assert.Throws<UserException>(() => new SmallRun(folder, "generator.width=8").Go(resume: true));
        Assert.Contains("generator.width is 8, was 4", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_exists_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        new SmallRun(folder).Go();
        Assert.Contains("never overwritten", Assert.Throws<UserException>(() => new SmallRun(folder).Go()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_leave_no_tensor_behind()
    {
        using var folder = new TemporaryFolder();
        new SmallRun(folder).Go();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using var other = new TemporaryFolder();
        new SmallRun(other, "training.steps=40").Go();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    /// <summary>A run without the parts that others have: once for all tests.</summary>
    public sealed class PlainRun
    {
        public PlainRun()
        {
            using var folder = new TemporaryFolder();
            var run = new SmallRun(folder, "discriminator.layers=1").Go();
            (Snapshot, Columns) = (File.ReadAllBytes(run.Folder.Snapshot(12)), File.ReadAllLines(run.Folder.Metrics)[0]);
        }

        /// <summary>The last snapshot's bytes.</summary>
        public byte[] Snapshot { get; }

        /// <summary>The heading of its metrics.</summary>
        public string Columns { get; }
    }

    private static Dictionary<string, float[]> Tensors(SmallRun run) =>
        new(CheckpointFile.Read(Path.Combine(run.Folder.Checkpoints, "step-00000012.ckpt")).Tensors);

    private static string Cell(SmallRun run, string column)
    {
        var rows = File.ReadAllLines(run.Folder.Metrics).Select(line => line.Split(',')).ToList();
        return rows[^1][Array.IndexOf(rows[0], column)];
    }
}
