using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>
/// Keeps transposed convolutions from drawing a lattice where there is nothing: of a kernel of 4 and stride 2 each output pixel reads every second weight, so there are four kinds of pixels, and
/// where their weights have other sums, a flat area comes out as a pattern of two pixels. With equal sums flat areas stay flat (Sugawara et al. 2019, "Checkerboard artifacts
/// free convolutional neural networks"). The finest levels draw the lattices of 2, 4, 8, ... pixels. What isn't flat may still be answered by a pattern. Stateless; the training thread.
/// </summary>
internal static class EvenPhases
{
    private const int Stride = 2;

    /// <summary>Moves the weights of the finest levels to the nearest ones whose four sums are equal, for each pair of channels.</summary>
    /// <param name="generator">Where it has no transposed convolutions, nothing changes.</param>
    /// <param name="levels">How many of its transposed convolutions, the finest first.</param>
    public static void Apply(GeneratorNetwork generator, int levels)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        foreach (var layer in generator.Layers.Where(layer => layer.Convolution.Shape.Transposed).Take(levels))
        {
            var phases = Phases(layer.Convolution.Weight);
            var sums = phases.Select(phase => phase.sum([2, 3], keepdim: true)).ToList();
            var mean = sums.Aggregate((sum, one) => sum.Plus(one)).Times(1.0 / sums.Count);
            foreach (var (phase, sum) in phases.Zip(sums))
            {
                phase.copy_(phase.Plus((mean - sum).Times(1.0 / (phase.shape[2] * phase.shape[3]))));
            }
        }
    }

    /// <summary>The weights that each of the four kinds of pixels reads; views of the weight.</summary>
    private static IReadOnlyList<Tensor> Phases(Tensor weight) =>
        [.. from row in Enumerable.Range(0, Stride) from column in Enumerable.Range(0, Stride) select weight.slice(2, row, weight.shape[2], Stride).slice(3, column, weight.shape[3], Stride)];
}
