using Pix2Pix.Realtime.Data;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Batches;

/// <summary>The pairs of one step in memory.</summary>
/// <param name="Pairs">How many.</param>
/// <param name="Input"><c>[N,C,H,W] float32, -1..1</c>.</param>
/// <param name="Target"><c>[N,C,H,W] float32, -1..1</c>.</param>
internal sealed record Batch(int Pairs, float[] Input, float[] Target)
{
    /// <summary>Decodes some pairs of a source into one batch.</summary>
    public static Batch Load(IPairSource source, IReadOnlyList<(int Index, ulong? Augmentation)> pairs)
    {
        var area = source.Size * source.Size;
        var (inputCount, targetCount) = (source.InputChannels * area, source.TargetChannels * area);
        var batch = new Batch(pairs.Count, new float[pairs.Count * inputCount], new float[pairs.Count * targetCount]);
        for (var i = 0; i < pairs.Count; i++)
        {
            source.Load(
                pairs[i].Index, pairs[i].Augmentation,
                batch.Input.AsSpan(i * inputCount, inputCount), batch.Target.AsSpan(i * targetCount, targetCount));
        }

        return batch;
    }

    /// <summary>Both as tensors in the current dispose scope.</summary>
    public (Tensor Input, Tensor Target) ToTensors(IPairSource source, Device device) => (
        tensor(Input, [Pairs, source.InputChannels, source.Size, source.Size], device: device),
        tensor(Target, [Pairs, source.TargetChannels, source.Size, source.Size], device: device));
}
