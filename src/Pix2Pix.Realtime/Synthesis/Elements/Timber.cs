using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>The frame of a half-timbered house: beams where windows begin and end, posts beside them and in regular bays, braces between.</summary>
internal static class Timber
{
    private const float Bay = 26;
    private const float Half = 1.5f;

    public static Surface On(Surface wall, in Fragment at, House house)
    {
        var toBeam = house.Storeys.ToBeam(at.Y);
        var bay = (at.X / Bay) - MathF.Floor(at.X / Bay);
        var toPost = MathF.Abs(bay - 0.5f) * Bay;
        var wobble = (ValueNoise.At(at.X * 0.06f, at.Y * 0.06f, house.Salt) - 0.5f) * 1.2f;
        var frame = Pattern.Edge((Half * 2) - at.Opening, at.Pixel);
        var beam = MathF.Max(Pattern.Edge(Half - toBeam + wobble, at.Pixel), frame);
        var post = Pattern.Edge(Half - toPost + wobble, at.Pixel);
        var isBraced = ValueNoise.Cell((int)MathF.Floor(at.X / Bay), (int)(at.Y / 34), house.Salt + 61) < 0.35f;
        var toBrace = MathF.Abs(((bay - 0.5f) * Bay) - ((Pattern.Fraction(at.Y, 34) - 0.5f) * 26)) * 0.7f;
        var brace = isBraced ? Pattern.Edge((Half * 0.9f) - toBrace, at.Pixel) : 0;
        var share = MathF.Max(beam, MathF.Max(post, brace));
        var isPost = post > beam;
        var color = Tone.Mix(new Vector3(0.022f, 0.018f, 0.016f), new Vector3(0.09f, 0.05f, 0.03f), house.Chance(62));
        var wood = Cladding.Wood(color, isPost ? at.Y : at.X, isPost ? at.X : at.Y, 2.9f, at.Pixel, house.Salt);
        return new Surface(Tone.Mix(wall.Height - 0.3f, 0.5f + (wood.Bump * 2), share), Tone.Mix(wall.Color, wood.Color, share));
    }
}
