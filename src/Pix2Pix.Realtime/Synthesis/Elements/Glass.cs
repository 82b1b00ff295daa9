using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>A pane and what one sees through it: a dark room, curtains, blinds, a lamp.</summary>
internal static class Glass
{
    private static readonly Vector3 Lamp = new(1, 0.62f, 0.28f);

    /// <param name="room">The window that the pane belongs to: all its panes show one room.</param>
    /// <param name="pane">The pane's number in its window.</param>
    /// <param name="u">0..1 across the window.</param>
    /// <param name="v">0..1 down the window.</param>
    /// <param name="x">Place in the picture, in units.</param>
    /// <param name="height">Of the pane, in units.</param>
    /// <param name="house">Light and look.</param>
    /// <param name="isCurtained">Whether people hang cloth behind such glass: not in a door.</param>
    public static Surface Shade(Region room, int pane, float u, float v, float x, float height, House house, bool isCurtained = true)
    {
        var night = house.Light.Night;
        var (color, cloth) = Room(room, u, v, x, house, isCurtained);
        var isLit = room.Chance(8) < (night > 0 ? 0.5f * night : 0.02f);
        var warm = Tone.Mix(Lamp, new Vector3(1, 0.9f, 0.7f), room.Chance(9));
        var glow = isLit ? warm * ((0.5f + (0.7f * Tone.Hump(Tone.Clamp(u))) - (v * 0.25f)) * (0.35f + (cloth * 0.5f)) * (0.3f - (0.12f * night))) : default;
        var tilt = new Vector2(room.Chance(40 + pane) - 0.5f, room.Chance(60 + pane) - 0.5f);
        var wave = new Vector2(ValueNoise.At(x * 0.16f, v * 2.4f, room.Seed) - 0.5f, ValueNoise.At(x * 0.13f, v * 2, room.Seed + 1) - 0.5f);
        var gloss = (0.15f + (0.45f * room.Chance(10) * room.Chance(10))) * (1 - (0.55f * cloth));
        return new Surface(height, color, gloss, (tilt * 0.5f) + (wave * new Vector2(0.03f, 0.06f)), glow);
    }

    /// <summary>The colour behind the glass, and how much of it is cloth.</summary>
    private static (Vector3 Color, float Cloth) Room(Region room, float u, float v, float x, House house, bool isCurtained)
    {
        var depth = ValueNoise.Cloud(u * 2.3f, v * 2.1f, room.Seed + 2);
        var dark = new Vector3(0.017f, 0.019f, 0.023f) + (new Vector3(0.052f, 0.05f, 0.048f) * (depth * depth * Tone.Ramp(0.2f, 1, 1 - v)));
        var white = Tone.Mix(new Vector3(0.5f, 0.49f, 0.45f), new Vector3(0.42f, 0.36f, 0.26f), room.Chance(11)) * (0.35f + (0.6f * room.Chance(12)));
        var fold = 0.62f + (0.38f * ValueNoise.At((x * 0.85f) + (v * 0.6f), v * 0.4f, room.Seed + 3));
        var side = MathF.Min(u, 1 - u);
        var kind = isCurtained ? room.Chance(13) : 0;
        var share = kind switch
        {
            < 0.36f => 0,
            < 0.55f => 0.9f * Tone.Ramp(0.3f, 0.2f, side + ((v - 0.5f) * 0.08f)),
            < 0.68f => 0.5f + (0.25f * room.Chance(14)),
            < 0.77f => v > 0.42f + (room.Chance(14) * 0.2f) ? 0.8f : 0.02f,
            < 0.9f => v < 0.1f + (room.Chance(14) * 0.6f) ? 0.95f : 0,
            _ => (0.35f + (0.6f * Pattern.Stripes(v * room.Height, 1.3f, 0.8f, house.Pixel))) * (v < 0.4f + room.Chance(14) ? 1 : 0),
        };
        var isFlat = kind is >= 0.77f and < 0.9f;
        return (Tone.Mix(dark, white * (isFlat ? 0.95f : fold) * (1 - (v * 0.3f)), share), share);
    }
}
