using System.Numerics;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Optimizers;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Ranks;

/// <summary>
/// Makes every rank's gradients the mean of all ranks', in float32 and the same bits everywhere: then each rank makes the same update, and the weights stay the same.
/// Large gradients are summed where they lie, small ones together in one bucket. Thread contract: the training thread.
/// </summary>
internal sealed unsafe class GradientExchange(IRanks ranks)
{
    /// <summary>Values of one message: large enough that its latency counts for nothing, small enough to be scaled while it is in a core's cache.</summary>
    public const int Message = 1 << 18;

    /// <summary>Gradients of fewer values share a message.</summary>
    private const int Small = 1 << 14;

    private readonly float[] _bucket = GC.AllocateUninitializedArray<float>(Message, pinned: true);
    private readonly List<Piece> _held = [];
    private int _filled;

    /// <summary>Averages all gradients that an optimizer is about to use.</summary>
    public void Average(Adam optimizer)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var (weight, gradient) in optimizer.Gradients)
        {
            if (TensorMemory.LieAlike(weight, gradient))
            {
                Add(new Piece(TensorMemory.Address(gradient), (int)gradient.numel()));
                continue;
            }

            // A GPU's values, or an order that may be another one on another rank.
            var plain = gradient.cpu().contiguous().clone();
            Mean(new Piece(TensorMemory.Address(plain), (int)plain.numel()));
            gradient.copy_(plain);
        }

        Empty();
    }

    private void Add(Piece piece)
    {
        if (piece.Count >= Small)
        {
            Mean(piece);
            return;
        }

        if (_filled + piece.Count > Message)
        {
            Empty();
        }

        piece.Values.CopyTo(_bucket.AsSpan(_filled));
        _filled += piece.Count;
        _held.Add(piece);
    }

    private void Empty()
    {
        fixed (float* bucket = _bucket)
        {
            Mean(new Piece(bucket, _filled));
        }

        var start = 0;
        foreach (var piece in _held)
        {
            _bucket.AsSpan(start, piece.Count).CopyTo(piece.Values);
            start += piece.Count;
        }

        _held.Clear();
        _filled = 0;
    }

    private void Mean(Piece piece)
    {
        for (var start = 0; start < piece.Count; start += Message)
        {
            var count = Math.Min(Message, piece.Count - start);
            ranks.Sum(piece.First + start, count);
            Scale(piece.First + start, count, 1f / ranks.Count);
        }
    }

    private static void Scale(float* values, int count, float factor)
    {
        var i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            (Vector.Load(values + i) * factor).Store(values + i);
        }

        for (; i < count; i++)
        {
            values[i] *= factor;
        }
    }

    private readonly struct Piece(float* first, int count)
    {
        public readonly float* First = first;
        public readonly int Count = count;

        public Span<float> Values => new(First, Count);
    }
}
