using Pix2Pix.Realtime.Training.Adversarial;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Adversarial;

public sealed class DiffAugmentTests
{
    private const int Side = 32;

    /// <summary>Neither shift nor colour, and a hole in the upper left corner.</summary>
    private static readonly PairView Still = new(0, 1, 1, 0, 0, 0, 0);

    [Fact]
    public void Map_and_picture_are_shifted_and_cut_out_alike()
    {
        using var scope = NewDisposeScope();
        var picture = Picture(3);
        var seen = DiffAugment.Of(picture, picture, [Still with { ShiftX = 2.0 / Side, ShiftY = -3.0 / Side, HoleX = 0.5, HoleY = 0.25 }]);
        var (given, map, photograph) = (Values(picture), Values(seen.narrow(1, 0, 3)), Values(seen.narrow(1, 3, 3)));
        Assert.All(map.Zip(photograph), both => Assert.Equal(both.First, both.Second, 1e-6f));
        for (var i = 0; i < map.Length; i++)
        {
            var (plane, y, x) = (i / (Side * Side), i / Side % Side, i % Side);
            var (fromY, fromX) = (y + 3, x - 2);
            var isHole = y < 16 && x is >= 8 and < 24;
            var expected = isHole || fromY >= Side || fromX < 0 ? 0 : given[(((plane * Side) + fromY) * Side) + fromX];
            Assert.Equal(expected, map[i], 1e-6f);
        }
    }

    [Fact]
    public void Colours_change_in_the_picture_alone_by_the_plain_formula()
    {
        using var scope = NewDisposeScope();
        var (input, picture) = (Picture(1), Picture(2));
        var seen = DiffAugment.Of(input, picture, [Still with { Brightness = 0.3, Saturation = 1.7, Contrast = 0.6 }]);

        // The hole takes the first quarter of each side.
        Assert.Equal(Values(Outside(input)), Values(Outside(seen.narrow(1, 0, 3))));
        var given = Values(picture);
        var area = Side * Side;
        var level = given.Average(value => value + 0.3);
        var changed = given.Select((value, i) =>
        {
            var grey = Enumerable.Range(0, 3).Average(plane => given[(plane * area) + (i % area)] + 0.3);
            var saturated = grey + ((value + 0.3 - grey) * 1.7);
            return (float)(level + ((saturated - level) * 0.6));
        }).ToArray();
        var expected = Values(Outside(tensor(changed, [1, 3, Side, Side])));
        Assert.All(Values(Outside(seen.narrow(1, 3, 3))).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
    }

    [Fact]
    public void Opacity_stays_as_it_is()
    {
        using var scope = NewDisposeScope();
        var picture = cat([Picture(5), full([1, 1, Side, Side], 0.25)], 1);
        var seen = DiffAugment.Of(Picture(1), picture, [Still with { Brightness = 0.3, Saturation = 0, Contrast = 1.5 }]);
        Assert.All(Values(Outside(seen.narrow(1, 6, 1))), value => Assert.Equal(0.25f, value));
    }

    [Fact]
    public void Each_pair_of_a_batch_has_its_own_view()
    {
        using var scope = NewDisposeScope();
        var (input, picture) = (cat([Picture(1), Picture(2)]), cat([Picture(3), Picture(4)]));
        var views = PairView.Draw(seed: 11, pairs: 2);
        var together = DiffAugment.Of(input, picture, views);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(Values(DiffAugment.Of(input.narrow(0, i, 1), picture.narrow(0, i, 1), [views[i]])), Values(together.narrow(0, i, 1)));
        }
    }

    [Fact]
    public void The_gradient_that_reaches_the_picture_is_that_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        var (input, direction) = (Picture(1).to(ScalarType.Float64).requires_grad_(true), Picture(8).to(ScalarType.Float64));
        var picture = Picture(2).to(ScalarType.Float64).requires_grad_(true);
        var view = PairView.Draw(seed: 3, pairs: 1);
        Tensor Seen(Tensor of) => DiffAugment.Of(input, of, view).square().sum();

        Seen(picture).backward();
        var along = (picture.grad! * direction).sum().Number();
        using var noGradient = no_grad();
        const double Reach = 1e-5;
        var measured = (Seen(picture + (direction * Reach)) - Seen(picture - (direction * Reach))).Number() / (2 * Reach);
        Assert.NotEqual(0, along, 1e-2);
        Assert.Equal(measured, along, Math.Abs(along) * 1e-6);
        Assert.True(input.grad!.eq(0).any().Number() == 1, "what was cut out has no gradient");
    }

    [Fact]
    public void The_same_seed_draws_the_same_views_and_all_are_within_their_ranges()
    {
        Assert.Equal(PairView.Draw(5, 3), PairView.Draw(5, 3));
        Assert.NotEqual(PairView.Draw(5, 1), PairView.Draw(6, 1));
        var views = PairView.Draw(1, 1000);
        AssertFills(-0.5, 0.5, views.Select(view => view.Brightness));
        AssertFills(0, 2, views.Select(view => view.Saturation));
        AssertFills(0.5, 1.5, views.Select(view => view.Contrast));
        AssertFills(-0.125, 0.125, views.Select(view => view.ShiftX));
        AssertFills(-0.125, 0.125, views.Select(view => view.ShiftY));
        AssertFills(0, 1, views.Select(view => view.HoleX));
        AssertFills(0, 1, views.Select(view => view.HoleY));
    }

    private static void AssertFills(double low, double high, IEnumerable<double> drawn)
    {
        var values = drawn.ToList();
        var slack = (high - low) / 50;
        Assert.InRange(values.Min(), low, low + slack);
        Assert.InRange(values.Max(), high - slack, high);
    }

    private static Tensor Outside(Tensor picture) => picture.narrow(2, Side / 4, Side - (Side / 4)).narrow(3, Side / 4, Side - (Side / 4));

    private static Tensor Picture(long seed)
    {
        using var random = new Generator((ulong)seed);
        return (rand([1, 3, Side, Side], generator: random) * 2) - 1;
    }

    private static float[] Values(Tensor tensor) => TensorMemory.ToArray(tensor);
}
