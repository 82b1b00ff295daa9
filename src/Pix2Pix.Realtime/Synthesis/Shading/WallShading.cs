using System.Numerics;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>The wall: scored stucco or brick, a coping where it meets the sky, a plinth where it meets the street, the traces of rain.</summary>
/// <remarks>Courses count from the picture's corner, in powers of two: what a network of strided convolutions can learn to the pixel.</remarks>
internal static class WallShading
{
    private const int Coping = 4;
    private const int Plinth = 7;

    private static readonly Vector3 Granite = Tone.Of(0.62f, 0.57f, 0.51f);

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        if (at.Roof == FacadeClass.Background && at.Above < Coping)
        {
            return style.Stone * (at.Above == 0 ? 1.06f : at.Above == Coping - 1 ? 0.6f : 0.92f);
        }

        var grain = (ValueNoise.Cloud(at.X * 0.2f, at.Y * 0.2f, style.Salt) - 0.5f) * 0.07f;
        if (at.Floor == FacadeClass.Background && at.Below < Plinth)
        {
            return Granite * ((at.Below == Plinth - 1 ? 1.22f : at.Below == 0 ? 0.7f : 1) + grain);
        }

        var light = 1.02f + grain + Course(at, style) - Rain(at, style) - (at.Right == 0 ? 0.16f : at.Left == 0 ? 0.05f : 0);
        return style.Wall * light;
    }

    /// <summary>Brick has a course every 4 pixels, ashlar and stucco scored like it every 8; every other course is shifted by half a block.</summary>
    private static float Course(in Fragment at, FacadeStyle style)
    {
        var height = style.Brick ? 4 : 8;
        var (course, width) = (at.Y / height, style.Brick ? 8 : 16);
        var shifted = at.X + (course % 2 * (width / 2));
        var block = ValueNoise.Cell(shifted / width, course, style.Salt) - 0.5f;
        var joint = at.Y % height == height - 1 || shifted % width == width - 1;
        return (joint ? -0.12f * style.Joints : at.Y % height == 0 ? 0.04f * style.Joints : 0) + (block * style.Mottle * 2);
    }

    /// <summary>Dirt that runs down from sills and mouldings.</summary>
    private static float Rain(in Fragment at, FacadeStyle style)
    {
        if (at.Roof is null or FacadeClass.Background)
        {
            return 0;
        }

        var streak = ValueNoise.At(at.X * 0.35f, at.Y * 0.02f, unchecked(style.Salt + 7));
        return style.Weather * Tone.Ramp(0.45f, 0.9f, streak) * 0.13f * (1 - Tone.Clamp(at.Above / 36f));
    }
}
