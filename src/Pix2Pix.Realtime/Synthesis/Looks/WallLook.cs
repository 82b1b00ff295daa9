using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>The wall: stucco, brick or ashlar on one grid of courses, with the traces of rain.</summary>
/// <remarks>Courses count from the picture's corner, in powers of two: what a network of strided convolutions can learn to the pixel.</remarks>
internal static class WallLook
{
    private const int CourseHeight = 8;
    private const int BlockWidth = 16;

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var course = at.Y / CourseHeight;
        var shifted = at.X + (course % 2 * (BlockWidth / 2));
        var (inCourse, inBlock) = (at.Y % CourseHeight, shifted % BlockWidth);
        var block = ValueNoise.Cell(shifted / BlockWidth, course, style.Salt) - 0.5f;
        var light = 1 + (block * style.Mottle * 2);
        light -= inCourse == CourseHeight - 1 || inBlock == BlockWidth - 1 ? 0.13f * style.Courses : 0;
        light += inCourse == 0 ? 0.05f * style.Courses : 0;
        light += (ValueNoise.Cloud(at.X * 0.2f, at.Y * 0.2f, style.Salt) - 0.5f) * 0.06f;
        light -= Rain(at, style);
        light -= at.Left == 0 || at.Right == 0 ? 0.06f : 0;
        return style.Wall * light;
    }

    /// <summary>Dirt that runs down from whatever is above.</summary>
    private static float Rain(in Fragment at, FacadeStyle style)
    {
        var streak = ValueNoise.At(at.X * 0.35f, at.Y * 0.02f, style.Salt + 7);
        return style.Weather * Tone.Ramp(0.55f, 0.9f, streak) * 0.10f * (1 - Tone.Clamp(at.Above / 40f));
    }
}
