using System.Numerics;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>A blind in its window's reveal, or a shutter folded back against the wall beside it.</summary>
internal static class BlindElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var isBeside = at.Of.Before == FacadeClass.Window || at.Of.After == FacadeClass.Window;
        return isBeside && at.Of.Under != FacadeClass.Window && house.Look.Style != HouseStyle.Modern ? Shutter(at, house) : Roller(at, house);
    }

    private static Surface Shutter(in Fragment at, House house)
    {
        var frame = MathF.Min(1.5f, at.Of.Width * 0.16f);
        var rail = MathF.Abs(at.V - 0.52f) * at.Column;
        var worn = 1 - (house.Look.Age * 0.6f * ValueNoise.Cloud(at.X * 0.3f, at.Y * 0.12f, at.Of.Seed));
        var color = house.Shutter * (worn * (0.9f + (0.2f * at.Of.Chance(18))));
        if (MathF.Min(MathF.Min(at.Left, at.Right), MathF.Min(at.Above, at.Below)) < frame || rail < frame * 0.8f)
        {
            return new Surface(1.5f, color);
        }

        var slat = Pattern.Stripes(at.Y, 1.6f, 0.8f, at.Pixel);
        return new Surface(0.7f + (slat * 0.4f), color * (0.5f + (slat * 0.5f)));
    }

    private static Surface Roller(in Fragment at, House house)
    {
        var depth = MathF.Min(house.Look.Reveal, 3) * 0.8f;
        var hole = Recess.Of(at, house, depth);
        if (hole.IsSide)
        {
            return hole.Side(house, depth);
        }

        var isWood = house.Chance(63) < 0.5f;
        var color = isWood ? house.Shutter : Tone.Mix(house.Frame, new Vector3(0.42f, 0.4f, 0.34f), at.Of.Chance(19));
        var slat = Pattern.Fraction(at.Y, 1.9f);
        var gap = Pattern.Stripes(at.Y, 1.9f, 0.4f, at.Pixel);
        var guide = Pattern.Edge(0.9f - MathF.Min(hole.Left, hole.Right), at.Pixel);
        var tone = Tone.Mix((0.9f - (gap * 0.4f)) * (1 - (0.25f * house.Look.Age * ValueNoise.At(at.X * 0.2f, at.Y * 0.05f, at.Of.Seed))), 0.7f, guide);
        return new Surface(-depth + (at.Pixel < 1.2f ? Tone.Hump(slat) * 0.45f : 0) + (guide * 0.7f), color * tone);
    }
}
