using System.Text;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Runs;

namespace Pix2Pix.Realtime.Training.Tests.TensorBoard;

public sealed class EventLogTests(EventLogTests.TrainedRun trained) : IClassFixture<EventLogTests.TrainedRun>
{
    private static readonly string[] Options = ["training.steps=40", "output.checkpoint_every=20", "output.validate_every=20", "output.sample_every=20"];

    [Fact]
    public void The_readers_checksum_is_the_published_one() => Assert.Equal(0xE3069283, EventFileReader.Crc32C("123456789"u8));

    [Fact]
    public void An_event_file_says_what_the_metrics_say_under_pix2pixs_names()
    {
        var file = Assert.Single(Directory.GetFiles(trained.Run.Folder.Root, "events.out.tfevents.*"));
        var entries = EventFileReader.Read(file);
        Assert.Equal("brain.Event:2", entries[0].Text);
        var rows = File.ReadAllLines(trained.Run.Folder.Metrics).Select(line => line.Split(',')).ToList();
        foreach (var (tag, column) in new[]
        {
            ("D_real", "D_real"), ("D_fake", "D_fake"), ("G_GAN", "G_GAN"), ("G_L1", "G_L1"), ("generator_lr", "generator_lr"), ("discriminator_lr", "discriminator_lr"),
            ("real_target", "real_target"), ("noise_sigma", "noise_sigma"), ("validation_L1", "validation_l1"),
        })
        {
            var at = Array.IndexOf(rows[0], column);
            var expected = rows.Skip(1).Where(row => row[at] != "").Select(row => (long.Parse(row[0]), double.Parse(row[at])));
            var found = entries.Where(entry => entry.Tag == tag).Select(entry => (entry.Step, entry.Value));
            Assert.Equal(expected, found, (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) <= 1e-5 * Math.Abs(a.Item2));
        }

        Assert.Equal([0.05 * (20000 - 9) / 20000], entries.Where(entry => entry is { Tag: "switch_probability", Step: 10 }).Select(entry => entry.Value), (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Fact]
    public void Sample_sheets_are_in_it_whole()
    {
        var pictures = EventFileReader.ReadFolder(trained.Run.Folder.Root).Where(entry => entry.Tag == "samples").ToList();
        Assert.Equal([1, 20, 25, 40], pictures.Select(entry => entry.Step));
        Assert.All(pictures, entry =>
        {
            Assert.Equal(File.ReadAllBytes(trained.Run.Folder.Sample(entry.Step)), entry.Picture);
            var picture = ImageFile.Decode(entry.Picture);
            Assert.Equal((picture.Width, picture.Height), (entry.Width, entry.Height));
        });
    }

    [Fact]
    public void Histograms_count_every_weight_of_both_networks()
    {
        var histograms = EventFileReader.ReadFolder(trained.Run.Folder.Root).Where(entry => entry.Counts.Length > 0).ToList();
        Assert.Equal([1, 20, 25, 40], histograms.Select(entry => entry.Step).Distinct());
        var last = CheckpointFile.Read(Path.Combine(trained.Run.Folder.Checkpoints, "step-00000040.ckpt"));
        foreach (var entry in histograms.Where(entry => entry.Step == 40))
        {
            var weights = last.Tensors[entry.Tag.Replace('/', '.')];
            double[] expected = [weights.Min(), weights.Max(), weights.Length, weights.Sum(value => (double)value), weights.Sum(value => (double)value * value)];
            Assert.Equal(expected, entry.Moments, (a, b) => Math.Abs(a - b) < 1e-9);
            var below = entry.Limits.SkipLast(1).Select(limit => (double)weights.Count(value => value < limit)).Append(weights.Length);
            Assert.Equal(below, entry.Counts.Select((_, i) => entry.Counts.Take(i + 1).Sum()), (a, b) => Math.Abs(a - b) <= 1);
        }

        Assert.Contains(histograms, entry => entry.Tag.StartsWith("generator/", StringComparison.Ordinal));
        Assert.Contains(histograms, entry => entry.Tag.StartsWith("discriminator/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_goes_on_begins_a_file_of_its_own_and_repeats_no_step()
    {
        using var folder = new TemporaryFolder();
        var run = new SmallRun(folder, Options).Copy(trained.Run);
        File.Delete(Path.Combine(run.Folder.Checkpoints, "step-00000040.ckpt"));
        var first = Assert.Single(Directory.GetFiles(run.Folder.Root, "events.out.tfevents.*"));
        File.AppendAllText(first, "half a record", Encoding.ASCII);
        new SmallRun(folder, Options).Go(resume: true);

        Assert.Equal(2, Directory.GetFiles(run.Folder.Root, "events.out.tfevents.*").Length);
        var entries = EventFileReader.ReadFolder(run.Folder.Root);
        Assert.Equal([10, 20, 30, 40], entries.Where(entry => entry.Tag == "G_L1").Select(entry => entry.Step));
        Assert.Equal([1, 20, 25, 40], entries.Where(entry => entry.Tag == "samples").Select(entry => entry.Step));
        Assert.Equal([(1, 1.0), (21, 1.0)], entries.Where(entry => entry.Tag == "session").Select(entry => (entry.Step, entry.Value)));
    }

    [Fact]
    public void A_run_that_goes_back_from_values_that_are_no_numbers_repeats_no_step_either()
    {
        using var folder = new TemporaryFolder();
        var run = new SmallRun(folder, Options).Copy(trained.Run);
        File.Delete(Path.Combine(run.Folder.Checkpoints, "step-00000040.ckpt"));
        var good = CheckpointFile.Read(Path.Combine(run.Folder.Checkpoints, "step-00000020.ckpt"));
        var spoilt = good.Tensors.ToDictionary(tensor => tensor.Key, tensor => tensor.Key.StartsWith("generator.", StringComparison.Ordinal) ? [.. tensor.Value.Select(_ => float.NaN)] : tensor.Value);
        using (var resumed = new TrainingRun(
            run.Settings, run.Folder, PairSources.Open(run.Settings), new Checkpoint(good.Header with { Step = 30 }, spoilt), run.Events.Add, TimeProvider.System))
        {
            resumed.Run();
        }

        Assert.Contains(run.Events.OfType<HealthNoticed>(), notice => notice.Step == 30 && notice.Words.Contains("continues from step 20", StringComparison.Ordinal));
        var entries = EventFileReader.ReadFolder(run.Folder.Root);
        Assert.Equal([10, 20, 30, 40], entries.Where(entry => entry.Tag == "G_L1").Select(entry => entry.Step));
        Assert.Equal(["10", "20", "30", "40"], File.ReadLines(run.Folder.Metrics).Skip(1).Select(line => line.Split(',')[0]));
        Assert.Equal([1, 21], entries.Where(entry => entry.Tag == "session").Select(entry => entry.Step));
        var rates = entries.Where(entry => entry.Tag == "generator_lr").ToDictionary(entry => entry.Step, entry => entry.Value);
        Assert.True(rates[30] < rates[20] * 0.6, $"expected half the rate after going back, found {rates[20]} and {rates[30]}");
    }

    [Fact]
    public void Switched_off_there_is_no_event_file()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(Directory.GetFiles(new SmallRun(folder, "output.tensorboard=false", "training.steps=1").Go().Folder.Root, "events.out.tfevents.*"));
    }

    /// <summary>A run of 40 steps: once for all tests. Those that go on with it do so in a copy.</summary>
    public sealed class TrainedRun : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public TrainedRun() => Run = new SmallRun(_folder, Options).Go();

        internal SmallRun Run { get; }

        public void Dispose() => _folder.Dispose();
    }
}
