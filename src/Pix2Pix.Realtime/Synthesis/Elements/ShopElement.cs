using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>A shop front: a sign, an awning on some, display windows with lit goods or a closed shutter, a base.</summary>
internal static class ShopElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var high = at.Of.Height;
        var isLow = high < 22 || at.Of.Width > high * 5;
        var sign = isLow ? (high < 12 ? high : 0) : high * (0.14f + (0.06f * at.Of.Chance(21)));
        var y = at.Y - at.Of.Top;
        var other = Tone.Linear(at.Of.Chance(22), at.Of.Chance(23), at.Of.Chance(24));
        var color = Tone.Mix(house.Shop, Tone.Mix(other, new Vector3(Tone.Luminance(other)), 0.6f) * 0.5f, at.Of.Chance(25) * 0.7f);
        if (y < sign)
        {
            return Sign(at, house, sign, color);
        }

        var awning = at.Of.Chance(26) < 0.3f && !isLow ? high * 0.22f : 0;
        return y < sign + awning ? Awning(at, (y - sign) / awning, color, house) : Front(at, house, y - sign - awning, high - sign - awning, color);
    }

    private static Surface Sign(in Fragment at, House house, float high, Vector3 color)
    {
        var v = (at.Y - at.Of.Top) / high;
        var letter = at.U is > 0.06f and < 0.94f ? Lettering.At(at.X - at.Of.Left, v, high, at.Of.Seed, at.Pixel) : 0;
        var ink = Tone.Luminance(color) > 0.25f ? new Vector3(0.03f, 0.03f, 0.05f) : Tone.Linear(0.9f, 0.86f, 0.74f);
        var edge = Pattern.Edge(0.8f - MathF.Min(at.Inset, high - (at.Y - at.Of.Top)), at.Pixel);
        var glow = letter * house.Light.Night * 0.9f;
        return new Surface(2.2f + (letter * 0.4f), Tone.Mix(color, ink, letter) * (1 - (edge * 0.35f)), 0.03f, default, ink * glow);
    }

    /// <summary>Cloth that slopes out of the wall; its valance hangs straight.</summary>
    private static Surface Awning(in Fragment at, float fall, Vector3 color, House house)
    {
        var stripe = at.Of.Chance(27) < 0.5f ? Pattern.Stripes(at.X, 5, 2.5f, at.Pixel) : 0;
        var cloth = Tone.Mix(color * 1.3f, new Vector3(0.62f, 0.58f, 0.5f), stripe) * (0.9f + (0.14f * ValueNoise.At(at.X * 0.2f, at.Y * 0.2f, at.Of.Seed)));
        var isValance = fall > 0.82f;
        return new Surface(isValance ? 11 : 2.5f + (fall * 10), cloth * (isValance ? 0.85f : 1));
    }

    private static Surface Front(in Fragment at, House house, float y, float high, Vector3 color)
    {
        const float Depth = 2.5f;
        var bar = Math.Clamp(at.Of.Width * 0.03f, 0.8f, 1.6f);
        var foot = MathF.Min(6, high * 0.16f);
        var panes = Math.Max(1, (int)((at.Of.Width / MathF.Max(14, high * 0.7f)) + 0.5f));
        var wide = at.Of.Width / panes;
        var across = at.X - at.Of.Left;
        var pane = Math.Clamp((int)(across / wide), 0, panes - 1);
        var side = MathF.Min(across - (pane * wide), ((pane + 1) * wide) - across);
        var isEntrance = panes > 1 && pane == (int)(at.Of.Chance(28) * panes);
        var toFoot = high - y - (isEntrance ? 1 : foot);
        var frame = Pattern.Edge(bar - MathF.Min(MathF.Min(side, y), toFoot), at.Pixel);
        var dark = Tone.Mix(color, new Vector3(0.04f), 0.5f);
        if (toFoot < 0)
        {
            return new Surface(0.3f, Tone.Mix(dark, Tone.Linear(0.4f, 0.39f, 0.37f), at.Of.Chance(29)));
        }

        if (at.Of.Chance(30) < 0.14f)
        {
            var slat = Pattern.Stripes(at.Y, 1.5f, 0.5f, at.Pixel);
            var scrawl = Tone.Ramp(0.02f, 0, MathF.Abs(ValueNoise.At(at.X * 0.11f, at.Y * 0.15f, at.Of.Seed) - 0.5f)) * house.Look.Clutter;
            return new Surface(-Depth + (slat * 0.3f), Tone.Mix(Tone.Linear(0.5f, 0.5f, 0.49f) * (1 - (slat * 0.25f)), dark, scrawl));
        }

        var glass = Display(at, house, pane, (across - (pane * wide)) / wide, y / high, Depth);
        return new Surface(-Depth + (frame * 1.2f), Tone.Mix(glass.Color, dark, frame), glass.Gloss * (1 - frame), glass.Tilt, glass.Glow * (1 - frame));
    }

    /// <summary>Goods on their shelves behind glass, lit from above.</summary>
    private static Surface Display(in Fragment at, House house, int pane, float u, float v, float depth)
    {
        var room = at.Of;
        // Things of many heights stand in rows on shelves.
        var (row, inRow) = (MathF.Floor(v * 4), Pattern.Fraction(v, 0.25f));
        var pitch = 2.2f + (3 * ValueNoise.Cell((int)row, pane, room.Seed));
        var item = (int)MathF.Floor(at.X / pitch);
        var (tone, tall) = (ValueNoise.Cell(item, (int)row, room.Seed + 4), ValueNoise.Cell(item, (int)row, room.Seed + 5));
        var isThing = row >= 1 && tall > 0.2f && inRow > 1 - (0.9f * tall) && Pattern.Fraction(at.X, pitch) < 0.85f;
        var shelf = isThing ? 0.8f * Tone.Ramp(0.3f, 0.5f, ValueNoise.At(at.X * 0.08f, row, room.Seed)) : inRow > 0.92f && row >= 1 ? 0.25f : 0;
        var tint = new Vector3(tone, ValueNoise.Cell(item, (int)row, room.Seed + 6), ValueNoise.Cell(item, (int)row, room.Seed + 7));
        var goods = Tone.Mix(new Vector3(tone * tone), tint * tint, 0.4f) * 0.5f;
        var warm = Tone.Mix(new Vector3(1, 0.74f, 0.42f), new Vector3(0.9f, 0.95f, 1), room.Chance(31));
        var inside = Tone.Mix(new Vector3(0.025f), goods, shelf);
        var lamps = Pattern.Edge(1.1f - MathF.Abs(v - 0.1f) * room.Height, at.Pixel) * (ValueNoise.Cell((int)(at.X / 5), pane, room.Seed) > 0.5f ? 1 : 0);
        var light = (0.05f + (0.14f * room.Chance(32))) * (1 + (2.2f * house.Light.Night));
        var glow = warm * (((0.15f + shelf) * light * (1 - (0.5f * v))) + (lamps * 0.5f)) * (goods + new Vector3(0.35f));
        var tilt = new Vector2(room.Chance(44 + pane) - 0.5f, (room.Chance(54 + pane) * 0.3f) - 0.5f);
        return new Surface(-depth, inside * 0.5f, 0.14f + (0.2f * room.Chance(33)), tilt * 0.5f, glow);
    }
}
