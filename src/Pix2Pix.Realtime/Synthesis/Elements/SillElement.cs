using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>A window sill: a slab that throws its shadow, an apron below it where there is room, flowers on it where people like them.</summary>
internal static class SillElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var color = Weathering.Ledge(house.Trim, at, house);
        var slab = MathF.Min(at.Column, house.Look.Style == HouseStyle.Modern ? 1.6f : 2.6f);
        if (HasFlowers(at.Of, house) && at.Above < 3.4f)
        {
            return Flowers(at, house, new Surface(2.6f, Tone.Linear(0.42f, 0.24f, 0.16f)));
        }

        if (at.Above < slab)
        {
            var isTin = at.Above < 0.6f && house.Chance(55) < 0.5f;
            return new Surface(at.Above < slab * 0.7f ? 2.4f : 1.5f, isTin ? Tone.Linear(0.42f, 0.42f, 0.4f) : color);
        }

        return at.Column < 6 ? new Surface(0.7f, color) : Apron(at, house, slab, color);
    }

    private static Surface Apron(in Fragment at, House house, float slab, Vector3 color)
    {
        var (y, high) = (at.Above - slab, at.Column - slab);
        var kind = house.Chance(56);
        var inset = MathF.Min(MathF.Min(at.Left, at.Right), MathF.Min(y, at.Below));
        if (kind < 0.3f && high > 6)
        {
            return new Surface(0.2f + Baluster.Height(at.X, y / high, at.Pixel) * 1.6f, color * (Baluster.Height(at.X, y / high, at.Pixel) > 0.15f ? 1 : 0.5f));
        }

        var panel = Pattern.Edge(inset - 1.4f, at.Pixel);
        var carved = kind < 0.65f ? Ornament.At(Ornament.Tile(at.U, at.Of.Width, high), (y / high * 2) - 1, house.Salt + 6) * 1.2f : 0;
        return new Surface(Tone.Mix(0.8f, 0.1f + carved, panel), Tone.Mix(color, house.Wall, panel * 0.45f));
    }

    private static bool HasFlowers(Region sill, House house) =>
        sill.Chance(15) < 0.35f * house.Look.Clutter && house.Chance(57) < 0.5f && house.Look.Season != Season.Winter;

    public static Surface Flowers(in Fragment at, House house, Surface box, float share = 1)
    {
        var bloom = ValueNoise.At(at.X * 1.1f, at.Y * 1.1f, at.Of.Seed);
        var tint = at.Of.Chance(16) switch
        {
            < 0.5f => new Vector3(0.5f, 0.05f, 0.05f),
            < 0.75f => new Vector3(0.5f, 0.12f, 0.25f),
            _ => new Vector3(0.6f, 0.55f, 0.4f),
        };
        var green = Fixtures.Leaves(box, share, at.X, at.Y, house);
        return bloom > 0.66f && house.Look.Season is Season.Spring or Season.Summer ? green with { Color = tint, Height = green.Height + 0.6f } : green;
    }
}
