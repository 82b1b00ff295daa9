namespace Pix2Pix.Realtime.Synthesis.Fields;

/// <summary>Smooth noise from hashed lattice points: a function of place alone, equal on every machine.</summary>
internal static class ValueNoise
{
    /// <summary>One lattice point's value, 0..1.</summary>
    public static float Cell(int x, int y, uint salt) => (Hash(x, y, salt) >> 8) * (1f / (1 << 24));

    public static uint Hash(int x, int y, uint salt)
    {
        unchecked
        {
            var h = ((uint)x * 0x8DA6B343) ^ ((uint)y * 0xD8163841) ^ (salt * 0xCB1AB31F);
            h = (h ^ (h >> 15)) * 0x2C1B3C6D;
            h = (h ^ (h >> 12)) * 0x297A2D39;
            return h ^ (h >> 15);
        }
    }

    /// <summary>Interpolated between lattice points one unit apart; 0..1.</summary>
    public static float At(float x, float y, uint salt)
    {
        var (fx, fy) = (MathF.Floor(x), MathF.Floor(y));
        var (ix, iy) = ((int)fx, (int)fy);
        var (u, v) = (x - fx, y - fy);
        (u, v) = (u * u * (3 - (2 * u)), v * v * (3 - (2 * v)));
        var top = Tone.Mix(Cell(ix, iy, salt), Cell(ix + 1, iy, salt), u);
        var bottom = Tone.Mix(Cell(ix, iy + 1, salt), Cell(ix + 1, iy + 1, salt), u);
        return Tone.Mix(top, bottom, v);
    }

    /// <summary>Three octaves, each at double frequency and half weight; 0..1.</summary>
    public static float Cloud(float x, float y, uint salt) =>
        ((At(x, y, salt) * 4) + (At(x * 2, y * 2, unchecked(salt + 1)) * 2) + At(x * 4, y * 4, unchecked(salt + 2))) / 7;
}
