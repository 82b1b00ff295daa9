using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>
/// Keeps convolutions that multiply the sides from drawing a lattice where there is nothing: of a kernel of 4 and stride 2 each output pixel reads every second weight, so there are four kinds of
/// pixels, and where their weights have other sums, a flat area comes out as a pattern of two pixels. A stride of 2P, and blocks of P pixels, make more kinds likewise. With equal sums flat areas stay flat (Sugawara et al. 2019, "Checkerboard artifacts
/// free convolutional neural networks"). The finest levels draw the lattices of 2, 4, 8, ... pixels. What isn't flat may still be answered by a pattern. Stateless; the training thread.
/// </summary>
internal static class EvenPhases
{
    /// <summary>Moves the weights of the finest levels to the nearest ones whose sums are equal, for each pair of channels.</summary>
    /// <param name="generator">Where it has no such convolutions, nothing changes.</param>
    /// <param name="levels">How many of them, the finest first.</param>
    public static void Apply(GeneratorNetwork generator, int levels)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();

        // Blocks are written by the last layer, which is the finest.
        var convolutions = generator.Layers.Select(layer => layer.Convolution).Where(one => one.Shape.Transposed || one.Shape.Block > 1).OrderByDescending(one => one.Shape.Block);
        foreach (var convolution in convolutions.Take(levels))
        {
            var phases = Phases(convolution);
            var sums = phases.Select(phase => phase.sum([2, 3], keepdim: true)).ToList();
            var mean = sums.Aggregate((sum, one) => sum.Plus(one)).Times(1.0 / sums.Count);
            foreach (var (phase, sum) in phases.Zip(sums))
            {
                phase.copy_(phase.Plus((mean - sum).Times(1.0 / (phase.shape[2] * phase.shape[3]))));
            }

            if (convolution.Shape.Block > 1)
            {
                // The kinds of pixels of a block have biases of their own.
                var biases = convolution.Bias!.view(-1, phases.Count);
                biases.copy_(biases.mean([1], keepdim: true).expand_as(biases));
            }
        }
    }

    /// <summary>The weights that each kind of pixels reads; views of the weight.</summary>
    private static IReadOnlyList<Tensor> Phases(Convolution convolution)
    {
        var (weight, shape) = (convolution.Weight, convolution.Shape);
        return shape.Transposed
            ? [.. from row in Enumerable.Range(0, shape.Stride) from column in Enumerable.Range(0, shape.Stride) select weight.slice(2, row, weight.shape[2], shape.Stride).slice(3, column, weight.shape[3], shape.Stride)]
            : [.. Enumerable.Range(0, shape.Block * shape.Block).Select(kind => weight.slice(0, kind, weight.shape[0], shape.Block * shape.Block))];
    }
}
