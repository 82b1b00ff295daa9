using CsCheck;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Tests.Graphics;

public sealed class DamageTests
{
    private static readonly PixelSize Screen = new(640, 480);

    private static readonly Gen<PixelRect> Part = Gen.Select(Gen.Int[0, 600], Gen.Int[0, 440], Gen.Int[0, 200], Gen.Int[0, 200], (x, y, width, height) => new PixelRect(x, y, width, height));

    [Fact]
    public void Whatever_was_added_is_drawn_in_a_few_parts() => Part.Array[0, 40].Sample(added =>
    {
        var damage = Damaged(added);
        var parts = damage.Parts(Screen).ToArray();
        Assert.InRange(parts.Length, 0, 8);
        Assert.All(added.Where(one => !one.IsEmpty), one => Assert.Contains(parts, part => part.Intersect(one) == one));
        Assert.Equal(added.All(one => one.IsEmpty), damage.IsEmpty);
    });

    [Fact]
    public void Parts_far_from_each_other_leave_out_what_lies_between()
    {
        var damage = Damaged(new PixelRect(0, 0, 10, 10), new PixelRect(500, 400, 10, 10), new PixelRect(4, 4, 10, 10));
        Assert.Equal([new PixelRect(500, 400, 10, 10), new PixelRect(0, 0, 14, 14)], damage.Parts(Screen).ToArray());
    }

    [Fact]
    public void Everything_is_one_part_and_nothing_once_it_is_drawn()
    {
        var damage = Damaged(new PixelRect(1, 2, 3, 4));
        damage.AddAll();
        damage.Add(new PixelRect(5, 6, 7, 8));
        Assert.Equal([new PixelRect(Screen)], damage.Parts(Screen).ToArray());
        damage.Clear();
        Assert.True(damage.IsEmpty);
    }

    private static Damage Damaged(params ReadOnlySpan<PixelRect> parts)
    {
        var damage = new Damage();
        damage.Clear();
        foreach (var part in parts)
        {
            damage.Add(part);
        }

        return damage;
    }
}
