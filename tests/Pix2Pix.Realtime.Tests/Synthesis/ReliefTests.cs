using System.Numerics;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Tests.Synthesis;

/// <summary>The relief and the materials of a picture are those of its labels.</summary>
public sealed class ReliefTests
{
    private const int Side = 256;

    private static readonly FacadeLook Look = new() { Clutter = 0 };
    private static readonly Vector3 Violet = new(0.5f, 0, 0.9f);

    public static TheoryData<HouseStyle> Styles => [.. Enum.GetValues<HouseStyle>()];

    [Theory]
    [MemberData(nameof(Styles))]
    public void Openings_lie_behind_the_wall_and_ledges_stand_before_it(HouseStyle style)
    {
        var (sums, counts) = (new double[13], new int[13]);
        for (var seed = 0ul; seed < 12; seed++)
        {
            var labels = FacadeSynthesizer.DrawLabels(seed, Side, Side);
            var heights = FacadeRenderer.Survey(labels, new House(labels, Look with { Style = style })).Heights.Values;
            for (var i = 0; i < heights.Length; i++)
            {
                (sums[labels.Ids[i]], counts[labels.Ids[i]]) = (sums[labels.Ids[i]] + heights[i], counts[labels.Ids[i]] + 1);
            }
        }

        double Mean(FacadeClass of) => sums[(int)of] / counts[(int)of];
        var wall = Mean(FacadeClass.Facade);
        Assert.True(Mean(FacadeClass.Window) < wall - 1, $"Windows lie at {Mean(FacadeClass.Window)}, the wall at {wall}.");
        Assert.True(Mean(FacadeClass.Door) < wall - 1, $"Doors lie at {Mean(FacadeClass.Door)}, the wall at {wall}.");
        foreach (var of in new[] { FacadeClass.Sill, FacadeClass.Balcony, FacadeClass.Molding, FacadeClass.Pillar })
        {
            Assert.True(Mean(of) > wall + 0.2, $"{of} lies at {Mean(of)}, the wall at {wall}.");
        }
    }

    [Theory]
    [InlineData("frame", new[] { "Window", "Balcony", "Blind", "Background" })]
    [InlineData("door", new[] { "Door" })]
    [InlineData("shutter", new[] { "Blind", "Balcony" })]
    [InlineData("shop", new[] { "Shop" })]
    public void Paint_stays_inside_the_labels_of_its_elements(string paint, string[] elements)
    {
        var other = paint switch
        {
            "frame" => Look with { FrameColor = Violet },
            "door" => Look with { DoorColor = Violet },
            "shutter" => Look with { ShutterColor = Violet },
            _ => Look with { ShopColor = Violet },
        };
        var changed = new HashSet<string>();
        for (var seed = 0ul; seed < 8; seed++)
        {
            var labels = FacadeSynthesizer.DrawLabels(seed, Side, Side);
            var (one, two) = (FacadeRenderer.Survey(labels, new House(labels, Look)), FacadeRenderer.Survey(labels, new House(labels, other)));
            changed.UnionWith(Enumerable.Range(0, Side * Side)
                .Where(i => one.At(i % Side, i / Side) != two.At(i % Side, i / Side)).Select(i => $"{(FacadeClass)labels.Ids[i]}").Distinct());
        }

        Assert.Contains(elements[0], changed);
        Assert.Subset(elements.ToHashSet(), changed);
    }

    [Fact]
    public void A_region_is_what_hangs_together_by_its_sides()
    {
        var labels = new LabelMap(8, 4, (byte)FacadeClass.Facade);
        // A U of windows, and one that touches it only by a corner: the wall falls into the inside, the left and the right.
        foreach (var (x, y) in new[] { (1, 0), (1, 1), (1, 2), (2, 2), (3, 2), (3, 1), (3, 0), (4, 3) })
        {
            labels[x, y] = (byte)FacadeClass.Window;
        }

        var (region, boxes) = ConnectedRegions.Of(labels);
        Assert.Equal(5, boxes.Count);
        Assert.Equal(new RegionBox(FacadeClass.Window, 1, 0, 4, 3), boxes[region[1]]);
        Assert.Equal(region[1], region[3]);
        Assert.Equal(new RegionBox(FacadeClass.Window, 4, 3, 5, 4), boxes[region[28]]);
        Assert.Equal(region[0], region[24]);
        Assert.NotEqual(region[0], region[2]);
        Assert.NotEqual(region[2], region[4]);
    }

    [Fact]
    public void A_chess_king_needs_as_many_moves_as_the_longer_side()
    {
        var labels = new LabelMap(40, 30, (byte)FacadeClass.Facade);
        labels[7, 9] = (byte)FacadeClass.Window;
        var distance = ChessboardDistance.To(labels, RegionMap.IsOpening);
        for (var y = 0; y < 30; y++)
        {
            for (var x = 0; x < 40; x++)
            {
                Assert.Equal(Math.Max(Math.Abs(x - 7), Math.Abs(y - 9)), distance[(y * 40) + x]);
            }
        }
    }
}
