using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Adversarial;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Adversarial;

public sealed class WassersteinTests
{
    private static readonly string[] Options =
    [
        "loss.gan=wgan-gp", "discriminator.norm=instance", "stability.label_smoothing=[1, 1]", "stability.label_switching.until_step=0",
    ];

    [Theory]
    [InlineData(NormKind.None)]
    [InlineData(NormKind.Instance)]
    public void The_penaltys_gradient_at_the_weights_is_that_of_finite_differences(NormKind norm)
    {
        // In float64: float32 would drown the differences in rounding. So close that no activation passes its kink.
        const double Reach = 1e-6;
        using var scope = NewDisposeScope();
        using var random = new Generator(3);
        using var critic = Critic(norm, random);
        var (real, translated) = (rand([2, 2, 16, 16], ScalarType.Float64, generator: random), rand([2, 2, 16, 16], ScalarType.Float64, generator: random));
        var share = rand([2, 1, 1, 1], ScalarType.Float64, generator: random);
        Tensor Penalty() => GradientPenalty.Of(critic, real, translated, share);

        Penalty().backward();
        foreach (var layer in critic.Layers)
        {
            // Along the gradient itself the difference is largest against the rounding.
            var weight = layer.Convolution.Weight;
            var gradient = weight.grad!.clone();
            var length = gradient.square().sum().sqrt().Number();
            var step = gradient * (Reach / length);
            double Moved(double by)
            {
                var here = weight.detach().clone();
                weight.detach().add_(step, by);
                var value = Penalty().Number();
                weight.detach().copy_(here);
                return value;
            }

            Assert.True(length > 1e-4, "a penalty that no weight feels can't be checked");
            Assert.Equal(1, (Moved(1) - Moved(-1)) / (2 * Reach * length), 1e-4);
        }
    }

    [Fact]
    public void A_linear_critic_pays_for_how_far_the_length_of_its_weights_is_from_one()
    {
        using var scope = NewDisposeScope();
        using var critic = nn.Linear(3, 1, hasBias: false);
        critic.weight.detach().copy_(tensor(new[] { 3f, 0, 4 }, [1, 3]));
        var penalty = GradientPenalty.Of(critic, rand(4, 1, 1, 3), rand(4, 1, 1, 3), rand(4, 1, 1, 1));
        Assert.Equal(16, penalty.Number(), 1e-4);
    }

    [Fact]
    public void Held_by_the_penalty_a_critic_tells_real_from_translated_with_a_slope_near_one()
    {
        using var folder = new TemporaryFolder();
        var run = new SmallRun(folder, [.. Options, "training.steps=200", "optimizer.discriminator_lr=1e-3", "optimizer.generator_lr=1e-5", "schedule.policy=constant"]).Go();
        var rows = File.ReadAllLines(run.Folder.Metrics).Select(line => line.Split(',')).ToList();
        var (real, fake, penalty) = (Late("D_real"), Late("D_fake"), Late("gradient_penalty"));
        Assert.InRange(penalty, 0, 0.5);
        Assert.True(real + fake < 0, $"expected real pairs to score higher than translated ones, found {-real} and {fake}");
        Assert.DoesNotContain(run.Events.OfType<HealthNoticed>(), notice => notice.Words.Contains("has won", StringComparison.Ordinal));

        // Single steps see single pairs: their scores swing.
        double Late(string column) => rows.Skip(1).TakeLast(50).Average(row => double.Parse(row[Array.IndexOf(rows[0], column)]));
    }

    [Theory]
    [InlineData("discriminator.norm=batch", "discriminator.norm=instance")]
    [InlineData("stability.label_smoothing=[0.8, 1.2]", "stability.label_smoothing=[1,1]")]
    [InlineData("stability.label_switching.until_step=100", "stability.label_switching.until_step=0")]
    public void What_does_not_go_with_it_is_refused_with_what_to_set(string option, string mend)
    {
        using var folder = new TemporaryFolder();
        var fault = Assert.Throws<UserException>(() => new SmallRun(folder, [.. Options, option]).Go());
        Assert.EndsWith($"set {mend}.", fault.Message, StringComparison.Ordinal);
    }

    private static Discriminator Critic(NormKind norm, Generator random)
    {
        set_default_dtype(ScalarType.Float64);
        var critic = Discriminator.OfPatches(2, 2, 1, norm);
        set_default_dtype(ScalarType.Float32);
        critic.Use(ScalarType.Float64);
        foreach (var layer in critic.Layers)
        {
            layer.Convolution.Weight.detach().normal_(0, 0.5, random);
        }

        return critic;
    }
}
