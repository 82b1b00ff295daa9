using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Ranks;

/// <summary>A number that is the same on all ranks as long as their weights are, bit by bit.</summary>
internal static class WeightsChecksum
{
    private const uint Factor = 0x01000193;

    /// <summary>Asserts that all ranks hold the same weights.</summary>
    /// <param name="step">For the message.</param>
    /// <exception cref="UserException">They differ: a machine computes otherwise than the others, or its memory is damaged.</exception>
    public static void Assert(IRanks ranks, IEnumerable<Tensor> weights, long step)
    {
        var own = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(own, weights.Aggregate(0u, (sum, weight) => unchecked((sum * Factor) + Of(weight))));
        var all = ranks.Gather(own);
        ranks.Together(() => own.AsSpan().SequenceEqual(all[0])
            ? 0
            : throw new UserException(RanksTexts.WeightsDiffer(step)));
    }

    private static uint Of(Tensor weight)
    {
        var checksum = 0u;
        TensorMemory.Read(weight, values => checksum = Of(MemoryMarshal.Cast<float, uint>(values)));
        return checksum;
    }

    /// <summary>Vectors of one width on every machine, or the same bits would have several checksums.</summary>
    private static uint Of(ReadOnlySpan<uint> values)
    {
        var lanes = Vector256<uint>.Zero;
        while (values.Length >= Vector256<uint>.Count)
        {
            lanes = (lanes * Factor) + Vector256.Create(values);
            values = values[Vector256<uint>.Count..];
        }

        var sum = 0u;
        for (var i = 0; i < Vector256<uint>.Count; i++)
        {
            sum = unchecked((sum * Factor) + lanes[i]);
        }

        foreach (var value in values)
        {
            sum = unchecked((sum * Factor) + value);
        }

        return sum;
    }
}
