using System.Numerics;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Synthesis.Shading;

namespace Pix2Pix.Realtime.Tests.Synthesis;

public sealed class FacadePainterTests
{
    private static readonly FacadeStyle Style = FacadeStyle.Choose(new Dice(1));
    private static readonly Vector3 Violet = new(0.5f, 0, 0.9f);

    public static TheoryData<string> Elements => ["Window", "Door", "Balcony", "Blind", "Shop"];

    [Theory]
    [MemberData(nameof(Elements))]
    public void An_elements_paint_stays_inside_its_label(string element)
    {
        var (of, other) = element switch
        {
            "Window" => (FacadeClass.Window, Style with { Frame = Violet }),
            "Door" => (FacadeClass.Door, Style with { Door = Violet }),
            "Balcony" => (FacadeClass.Balcony, Style with { Iron = Violet }),
            "Blind" => (FacadeClass.Blind, Style with { Shutter = Violet }),
            _ => (FacadeClass.Shop, Style with { Awning = Violet }),
        };
        var changedAnywhere = 0;
        for (var seed = 0ul; seed < 8; seed++)
        {
            var labels = FacadeSynthesizer.Draw(seed, 256, 256).Labels;
            var changed = Changed(labels, Style, other);
            Assert.DoesNotContain(changed, pixel => labels.Ids[pixel] != (byte)of);
            changedAnywhere += changed.Count;
        }

        Assert.NotEqual(0, changedAnywhere);
    }

    [Fact]
    public void An_empty_canvas_is_the_same_view_behind_every_house()
    {
        var empty = new LabelMap(256, 256, (byte)FacadeClass.Background);
        Assert.Empty(Changed(empty, Style, FacadeStyle.Choose(new Dice(2))));
    }

    [Fact]
    public void A_cornice_shades_the_wall_below_it_and_not_above()
    {
        var wall = new LabelMap(256, 256, (byte)FacadeClass.Facade);
        var before = FacadePainter.Paint(wall, Style);
        for (var y = 100; y < 110; y++)
        {
            wall.Row(y).Fill((byte)FacadeClass.Cornice);
        }

        var after = FacadePainter.Paint(wall, Style);
        Assert.Equal(before.Row(98).ToArray(), after.Row(98).ToArray());
        for (var x = 16; x < 256; x++)
        {
            Assert.True(after.Row(111)[x * 4] < before.Row(111)[x * 4] * 0.8, $"Column {x} lies in the sun.");
        }
    }

    private static List<int> Changed(LabelMap labels, FacadeStyle a, FacadeStyle b)
    {
        var (one, two) = (FacadePainter.Paint(labels, a).Rgba, FacadePainter.Paint(labels, b).Rgba);
        return [.. Enumerable.Range(0, labels.Ids.Length).Where(i => !one.AsSpan(i * 4, 4).SequenceEqual(two.AsSpan(i * 4, 4)))];
    }
}
