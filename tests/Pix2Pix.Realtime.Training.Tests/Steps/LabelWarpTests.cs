using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Schedules;
using Pix2Pix.Realtime.Training.Steps;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Steps;

public sealed class LabelWarpTests
{
    private const int Side = 64;

    [Fact]
    public void A_bent_map_holds_the_same_classes_not_far_from_where_they_were()
    {
        using var scope = NewDisposeScope();

        // Each pixel tells where it came from.
        var places = stack([arange(Side).expand(Side, Side), arange(Side).unsqueeze(1).expand(Side, Side)]).unsqueeze(0).to(ScalarType.Float32);
        var bent = LabelWarp.Of(places, 0.1, new StepRandom(1, 1));
        Assert.All(TensorMemory.ToArray(bent), value => Assert.True(float.IsInteger(value) && value is >= 0 and < Side));
        var moved = (bent - places).abs().max().Number();

        // A bicubic surface overshoots its points a little.
        Assert.InRange(moved, 1, 0.1 * Side * 1.5);
    }

    [Fact]
    public void The_step_draws_how_it_is_bent_and_each_pair_is_bent_otherwise()
    {
        using var scope = NewDisposeScope();
        var maps = rand(1, 3, Side, Side).expand(2, 3, Side, Side).clone();
        var first = TensorMemory.ToArray(LabelWarp.Of(maps, 0.1, new StepRandom(1, 1)));
        Assert.Equal(first, TensorMemory.ToArray(LabelWarp.Of(maps, 0.1, new StepRandom(1, 1))));
        Assert.NotEqual(first, TensorMemory.ToArray(LabelWarp.Of(maps, 0.1, new StepRandom(1, 2))));
        Assert.NotEqual(first[..(first.Length / 2)], first[(first.Length / 2)..]);
    }

    [Fact]
    public void Without_strength_the_map_stays_as_it_is()
    {
        using var scope = NewDisposeScope();
        var map = rand(1, 3, Side, Side);
        Assert.Equal(TensorMemory.ToArray(map), TensorMemory.ToArray(LabelWarp.Of(map, 0, new StepRandom(1, 1))));
    }
}
