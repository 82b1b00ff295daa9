using System.Numerics;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Elements;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>What is not the house: its roof, the neighbours, far roofs and trees, the street, the sky.</summary>
internal sealed class Backdrop(LabelMap labels, House house)
{
    private const float Depth = -14;

    private readonly RoofLine _roof = new(labels, house);
    private readonly Neighbour _left = new(house, isLeft: true), _right = new(house, isLeft: false);

    public Surface Shade(in Fragment at, int column)
    {
        var toGround = house.Storeys.GroundLine - at.Y;
        if (toGround < 0)
        {
            return Street.Shade(at, -toGround, house);
        }

        var eaves = _roof.EavesAt(column);
        if (at.Y < eaves && at.Y > _roof.ChimneyAt(column))
        {
            var isLevel = MathF.Abs(eaves - _roof.EavesAt(Math.Max(column - 1, 0))) < 0.2f * at.Pixel;
            return at.Y > _roof.RidgeAt(column) ? Roof(at, eaves, isLevel && eaves - _roof.RidgeAt(column) > 18) : Chimney(at);
        }

        return _left.Covers(at.X, at.Y) ? _left.Shade(at) : _right.Covers(at.X, at.Y) ? _right.Shade(at) : Far(at, toGround);
    }

    private Surface Roof(in Fragment at, float eaves, bool hasWindows)
    {
        var (rise, course) = (eaves - at.Y, Pattern.Stripes(at.Y, 1.8f, 0.5f, at.Pixel));
        var tile = ValueNoise.Cell((int)MathF.Floor(at.X / 1.6f), (int)MathF.Floor(at.Y / 1.8f), house.Salt + 111);
        var broad = ValueNoise.Cloud(at.X * 0.05f, at.Y * 0.05f, house.Salt + 112);
        var window = hasWindows && Pattern.Fraction(at.X, 30) is > 0.36f and < 0.64f && rise is > 6 and < 15 && house.Chance(113) < 0.2f;
        return window
            ? new Surface(-3, new Vector3(0.04f), 0.5f, new Vector2(0, 0.3f))
            : new Surface(-3 - (rise * 0.7f) + (course * 0.2f), house.Roof * (0.7f + (0.25f * tile) + (0.35f * broad) - (course * 0.3f)));
    }

    private Surface Chimney(in Fragment at)
    {
        var brick = Masonry.Brick(Tone.Linear(0.5f, 0.34f, 0.28f), at.X, at.Y, at.Pixel, house.Salt);
        return new Surface(-8 + brick.Bump, brick.Color);
    }

    /// <summary>Far roofs and trees under the sky. Their light is painted on them: they are out of the reach of shadows.</summary>
    private Surface Far(in Fragment at, float toGround)
    {
        var (look, light) = (house.Look, house.Light);
        var scale = 1 / house.Height;
        var horizon = house.Height * 0.3f;
        var sky = SkyView.At(at.X * scale, Tone.Clamp((toGround + 10 - (horizon * 0.4f)) * scale), look, light);
        var lit = (light.Sky * 0.8f) + (light.Sun * 0.28f);
        var haze = look.Weather is Weather.Fog ? 0.85f : look.Weather is Weather.Rain or Weather.Snow ? 0.5f : 0.32f;
        var tree = (ValueNoise.Cloud(at.X * 0.03f, 1, house.Salt + 141) * 58) + (ValueNoise.Cloud(at.X * 0.14f, at.Y * 0.1f, house.Salt + 142) * 26) - 14;
        if (toGround < tree)
        {
            var (leaf, small) = (ValueNoise.Cloud(at.X * 0.21f, at.Y * 0.21f, house.Salt + 143), ValueNoise.At(at.X * 1.1f, at.Y * 1.1f, house.Salt + 144));
            var shade = 0.35f + (1.0f * leaf) + (0.3f * (small - 0.5f)) - (0.3f * Tone.Clamp(1 - (toGround / 40)));
            return Painted(Tone.Mix(Fixtures.Foliage(look.Season, leaf, small) * lit * (shade * shade * 2), light.Horizon * 0.8f, haze * 0.3f));
        }

        // Two rows of roofs, the farther one paler.
        for (var row = 0; row < 2; row++)
        {
            var pitch = row == 0 ? 31 : 19;
            var (cell, across) = ((int)MathF.Floor(at.X / pitch), Pattern.Fraction(at.X, pitch));
            var shape = ValueNoise.Cell(cell, 147 + row, house.Salt);
            var slope = shape < 0.45f ? MathF.Abs(across - 0.5f) * 16 : shape < 0.7f ? MathF.Max(0, (MathF.Abs(across - 0.5f) - 0.3f) * 30) : 0;
            var roof = 26 + (row * 22) + (30 * ValueNoise.Cell(cell, 145 + row, house.Salt)) - slope;
            if (toGround < roof)
            {
                var isRoof = toGround > roof - 10 + (shape * 6);
                var tone = isRoof ? Tone.Mix(Tone.Linear(0.46f, 0.32f, 0.27f), Tone.Linear(0.36f, 0.36f, 0.38f), ValueNoise.Cell(cell, 149, house.Salt))
                    : Tone.Linear(0.72f, 0.67f, 0.58f) * (0.6f + (0.5f * ValueNoise.Cell(cell, 150, house.Salt)));
                var window = isRoof ? 0 : Pattern.Stripes(at.X, 5.5f, 2.2f, at.Pixel) * Pattern.Stripes(at.Y, 8.5f, 4.5f, at.Pixel);
                return Painted(Tone.Mix(tone * lit * (1 - (window * 0.6f)), light.Horizon * 0.85f, MathF.Min(0.95f, haze + (row * 0.22f))));
            }
        }

        return Painted(sky);
    }

    private static Surface Painted(Vector3 light) => new(Depth * 2, default, 0, default, light);
}
