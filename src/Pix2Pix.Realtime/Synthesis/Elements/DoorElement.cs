using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>A door deep in the wall: leaves with panels or glass, a light above them, a step.</summary>
internal static class DoorElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var depth = MathF.Min(house.Look.Reveal + 1.5f, MathF.Min(at.Of.Width, at.Of.Height) * 0.25f);
        var hole = Recess.Of(at, house, depth);
        if (hole.IsSide)
        {
            return hole.Side(house, depth);
        }

        if (at.Below < 2.2f && at.Of.Height > 20)
        {
            return new Surface(at.Below < 1.1f ? 1.5f : 0.2f, Tone.Linear(0.5f, 0.48f, 0.45f) * (0.75f + (0.3f * ValueNoise.At(at.X, at.Y, house.Salt))));
        }

        var worn = 1 - (house.Look.Age * 0.4f * ValueNoise.Cloud(at.X * 0.3f, at.Y * 0.3f, at.Of.Seed));
        var paint = house.Door * worn;
        var lintel = at.Of.Height > 26 ? hole.Height * 0.24f : 0;
        var bar = Math.Clamp(at.Of.Width * 0.06f, 0.7f, 1.8f);
        if (hole.Above < lintel)
        {
            var glass = Glass.Shade(at.Of, 3, hole.Left / hole.Width, 0.2f, at.X, -depth, house, isCurtained: false);
            var rim = Pattern.Edge(bar - MathF.Min(hole.Inset, lintel - hole.Above), at.Pixel);
            var cross = MathF.Max(rim, Pattern.Line((at.U - 0.5f) * at.Of.Width, bar * 0.35f, at.Pixel));
            return new Surface(-depth + cross, Tone.Mix(glass.Color, paint, cross), glass.Gloss * (1 - cross), glass.Tilt, glass.Glow * (1 - cross));
        }

        return Leaf(at, hole, house, depth, lintel, bar, paint);
    }

    private static Surface Leaf(in Fragment at, in Recess hole, House house, float depth, float lintel, float bar, Vector3 paint)
    {
        var leaves = hole.Width > hole.Height * 1.3f ? 4 : hole.Width > 12 ? 2 : 1;
        var wide = hole.Width / leaves;
        var inLeaf = hole.Left - (MathF.Floor(hole.Left / wide) * wide);
        var side = MathF.Min(inLeaf, wide - inLeaf);
        var (y, high) = (hole.Above - lintel, hole.Height - lintel);
        var gap = Pattern.Line(MathF.Min(inLeaf, wide - inLeaf), 0.22f, at.Pixel);
        var frame = Pattern.Edge(bar - MathF.Min(hole.Inset, y), at.Pixel);
        var isGlazed = house.Look.Style == HouseStyle.Modern || at.Of.Chance(20) < 0.3f;
        var split = high * (isGlazed ? 0.68f : 0.45f);
        var inset = MathF.Min(side - (bar * 1.5f), y < split ? MathF.Min(y - (bar * 1.5f), split - y - bar) : MathF.Min(y - split - bar, high - y - (bar * 2)));
        var panel = Pattern.Edge(inset, at.Pixel);
        if (isGlazed && y < split && panel > 0.5f)
        {
            return Glass.Shade(at.Of, (int)(hole.Left / wide), hole.Left / hole.Width, y / high, at.X, -depth, house, isCurtained: false);
        }

        var wood = Cladding.Wood(paint, at.Y, at.X, 9, at.Pixel, at.Of.Seed);
        var height = -depth + (frame * 1.2f) + 0.5f - (panel * 0.5f) + (Pattern.Line(inset - 1, 0.5f, at.Pixel) * 0.6f) - (gap * 0.6f);
        var handle = leaves == 1 ? hole.Width * 0.85f : (hole.Width / 2) + bar;
        var (hx, hy) = (hole.Left - handle, y - (high * 0.58f));
        var knob = Pattern.Edge(0.75f - MathF.Max(MathF.Abs(hx), MathF.Abs(hy) * 0.5f), at.Pixel);
        return new Surface(height + knob, Tone.Mix(wood.Color * (1 - (gap * 0.7f)), new Vector3(0.42f, 0.34f, 0.18f), knob), 0.03f);
    }
}
