using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Optimizers;
using static TorchSharp.torch;
using Parameter = TorchSharp.Modules.Parameter;

namespace Pix2Pix.Realtime.Training.Tests.Optimizers;

/// <summary>Our optimizer against torch's own, both given the same weights and the same gradients.</summary>
public sealed class AdamTests
{
    private const double Rate = 2e-3;
    private const double Tolerance = 1e-6;
    private const int Steps = 12;

    /// <summary>Sizes around a vector's 8 or 16 values, one of several threads' work, and a convolution's.</summary>
    private static readonly long[][] Shapes = [[1], [7], [8], [17], [70_003], [5, 3, 4, 4], [3, 13, 3, 3]];

    [Theory]
    [InlineData(0.5, 0.999, 1e-8, 0)]
    [InlineData(0.9, 0.999, 1e-9, 0.005)]
    [InlineData(0, 0.9, 1e-3, 0)]
    [InlineData(0.5, 0.999999, 1e-16, 0.1)]
    public void Weights_are_those_of_torchs_own_Adam_after_each_step(double beta1, double beta2, double epsilon, double weightDecay)
    {
        using var scope = NewDisposeScope();
        using var both = new BothOptimizers(new AdamSettings(beta1, beta2, epsilon, weightDecay), channelsLast: false);
        for (var step = 0; step < Steps; step++)
        {
            both.Step();
            Assert.InRange(both.LargestDifference(), 0, Tolerance);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    public void Weights_laid_out_channels_last_are_updated_in_their_own_order(double weightDecay)
    {
        using var scope = NewDisposeScope();
        using var both = new BothOptimizers(new AdamSettings(0.5, 0.999, 1e-8, weightDecay), channelsLast: true);
        for (var step = 0; step < Steps; step++)
        {
            both.Step();
            Assert.InRange(both.LargestDifference(), 0, Tolerance);
        }

        Assert.Contains(both.Weights, weight => !weight.is_contiguous());
    }

    /// <summary>A gradient in another order than its weight is no fault: it takes the way of weights that aren't in this memory at all.</summary>
    [Theory]
    [InlineData(0, 0.999)]
    [InlineData(0.01, 0.999999)]
    public void A_gradient_that_is_laid_out_otherwise_is_followed_value_by_value(double weightDecay, double beta2)
    {
        using var scope = NewDisposeScope();
        using var both = new BothOptimizers(new AdamSettings(0.5, beta2, 1e-8, weightDecay), channelsLast: true);
        for (var step = 0; step < Steps; step++)
        {
            both.Step(plainGradients: true);
            Assert.InRange(both.LargestDifference(), 0, Tolerance);
        }
    }

    /// <summary>As a checkpoint keeps it: both moments by name, and how many updates were made.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_optimizer_that_takes_over_anothers_state_goes_on_as_torchs_own_does_undisturbed(bool channelsLast)
    {
        using var scope = NewDisposeScope();
        using var both = new BothOptimizers(new AdamSettings(0.9, 0.999, 1e-8, 0.005), channelsLast);
        for (var step = 0; step < Steps; step++)
        {
            if (step == Steps / 2)
            {
                both.Restore();
            }

            both.Step();
            Assert.InRange(both.LargestDifference(), 0, Tolerance);
        }
    }

    [Fact]
    public void A_weight_without_a_gradient_stays_and_gradients_are_let_go()
    {
        using var scope = NewDisposeScope();
        using var moved = new Parameter(ones(9));
        using var still = new Parameter(ones(9));
        using var adam = new Adam([("moved", moved), ("still", still)], new AdamSettings(0.5, 0.999, 1e-8, 0.1));
        moved.sum().backward();
        adam.Update(Rate);
        Assert.All(TensorMemory.ToArray(moved), value => Assert.Equal(1 - Rate, value, Tolerance));
        Assert.All(TensorMemory.ToArray(still), value => Assert.Equal(1, value));
        Assert.Null(moved.grad);
    }

    /// <summary>Two sets of equal weights, each under its own optimizer.</summary>
    private sealed class BothOptimizers : IDisposable
    {
        private readonly AdamSettings _settings;
        private readonly Generator _random = new(11);
        private readonly List<Parameter> _theirs;
        private readonly optim.Optimizer _reference;
        private List<Parameter> _ours;
        private Adam _adam;

        public BothOptimizers(AdamSettings settings, bool channelsLast)
        {
            _settings = settings;
            _theirs = [.. Shapes.Select(shape => randn(shape, generator: _random)).Select(values => new Parameter(channelsLast && values.dim() == 4 ? ChannelsLast(values) : values))];
            _ours = Copies(_theirs);
            _adam = new Adam(Named(_ours), settings);
            _reference = optim.Adam(_theirs, Rate, settings.Beta1, settings.Beta2, settings.Epsilon, settings.WeightDecay);
        }

        public IReadOnlyList<Tensor> Weights => _ours;

        /// <param name="plainGradients">Our optimizer's gradients lie channels first whatever the weights do, instead of as autograd lays them out.</param>
        public void Step(bool plainGradients = false)
        {
            using var scope = NewDisposeScope();
            foreach (var (ours, theirs) in _ours.Zip(_theirs))
            {
                // From 1e-9 to 10, so that epsilon counts for some and not for others, and some of 0.
                var gradient = randn(ours.shape, generator: _random) * pow(10, (rand(ours.shape, generator: _random) * 10) - 9) * rand(ours.shape, generator: _random).gt(0.1);
                (theirs * gradient).sum().backward();
                (ours * gradient).sum().backward();
                if (plainGradients)
                {
                    ours.grad = gradient;
                }
            }

            _adam.Update(Rate);
            _reference.step();
            _reference.zero_grad();
        }

        public double LargestDifference()
        {
            using var scope = NewDisposeScope();
            return _ours.Zip(_theirs).Max(pair => (pair.First - pair.Second).abs().max().Number());
        }

        /// <summary>Puts a new optimizer over copies of our weights, with the state of the one before.</summary>
        public void Restore()
        {
            var state = _adam.State.ToDictionary(entry => entry.Name, entry => TensorMemory.ToArray(entry.Value));
            var updates = _adam.Updates;
            _adam.Dispose();
            _ours = Copies(_ours);
            _adam = new Adam(Named(_ours), _settings) { Updates = updates };
            foreach (var (name, value) in _adam.State)
            {
                TensorMemory.Write(value, state[name]);
            }
        }

        public void Dispose()
        {
            _adam.Dispose();
            _reference.Dispose();
            _random.Dispose();
        }

        private static List<Parameter> Copies(List<Parameter> weights) => [.. weights.Select(weight => new Parameter(weight.detach().clone()))];

        private static Tensor ChannelsLast(Tensor values) => values.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

        private static IEnumerable<(string Name, Parameter Value)> Named(List<Parameter> weights) => weights.Select((weight, i) => ($"weight{i}", weight));
    }
}
