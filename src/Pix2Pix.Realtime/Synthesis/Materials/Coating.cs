using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Materials;

/// <summary>Walls of one piece: stucco, plaster, concrete.</summary>
internal static class Coating
{
    public static Texture Stucco(Vector3 color, float x, float y, float pixel, uint salt, bool isScored)
    {
        var (broad, fine) = (ValueNoise.Cloud(x * 0.035f, y * 0.03f, salt), ValueNoise.At(x * 1.1f, y * 1.1f, salt + 3));
        var tone = 0.93f + (broad * 0.14f) + ((fine - 0.5f) * 0.06f);
        var line = isScored ? Pattern.Stripes(y, 10, 0.55f, pixel) : 0;
        return new Texture(color * (tone * (1 - (line * 0.12f))), (fine * 0.14f) - (line * 0.45f));
    }

    /// <summary>Laid on by hand: uneven, with trowel marks.</summary>
    public static Texture Plaster(Vector3 color, float x, float y, uint salt)
    {
        var (broad, marks) = (ValueNoise.Cloud(x * 0.05f, y * 0.05f, salt), ValueNoise.Cloud(x * 0.22f, y * 0.3f, salt + 7));
        return new Texture(color * (0.88f + (broad * 0.16f) + (marks * 0.1f)), (marks * 0.9f) + (0.12f * ValueNoise.At(x * 1.5f, y * 1.5f, salt)));
    }

    /// <summary>Cast in panels, with the marks of its formwork.</summary>
    public static Texture Concrete(Vector3 color, float x, float y, float pixel, uint salt)
    {
        const float Wide = 44, High = 29;
        var joint = 1 - ((1 - Pattern.Stripes(x, Wide, 0.6f, pixel)) * (1 - Pattern.Stripes(y, High, 0.6f, pixel)));
        var panel = ValueNoise.Cell((int)MathF.Floor(x / Wide), (int)MathF.Floor(y / High), salt);
        var board = ValueNoise.Cell((int)MathF.Floor(y / 4.8f), 2, salt) - 0.5f;
        var stain = ValueNoise.Cloud(x * 0.06f, y * 0.025f, salt + 2);
        var (hx, hy) = (MathF.Abs(Pattern.Fraction(x + 5, Wide / 2) - 0.5f) * Wide / 2, MathF.Abs(Pattern.Fraction(y, High / 2) - 0.5f) * High / 2);
        var hole = Pattern.Edge(0.55f - MathF.Max(hx, hy), pixel);
        var tone = 0.86f + (panel * 0.08f) + (board * 0.05f) + (stain * 0.2f) - (hole * 0.35f) - (joint * 0.3f);
        return new Texture(color * tone, (0.1f * ValueNoise.At(x * 1.2f, y * 1.2f, salt)) - (joint * 0.5f) - (hole * 0.4f));
    }
}
