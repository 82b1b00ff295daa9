using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>What hangs on walls: rain pipes, vents and boxes, posters and scrawls near the street, climbing plants.</summary>
internal static class Fixtures
{
    public static Surface On(Surface wall, in Fragment at, House house)
    {
        wall = at.Opening > 4 ? Boxes(wall, at, house) : wall;
        wall = Pipe(wall, at, house);
        return house.Chance(27) < 0.14f * (0.4f + house.Look.Clutter) ? Ivy(wall, at, house) : wall;
    }

    private static Surface Pipe(Surface wall, in Fragment at, House house)
    {
        var side = house.Chance(28) switch { < 0.4f => at.X - house.Storeys.Left, < 0.7f => house.Storeys.Right - at.X, _ => 99 };
        var off = (side - 4.5f) / 0.95f;
        if (MathF.Abs(off) > 1.3f || at.Opening < 0.5f)
        {
            return wall;
        }

        var inside = Pattern.Edge((1 - MathF.Abs(off)) * 0.95f, at.Pixel);
        var joint = Pattern.Stripes(at.Y, 38, 1, at.Pixel);
        var round = MathF.Sqrt(MathF.Max(0, 1 - (off * off)));
        var color = Tone.Mix(Tone.Linear(0.42f, 0.4f, 0.37f), house.Wall, house.Chance(29) * 0.8f) * (1 - (joint * 0.4f));
        return new Surface(Tone.Mix(wall.Height, 0.8f + (round * 1.2f), inside), Tone.Mix(wall.Color, color, inside), 0.03f * inside);
    }

    private static Surface Boxes(Surface wall, in Fragment at, House house)
    {
        const float Cell = 34;
        var (column, row) = ((int)MathF.Floor(at.X / Cell), (int)MathF.Floor(at.Y / Cell));
        var toGround = house.Storeys.GroundLine - at.Y;
        var kind = ValueNoise.Cell(column, row, house.Salt + 71);
        var limit = house.Look.Clutter * (toGround < 60 ? 0.5f : 0.12f);
        if (kind > limit)
        {
            return wall;
        }

        var isPoster = toGround < 60 && kind > limit * 0.4f;
        var (wide, high) = (1.2f + (2.2f * ValueNoise.Cell(column, row, house.Salt + 72)), 1 + (2 * ValueNoise.Cell(column, row, house.Salt + 73)));
        (wide, high) = isPoster ? (wide * 1.5f, high * 2.4f) : (wide, high);
        var (x, y) = (at.X - ((column + 0.3f + (0.4f * ValueNoise.Cell(column, row, 74))) * Cell), at.Y - ((row + 0.5f) * Cell));
        var inside = Pattern.Edge(MathF.Min(wide - MathF.Abs(x), high - MathF.Abs(y)), at.Pixel);
        if (inside <= 0)
        {
            return wall;
        }

        var tone = ValueNoise.Cell(column, row, house.Salt + 75);
        var tint = new Vector3(tone, ValueNoise.Cell(column, row, house.Salt + 76), ValueNoise.Cell(column, row, house.Salt + 77));
        var print = ValueNoise.At(at.X * 0.9f, at.Y * 1.3f, house.Salt + 78);
        var color = isPoster
            ? Tone.Mix(Tone.Mix(tint * tint * 0.6f, new Vector3(0.3f), 0.6f), new Vector3(0.45f), print > 0.55f ? 0.7f : 0.1f)
            : new Vector3(0.06f + (tone * tone * 0.35f));
        return new Surface(Tone.Mix(wall.Height, isPoster ? 0.15f : 0.9f, inside), Tone.Mix(wall.Color, color, inside));
    }

    private static Surface Ivy(Surface wall, in Fragment at, House house)
    {
        var x = house.Chance(30) < 0.5f ? at.X - house.Storeys.Left : house.Storeys.Right - at.X;
        var rise = Tone.Clamp((house.Storeys.GroundLine - at.Y) / (60 + (120 * house.Chance(31))));
        var spread = (40 + (60 * house.Chance(32))) * (1 - (rise * rise));
        var cover = ((spread - x) / 18) + ((ValueNoise.Cloud(at.X * 0.07f, at.Y * 0.07f, house.Salt + 81) - 0.5f) * 6);
        var inside = Tone.Ramp(0.2f, 0.7f, cover) * Tone.Ramp(0.6f, 2, at.Opening);
        return inside <= 0 ? wall : Leaves(wall, inside, at.X, at.Y, house);
    }

    /// <summary>Foliage over a surface: many small leaves, each lit by itself.</summary>
    public static Surface Leaves(Surface under, float inside, float x, float y, House house)
    {
        var leaf = ValueNoise.At(x * 0.75f, y * 0.75f, house.Salt + 82);
        var small = ValueNoise.At(x * 1.7f, y * 1.7f, house.Salt + 83);
        var isBare = house.Look.Season == Season.Winter;
        var gap = isBare ? 0.58f : 0.22f;
        inside *= Tone.Ramp(gap - 0.15f, gap + 0.05f, (leaf * 0.6f) + (small * 0.4f));
        return new Surface(
            Tone.Mix(under.Height, isBare ? 0.8f + small : 1 + (leaf * 2.4f) + (small * 1.1f), inside),
            Tone.Mix(under.Color, Foliage(house.Look.Season, leaf, small), inside), under.Gloss * (1 - inside), under.Tilt, under.Glow * (1 - inside));
    }

    public static Vector3 Foliage(Season season, float a, float b) => season switch
    {
        Season.Autumn => Tone.Mix(new Vector3(0.16f, 0.05f, 0.02f), new Vector3(0.32f, 0.17f, 0.03f), a) * (0.6f + (b * 0.7f)),
        Season.Winter => new Vector3(0.13f, 0.105f, 0.075f) * (0.7f + (b * 0.6f)),
        Season.Spring => Tone.Mix(new Vector3(0.07f, 0.12f, 0.03f), new Vector3(0.16f, 0.22f, 0.06f), a) * (0.5f + (b * 0.8f)),
        _ => Tone.Mix(new Vector3(0.03f, 0.065f, 0.02f), new Vector3(0.085f, 0.14f, 0.04f), a) * (0.5f + (b * 0.8f)),
    };
}
