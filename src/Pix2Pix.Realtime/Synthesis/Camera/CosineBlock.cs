using System.Runtime.Intrinsics;

namespace Pix2Pix.Realtime.Synthesis.Camera;

/// <summary>The cosine transform of 8x8 blocks, with its rounding.</summary>
internal static class CosineBlock
{
    // One wave a row; and one place a row.
    private static readonly float[] Basis = MakeBasis();
    private static readonly float[] Turned = [.. Enumerable.Range(0, 64).Select(i => Basis[(i % 8 * 8) + (i / 8)])];

    // Cosines of n·π/16: written out, so that every machine has the same.
    private static ReadOnlySpan<float> Cosines => [1, 0.98078528f, 0.92387953f, 0.83146961f, 0.70710678f, 0.55557023f, 0.38268343f, 0.19509032f, 0];

    /// <summary>Transforms a block, rounds each coefficient to a multiple of its step, and transforms it back, in place.</summary>
    public static void Round(Span<float> block, ReadOnlySpan<float> steps)
    {
        Span<float> half = stackalloc float[64];
        Pass(block, half, Turned);
        Pass(half, block, Turned);
        for (var i = 0; i < 64; i++)
        {
            block[i] = MathF.Floor((block[i] / steps[i]) + 0.5f) * steps[i];
        }

        Pass(block, half, Basis);
        Pass(half, block, Basis);
    }

    /// <summary>Transforms the rows and turns the block: twice makes both directions and turns it back.</summary>
    private static void Pass(ReadOnlySpan<float> from, Span<float> to, ReadOnlySpan<float> basis)
    {
        for (var row = 0; row < 8; row++)
        {
            var sum = Vector256<float>.Zero;
            for (var j = 0; j < 8; j++)
            {
                sum += Vector256.Create(basis.Slice(j * 8, 8)) * from[(row * 8) + j];
            }

            for (var i = 0; i < 8; i++)
            {
                to[(i * 8) + row] = sum[i];
            }
        }
    }

    private static float[] MakeBasis()
    {
        var basis = new float[64];
        for (var u = 0; u < 8; u++)
        {
            for (var x = 0; x < 8; x++)
            {
                var turn = (2 * x + 1) * u % 32;
                turn = turn > 16 ? 32 - turn : turn;
                var cosine = turn <= 8 ? Cosines[turn] : -Cosines[16 - turn];
                basis[(u * 8) + x] = cosine * (u == 0 ? 0.35355339f : 0.5f);
            }
        }

        return basis;
    }
}
