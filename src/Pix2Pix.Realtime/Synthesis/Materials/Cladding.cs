using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Materials;

/// <summary>Boards and sheets: wood and metal.</summary>
internal static class Cladding
{
    /// <summary>Boards that run along the first direction.</summary>
    /// <param name="along">From a fixed place, in the direction of the grain.</param>
    /// <param name="across">From a fixed place, across the boards.</param>
    /// <param name="board">A board's width.</param>
    public static Texture Wood(Vector3 color, float along, float across, float board, float pixel, uint salt)
    {
        var number = (int)MathF.Floor(across / board);
        var gap = Pattern.Stripes(across, board, MathF.Min(0.4f, board * 0.15f), pixel);
        var grain = ValueNoise.At(along * 0.12f, across * 2.2f, salt + (uint)(number & 7));
        var tone = 0.78f + (0.26f * ValueNoise.Cell(number, 1, salt)) + (0.22f * (grain - 0.5f));
        return new Texture(color * (tone * (1 - (gap * 0.6f))), (grain * 0.12f) - (gap * 0.5f));
    }

    /// <summary>Sheets with standing seams.</summary>
    public static Texture Metal(Vector3 color, float x, float y, float pixel, uint salt)
    {
        const float Wide = 13, High = 52;
        var number = (int)MathF.Floor(x / Wide);
        var sheet = ValueNoise.Cell(number, (int)MathF.Floor(y / High), salt);
        var (seam, joint) = (Pattern.Stripes(x, Wide, 0.6f, pixel), Pattern.Stripes(y + (number % 3 * 17), High, 0.5f, pixel));
        var dent = ValueNoise.Cloud(x * 0.09f, y * 0.06f, salt);
        return new Texture(color * (0.86f + (sheet * 0.16f) - (joint * 0.3f) + ((dent - 0.5f) * 0.1f)), (seam * 0.5f) + (dent * 0.9f) - (joint * 0.3f), 0.09f);
    }
}
