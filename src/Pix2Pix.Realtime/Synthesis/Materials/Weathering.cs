using System.Numerics;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Materials;

/// <summary>What years and rain do to a wall: soot under ledges, streaks, splashed bases, repairs, places where the coat is gone.</summary>
internal static class Weathering
{
    private static readonly Vector3 Soot = new(0.10f, 0.095f, 0.085f);
    private static readonly Vector3 Moss = new(0.13f, 0.14f, 0.08f);

    public static Texture Wall(Texture texture, in Fragment at, House house)
    {
        var age = house.Look.Age;
        var (x, y, salt) = (at.X, at.Y, house.Salt);
        var color = texture.Color;
        var bump = texture.Bump;
        var broad = ValueNoise.At(x * 0.022f, y * 0.016f, salt + 41) * 0.7f + (ValueNoise.At(x * 0.07f, y * 0.05f, salt + 42) * 0.3f);
        if (house.Look.Material is WallMaterial.Stucco or WallMaterial.Plaster)
        {
            color = Repair(color, x, y, age, salt);
            var loose = age < 0.55f ? 0 : ValueNoise.Cloud(x * 0.05f, y * 0.06f, salt + 43) + (0.1f * (y / house.Height));
            var gone = Tone.Ramp(0.86f - (age * 0.14f), 0.9f - (age * 0.14f), loose) * Tone.Ramp(0.55f, 0.8f, age);
            if (gone > 0)
            {
                var brick = Masonry.Brick(new Vector3(0.3f, 0.16f, 0.1f), x, y, at.Pixel, salt);
                (color, bump) = (Tone.Mix(color, brick.Color, gone), Tone.Mix(bump, brick.Bump - 0.6f, gone));
            }
        }

        var soot = (Streaks(at, salt) * (0.12f + (0.55f * age))) + (Tone.Ramp(0.35f, 0.75f, broad) * (0.06f + (0.3f * age * age)));
        color = Tone.Mix(color, Soot * 1.6f, Tone.Clamp(soot));
        var toGround = house.Storeys.GroundLine - y;
        if (toGround < 26)
        {
            var splash = 1 - Tone.Clamp(toGround / (10 + (16 * ValueNoise.At(x * 0.09f, 3, salt))));
            color = Tone.Mix(color, Tone.Mix(Soot, Moss, ValueNoise.At(x * 0.03f, 9, salt)), splash * splash * (0.25f + (0.4f * age)));
        }

        return texture with { Color = color, Bump = bump };
    }

    /// <summary>Ledges catch soot on their tops and are washed pale or dark below.</summary>
    public static Vector3 Ledge(Vector3 color, in Fragment at, House house)
    {
        var streak = ValueNoise.At(at.X * 0.5f, at.Y * 0.06f, house.Salt + 44);
        var grain = ValueNoise.Cloud(at.X * 0.4f, at.Y * 0.4f, house.Salt + 45) - 0.5f;
        var soot = house.Look.Age * ((0.12f + (0.5f * Tone.Ramp(0.45f, 0.9f, streak))) * (0.4f + (0.6f * at.V)));
        return Tone.Mix(color * (1 + (grain * 0.16f)), Soot * 1.5f, soot * 0.7f);
    }

    private static float Streaks(in Fragment at, uint salt)
    {
        if (at.Roof is null or FacadeClass.Background)
        {
            return 0;
        }

        var wide = at.Roof is FacadeClass.Window ? 0.7f : 1;
        if (at.Above > 50)
        {
            return 0;
        }

        var reach = 10 + (40 * ValueNoise.At(at.X * 0.25f, 1, salt + 46));
        var fall = 1 - Tone.Clamp(at.Above / reach);
        var streak = Tone.Ramp(0.3f, 0.85f, ValueNoise.At(at.X * 0.8f, at.Y * 0.012f, salt + 47));
        return ((streak * 0.8f) + 0.25f) * fall * fall * wide;
    }

    private static Vector3 Repair(Vector3 color, float x, float y, float age, uint salt)
    {
        const float Cell = 46;
        var (column, row) = ((int)MathF.Floor(x / Cell), (int)MathF.Floor(y / Cell));
        if (ValueNoise.Cell(column, row, salt + 48) > age * 0.3f)
        {
            return color;
        }

        var (wide, high) = (6 + (14 * ValueNoise.Cell(column, row, salt + 49)), 4 + (14 * ValueNoise.Cell(column, row, salt + 50)));
        var wobble = (ValueNoise.At(x * 0.25f, y * 0.25f, salt) - 0.5f) * 5;
        var inside = MathF.Min(wide - MathF.Abs(x - ((column + 0.5f) * Cell)), high - MathF.Abs(y - ((row + 0.5f) * Cell))) + wobble;
        var grey = new Vector3(Tone.Luminance(color));
        return Tone.Mix(color, Tone.Mix(color, grey, 0.6f) * (0.8f + (0.45f * ValueNoise.Cell(column, row, salt + 51))), Tone.Ramp(0, 1, inside) * 0.6f);
    }
}
