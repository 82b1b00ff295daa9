using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Materials;

/// <summary>Walls of laid pieces: bricks, blocks of stone, glazed tiles.</summary>
internal static class Masonry
{
    public static Texture Brick(Vector3 color, float x, float y, float pixel, uint salt)
    {
        const float Course = 1.9f, Length = 5.4f, Joint = 0.34f;
        var row = MathF.Floor(y / Course);
        var shifted = x + ((int)row % 2 * (Length / 2)) + (ValueNoise.Cell((int)row, 5, salt) * 0.4f);
        var tone = ValueNoise.Cell((int)MathF.Floor(shifted / Length), (int)row, salt);
        var burnt = tone > 0.88f ? 0.72f : tone < 0.06f ? 1.16f : 0.88f + (tone * 0.24f);
        var joint = 1 - ((1 - Pattern.Stripes(y, Course, Joint, pixel)) * (1 - Pattern.Stripes(shifted, Length, Joint, pixel)));
        var area = 0.82f + (0.36f * ValueNoise.Cloud(x * 0.03f, y * 0.03f, salt));
        var brick = color * (burnt * area) * new Vector3(1, 0.95f + (tone * 0.12f), 0.84f + (tone * 0.16f));
        var mortar = Tone.Mix(new Vector3(0.34f, 0.29f, 0.22f), color, 0.4f);
        return new Texture(Tone.Mix(brick, mortar, joint), 0.22f * (1 - joint) + (0.12f * ValueNoise.At(x * 1.7f, y * 1.7f, salt)));
    }

    /// <param name="course">The height of a block, in units.</param>
    /// <param name="relief">How deep the joints are: 0.3 for ashlar, 1 and more for rustication.</param>
    public static Texture Stone(Vector3 color, float x, float y, float pixel, uint salt, float course, float relief)
    {
        var row = (int)MathF.Floor(y / course);
        var length = course * (1.6f + (ValueNoise.Cell(row, 9, salt) * 0.9f));
        var shifted = x + (row % 2 * length / 2) + (ValueNoise.Cell(row, 3, salt) * course);
        var block = ValueNoise.Cell((int)MathF.Floor(shifted / length), row, salt);
        var width = relief > 0.6f ? 1 : 0.45f;
        var joint = 1 - ((1 - Pattern.Stripes(y, course, width, pixel)) * (1 - Pattern.Stripes(shifted, length, width, pixel)));
        var grain = ValueNoise.Cloud(x * 0.55f, y * 0.55f, salt);
        var tint = new Vector3(1 + ((block - 0.5f) * 0.06f), 1, 1 - ((block - 0.5f) * 0.08f));
        var tone = 0.84f + (block * 0.18f) + ((grain - 0.5f) * 0.26f);
        return new Texture(color * tint * (tone * (1 - (joint * 0.3f))), (relief * (1 - joint)) + (grain * 0.5f));
    }

    public static Texture Tiles(Vector3 color, float x, float y, float pixel, uint salt)
    {
        const float Side = 3.2f, Joint = 0.3f;
        var (column, row) = ((int)MathF.Floor(x / Side), (int)MathF.Floor(y / Side));
        var joint = 1 - ((1 - Pattern.Stripes(x, Side, Joint, pixel)) * (1 - Pattern.Stripes(y, Side, Joint, pixel)));
        var tone = 0.88f + (0.2f * ValueNoise.Cell(column, row, salt)) + (0.16f * (ValueNoise.At(x * 0.08f, y * 0.08f, salt) - 0.5f));
        return new Texture(Tone.Mix(color * tone, new Vector3(0.5f, 0.48f, 0.44f), joint * 0.8f), 0.15f * (1 - joint), 0.05f * (1 - joint));
    }
}
