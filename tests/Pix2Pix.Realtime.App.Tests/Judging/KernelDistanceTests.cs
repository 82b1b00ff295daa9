using CsCheck;
using Pix2Pix.Realtime.App.Judging;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Tests.Judging;

public sealed class KernelDistanceTests
{
    private static readonly Gen<float[][]> Sets = Gen.Float[-1, 1].Array[5].Array[7];

    [Fact]
    public void It_is_the_mean_over_pairs_of_different_pictures() => Gen.Select(Sets, Sets).Sample((a, b) =>
    {
        var expected = Within(a) + Within(b) - (2 * a.SelectMany(x => b.Select(y => Kernel(x, y))).Average());
        return Math.Abs(KernelDistance.Between(a, b).Value - expected) < 1e-6;
    });

    [Fact]
    public void It_is_symmetric() => Gen.Select(Sets, Sets).Sample((a, b) =>
        Math.Abs(KernelDistance.Between(a, b).Value - KernelDistance.Between(b, a).Value) < 1e-6);

    [Fact]
    public void Sets_of_one_kind_are_at_no_distance_on_average_however_few()
    {
        var random = new SeededRandom(1);
        var distances = Enumerable.Range(0, 400).Select(_ => KernelDistance.Between(Draw(ref random, 4, 0), Draw(ref random, 4, 0)).Value).ToArray();
        var error = Math.Sqrt(distances.Select(distance => distance * distance).Average() / distances.Length);
        Assert.InRange(distances.Average(), -3 * error, 3 * error);
        Assert.Contains(distances, distance => distance < 0);
    }

    [Fact]
    public void The_interval_leaves_out_zero_where_the_sets_differ_and_holds_it_where_they_do_not()
    {
        var random = new SeededRandom(2);
        var apart = KernelDistance.Between(Draw(ref random, 40, 1), Draw(ref random, 40, 0));
        Assert.True(apart.Low > 0 && apart.Low < apart.Value && apart.Value < apart.High, $"{apart}");
        var alike = KernelDistance.Between(Draw(ref random, 40, 0), Draw(ref random, 40, 0));
        Assert.True(alike.Low < 0 && alike.High > 0, $"{alike}");
    }

    private static float[][] Draw(ref SeededRandom random, int count, float shift)
    {
        var set = new float[count][];
        for (var i = 0; i < count; i++)
        {
            set[i] = new float[5];
            for (var j = 0; j < 5; j++)
            {
                set[i][j] = (float)(2 * random.NextDouble()) - 1 + shift;
            }
        }

        return set;
    }

    private static double Within(float[][] set) => set.SelectMany((x, i) => set.Where((_, j) => j != i).Select(y => Kernel(x, y))).Average();

    private static double Kernel(float[] x, float[] y) => Math.Pow((x.Zip(y, (u, v) => (double)u * v).Sum() / x.Length) + 1, 3);
}
