using System.Runtime.Intrinsics;

namespace Pix2Pix.Realtime.Synthesis.Fields;

/// <summary>Smooth noise from hashed lattice points: a function of place alone, equal on every machine.</summary>
internal static class ValueNoise
{
    private const uint ColumnFactor = 0x8DA6B343, RowFactor = 0xD8163841, SaltFactor = 0xCB1AB31F, FirstMix = 0x2C1B3C6D, SecondMix = 0x297A2D39;

    /// <summary>One lattice point's value, 0..1.</summary>
    public static float Cell(int x, int y, uint salt) => (Hash(x, y, salt) >> 8) * (1f / (1 << 24));

    public static uint Hash(int x, int y, uint salt)
    {
        unchecked
        {
            var h = ((uint)x * ColumnFactor) ^ ((uint)y * RowFactor) ^ (salt * SaltFactor);
            h = (h ^ (h >> 15)) * FirstMix;
            h = (h ^ (h >> 12)) * SecondMix;
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
        var corners = Corners(ix, iy, salt);
        return Tone.Mix(Tone.Mix(corners[0], corners[1], u), Tone.Mix(corners[2], corners[3], u), v);
    }

    /// <summary>The values of a lattice point, its right neighbour, and the two below them: <see cref="Cell"/> four times at once.</summary>
    private static Vector128<float> Corners(int x, int y, uint salt)
    {
        unchecked
        {
            var (left, upper) = ((uint)x * ColumnFactor, ((uint)y * RowFactor) ^ (salt * SaltFactor));
            var (right, lower) = (left + ColumnFactor, (((uint)y + 1) * RowFactor) ^ (salt * SaltFactor));
            var h = Vector128.Create(left, right, left, right) ^ Vector128.Create(upper, upper, lower, lower);
            h = (h ^ (h >>> 15)) * FirstMix;
            h = (h ^ (h >>> 12)) * SecondMix;
            return Vector128.ConvertToSingle(((h ^ (h >>> 15)) >>> 8).AsInt32()) * (1f / (1 << 24));
        }
    }

    /// <summary>Three octaves, each at double frequency and half weight; 0..1.</summary>
    public static float Cloud(float x, float y, uint salt) =>
        ((At(x, y, salt) * 4) + (At(x * 2, y * 2, unchecked(salt + 1)) * 2) + At(x * 4, y * 4, unchecked(salt + 2))) / 7;
}
