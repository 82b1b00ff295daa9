using CsCheck;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Tests.Onnx;

public sealed class ProbeTests
{
    [Fact]
    public void The_input_of_a_seed_never_changes()
    {
        // Every snapshot in the world depends on these figures.
        var input = Probe.Input(7, new FrameShape(3, 2, 2));
        Assert.Equal([-0.22034061f, -0.966423512f, 0.801521301f, 0.165860534f], input[..4]);
    }

    [Fact]
    public void The_input_is_uniform_noise_in_range()
    {
        var input = Probe.Input(1, new FrameShape(3, 128, 128));
        Assert.All(input, value => Assert.InRange(value, -1f, 1f));
        Assert.InRange(input.Average(), -0.02, 0.02);
        Assert.InRange(input.Average(value => value * value), 0.32, 0.35);
    }

    [Fact]
    public void Positions_are_rising_and_inside_for_every_size() => Gen.Int[1, 1_000_000].Sample(count =>
    {
        var positions = Probe.Positions(count);
        Assert.Equal(Math.Min(count, Probe.OutputCount), positions.Length);
        Assert.InRange(positions[0], 0, count - 1);
        Assert.InRange(positions[^1], 0, count - 1);
        Assert.All(positions.Zip(positions.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }, iter: 500);

    [Fact]
    public void Positions_reach_all_channels_and_many_columns()
    {
        var positions = Probe.Positions(3 * 256 * 256);
        Assert.Equal(3, positions.Select(position => position / (256 * 256)).Distinct().Count());
        Assert.True(positions.Select(position => position % 256).Distinct().Count() > 24);
    }

    [Fact]
    public void The_same_answer_agrees_and_a_changed_one_does_not()
    {
        var output = Probe.Input(3, new FrameShape(3, 16, 16));
        var probe = Probe.Parse(Probe.Of(3, output).ToString());
        Assert.Equal(new ProbeError(0, 0), probe.Compare(output));

        output[Probe.Positions(output.Length)[5]] += 0.01f;
        var error = probe.Compare(output);
        Assert.False(error.IsWithin(WeightPrecision.Fp32, reducedProducts: false));
        Assert.True(error.IsWithin(WeightPrecision.Fp32, reducedProducts: true));
        Assert.True(error.IsWithin(WeightPrecision.Fp16, reducedProducts: false));
    }

    [Fact]
    public void An_answer_that_is_not_finite_or_of_another_size_never_agrees()
    {
        var output = Probe.Input(3, new FrameShape(3, 16, 16));
        var probe = Probe.Of(3, output);
        output[Probe.Positions(output.Length)[5]] = float.NaN;
        Assert.False(probe.Compare(output).IsWithin(WeightPrecision.Int8, reducedProducts: true));
        Assert.False(probe.Compare(output.AsSpan(0, 8)).IsWithin(WeightPrecision.Int8, reducedProducts: true));
    }
}
