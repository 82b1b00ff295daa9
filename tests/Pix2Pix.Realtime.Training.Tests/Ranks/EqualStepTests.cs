using System.Globalization;

namespace Pix2Pix.Realtime.Training.Tests.Ranks;

/// <summary>Several ranks with a pair each learn like one process with all their pairs.</summary>
public sealed class EqualStepTests : IDisposable
{
    private readonly RankedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(2, "instance")]
    [InlineData(2, "none")]
    [InlineData(3, "instance")]
    public async Task The_gradients_of_the_first_step_are_those_of_one_process(int ranks, string norm)
    {
        // The discriminator keeps its weights: its first update is nearly its gradient's sign, which rounding turns where the gradient is 0, and the generator learns from it.
        // Without norms it needs larger weights: else it answers all pairs alike, and what is left of two gradients that cancel is mostly rounding.
        string[] step =
            ["training.steps=1", $"generator.norm={norm}", $"discriminator.norm={norm}", $"generator.init_gain={(norm == "none" ? "0.1" : "0.02")}", "optimizer.discriminator_lr=0"];
        _run.TrainAlone("one", [.. step, $"training.batch_size={ranks}"]);
        await _run.TrainAsync(ranks, "several", step);
        var (one, several) = (_run.Newest("one").Tensors, _run.Newest("several").Tensors);

        // After one step a mean of Adam's is its share of the gradient.
        foreach (var network in (string[])["generator_adam.", "discriminator_adam."])
        {
            var (difference, length) = (0.0, 0.0);
            foreach (var (name, values) in one.Where(tensor => tensor.Key.StartsWith(network, StringComparison.Ordinal) && tensor.Key.EndsWith(".mean", StringComparison.Ordinal)))
            {
                difference += values.Zip(several[name], (a, b) => (double)(a - b) * (a - b)).Sum();
                length += values.Sum(value => (double)value * value);
            }

            Assert.True(length > 0);
            Assert.InRange(Math.Sqrt(difference / length), 0, 1e-5);
        }
    }

    [Fact]
    public async Task The_losses_of_twenty_steps_are_those_of_one_process()
    {
        _run.TrainAlone("one", "training.steps=20", "training.batch_size=2");
        await _run.TrainAsync(2, "several", "training.steps=20");
        var (one, several) = (Losses("one"), Losses("several"));
        Assert.Equal(2, one.Count);
        foreach (var (expected, found) in one.Zip(several))
        {
            foreach (var (a, b) in expected.Zip(found))
            {
                Assert.InRange(Math.Abs(a - b) / a, 0, 1e-4);
            }
        }
    }

    [Fact]
    public async Task A_run_that_was_saved_on_two_ranks_goes_on_with_one_and_with_three_and_the_learning_rates_follow()
    {
        string[] scaled = ["optimizer.lr_scaling=linear", "optimizer.generator_lr=1e-4", "schedule.policy=constant", "output.checkpoint_every=10"];
        await _run.TrainAsync(2, "two", [.. scaled, "training.steps=10"]);
        Assert.Equal(2e-4, Rate("two"), 1e-12);
        foreach (var ranks in (int[])[1, 3])
        {
            var name = $"with-{ranks}";
            File.Copy(Directory.GetFiles(Path.Combine(_run.Root, "two", "checkpoints")).Single(), _run.File(name, "checkpoints", "step-00000010.ckpt"));
            await _run.TrainAsync(ranks, name, [.. scaled, "training.steps=20", "--resume"]);
            var header = _run.Newest(name).Header;
            Assert.Equal((20, (10 * 2) + (10 * ranks)), (header.Step, header.Draws));
            Assert.Equal(ranks * 1e-4, Rate(name), 1e-12);
        }
    }

    /// <summary>The generator's learning rate in the last row.</summary>
    private double Rate(string name) => Rows(name).Select(row => double.Parse(row[5], CultureInfo.InvariantCulture)).Last();

    /// <summary>D_real, D_fake, G_GAN and G_L1 of each row.</summary>
    private List<double[]> Losses(string name) =>
        [.. Rows(name).Select(row => row[1..5].Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];

    private IEnumerable<string[]> Rows(string name) => File.ReadLines(Path.Combine(_run.Root, name, "metrics.csv")).Skip(1).Select(row => row.Split(','));
}
