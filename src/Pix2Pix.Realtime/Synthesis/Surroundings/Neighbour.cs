using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Elements;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>The house next door, on one side of a house that stands in its street: rows of windows in a plainer wall.</summary>
internal sealed class Neighbour
{
    private readonly House _house;
    private readonly Vector3 _wall, _trim;
    private readonly float _bay, _storey, _top, _edge;
    private readonly bool _isLeft;

    public Neighbour(House house, bool isLeft)
    {
        (_house, _isLeft) = (house, isLeft);
        var n = isLeft ? 500 : 520;
        IsThere = house.Storeys.IsStanding && house.Chance(n) > 0.2f;
        var tint = new Vector3(1.02f + (0.12f * house.Chance(n + 2)), 1, 1.02f - (0.38f * house.Chance(n + 3)));
        var pale = Tone.Linear(0.74f, 0.71f, 0.63f) * (0.45f + (0.6f * house.Chance(n + 1))) * tint;
        _wall = Tone.Mix(house.Wall, pale, 0.75f);
        _trim = Tone.Mix(_wall, Tone.Linear(0.84f, 0.82f, 0.76f), house.Chance(n + 4) * 0.6f);
        (_bay, _storey) = (21 + (9 * house.Chance(n + 5)), 40 + (14 * house.Chance(n + 6)));
        _top = MathF.Max(3, house.Storeys.Top + ((house.Chance(n + 7) - 0.4f) * 80));
        _edge = isLeft ? house.Storeys.Left : house.Storeys.Right;
    }

    public bool IsThere { get; }

    public bool Covers(float x, float y) => IsThere && y > _top && (_isLeft ? x < _edge : x > _edge);

    public Surface Shade(in Fragment at)
    {
        var texture = Coating.Stucco(_wall, at.X + 200, at.Y, at.Pixel, _house.Salt + 9, false);
        var dirt = 0.8f + (0.3f * ValueNoise.Cloud(at.X * 0.06f, at.Y * 0.03f, _house.Salt + 128));
        var wall = new Surface(-2 + texture.Bump, texture.Color * dirt);
        var down = at.Y - _top;
        if (down < 8)
        {
            return new Surface(-2 + Profile.Ledge(down, 8, 4), _trim * dirt);
        }

        var (along, toGround) = (MathF.Abs(at.X - _edge), _house.Storeys.GroundLine - at.Y);
        var storey = (int)((down - 8) / _storey);
        var y = (down - 8) - (storey * _storey);
        var x = MathF.Abs(Pattern.Fraction(along, _bay) - 0.5f) * _bay;
        if (y < 2.4f && storey > 0)
        {
            return new Surface(-2 + Profile.Ledge(y, 2.4f, 1.6f), _trim * dirt);
        }

        var half = _bay * 0.23f;
        var (head, sill) = (_storey * 0.26f, _storey * 0.8f);
        var inset = MathF.Min(half - x, MathF.Min(y - head, sill - y));
        if (y > sill && y < sill + 2 && x < half + 1.5f)
        {
            return new Surface(0, _trim * dirt);
        }

        return inset < -1.8f || toGround < 8 ? wall : Window(at, inset, x, y - head, sill - head, storey, along, wall, dirt);
    }

    private Surface Window(in Fragment at, float inset, float x, float y, float high, int storey, float along, Surface wall, float dirt)
    {
        if (inset < 0)
        {
            return new Surface(wall.Height + 0.7f, _trim * dirt);
        }

        var cross = MathF.Max(Pattern.Line(x, 0.6f, at.Pixel), Pattern.Line(y - (high * 0.3f), 0.5f, at.Pixel));
        var frame = MathF.Max(Pattern.Edge(1.2f - inset, at.Pixel), cross);
        var number = ((int)(along / _bay) * 8) + storey;
        var curtain = ValueNoise.Cell(number, 3, _house.Salt) < 0.4f ? 0.5f * ValueNoise.Cell(number, 4, _house.Salt) : 0;
        var tilt = new Vector2(ValueNoise.Cell(number, 1, _house.Salt) - 0.5f, (ValueNoise.Cell(number, 2, _house.Salt) - 0.5f) * 0.5f);
        var room = Tone.Mix(new Vector3(0.03f), new Vector3(0.4f, 0.38f, 0.33f), curtain);
        return new Surface(-5 + (frame * 0.7f), Tone.Mix(room, _house.Frame, frame), 0.16f * (1 - frame), tilt);
    }
}
