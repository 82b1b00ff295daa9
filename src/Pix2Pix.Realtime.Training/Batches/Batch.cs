using Pix2Pix.Realtime.Data;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Batches;

/// <summary>The pairs of one step in memory.</summary>
/// <param name="Pairs">How many.</param>
/// <param name="Input"><c>[N,C,H,W] float32, -1..1</c>.</param>
/// <param name="Target"><c>[N,C,H,W] float32, -1..1</c>.</param>
/// <param name="Style">Of the targets, normalised: <c>[N,K] float32</c>; empty = the run has none.</param>
internal sealed record Batch(int Pairs, float[] Input, float[] Target, float[] Style)
{
    /// <summary>Decodes some pairs of a source into one batch.</summary>
    /// <param name="style">Measures them; null = the run has no style.</param>
    public static Batch Load(IPairSource source, IReadOnlyList<(int Index, ulong? Augmentation)> pairs, RunStyle? style = null)
    {
        var area = source.Size * source.Size;
        var (inputCount, targetCount) = (source.InputChannels * area, source.TargetChannels * area);
        var batch = new Batch(pairs.Count, new float[pairs.Count * inputCount], new float[pairs.Count * targetCount], new float[pairs.Count * (style?.Count ?? 0)]);
        for (var i = 0; i < pairs.Count; i++)
        {
            var input = batch.Input.AsSpan(i * inputCount, inputCount);
            var target = batch.Target.AsSpan(i * targetCount, targetCount);
            source.Load(pairs[i].Index, pairs[i].Augmentation, input, target);
            style?.Measure(input, target, source.LookOf(pairs[i].Index, pairs[i].Augmentation), pairs[i].Augmentation, batch.Style.AsSpan(i * style.Count, style.Count));
        }

        return batch;
    }

    /// <summary>The style as a tensor in the current dispose scope; null = the run has none.</summary>
    public Tensor? StyleTensor(Device device) => Style.Length == 0 ? null : tensor(Style, [Pairs, Style.Length / Pairs], device: device);

    /// <summary>Both as tensors in the current dispose scope.</summary>
    public (Tensor Input, Tensor Target) ToTensors(IPairSource source, Device device) => (
        tensor(Input, [Pairs, source.InputChannels, source.Size, source.Size], device: device),
        tensor(Target, [Pairs, source.TargetChannels, source.Size, source.Size], device: device));
}
