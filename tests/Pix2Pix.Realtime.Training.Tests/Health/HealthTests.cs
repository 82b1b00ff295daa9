using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Training.Tests.Health;

/// <summary>Real runs that go wrong: the monitor is never fed by hand.</summary>
public sealed class HealthTests
{
    [Fact]
    public void A_discriminator_that_wins_is_named()
    {
        // A handful of pairs that it soon knows by heart, against a generator that hardly moves.
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 4; i++)
        {
            var pair = Synthesis.FacadeSynthesizer.Draw((ulong)i, 64, 64);
            ImageFile.Save(folder.File("set", "train", $"{i}.png"), pair.Photo.Beside(pair.Photo));
        }

        var run = new SmallRun(
            folder, $"data.root={folder.File("set")}", "data.palette=", "data.flip=false", "discriminator.width=32", "optimizer.discriminator_lr=5e-4", "optimizer.generator_lr=1e-6",
            "generator.dropout=0", "schedule.policy=constant", "stability.label_smoothing=[1, 1]", "stability.label_switching.probability=0", "stability.input_noise.sigma=0",
            "training.steps=350").Go();
        Assert.Contains(run.Events.OfType<HealthNoticed>(), health => !health.Good && health.Words.StartsWith("The discriminator has won", StringComparison.Ordinal));
    }

    [Fact]
    public void Targets_that_are_all_one_colour_make_a_flat_generator_and_that_is_said()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 6; i++)
        {
            var pair = Synthesis.FacadeSynthesizer.Draw((ulong)i, 64, 64);
            var grey = new PixelImage(64, 64);
            Array.Fill(grey.Rgba, (byte)128);
            ImageFile.Save(folder.File("set", "train", $"{i}.png"), grey.Beside(pair.Photo));
        }

        var run = new SmallRun(folder, $"data.root={folder.File("set")}", "data.palette=", "optimizer.generator_lr=5e-3", "training.steps=300", "output.sample_every=50").Go();
        Assert.Contains(run.Events.OfType<HealthNoticed>(), health => !health.Good && health.Words.StartsWith("The generator outputs one flat colour", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_goes_well_is_not_worried_about()
    {
        using var folder = new TemporaryFolder();
        var run = new SmallRun(folder, "data.root=synth", "training.steps=200", "output.sample_every=50", "optimizer.generator_lr=1e-3").Go();
        Assert.DoesNotContain(run.Events.OfType<HealthNoticed>(), health => !health.Good && health.Step > 100);
    }
}
