using Onnx;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx.Rewriting;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>Finds the fastest form of each layer that doubles the sides, by running the layer alone in each.</summary>
internal static class LayerTrial
{
    private const double MillisecondsEach = 60;
    private const int LeastTurns = 3;
    private const int MostTurns = 15;

    /// <param name="plain">What <see cref="PlainWeights"/> and <see cref="ResizedConvolutions"/> gave.</param>
    /// <returns>For each of the model's layers, in its order.</returns>
    /// <exception cref="UserException">The model can't be run by itself, as one that leaves its sides open.</exception>
    public static IReadOnlyList<TransposedForm> Fastest(ModelProto plain)
    {
        var layers = TransposedConvolutions.Layers(plain);
        if (layers.Count == 0)
        {
            return [];
        }

        var shapes = SubgraphRun.Shapes(plain, [.. layers.Select(layer => layer.Input[0])]);
        return [.. layers.Zip(shapes, (layer, shape) => Fastest(plain, layer, shape))];
    }

    private static TransposedForm Fastest(ModelProto model, NodeProto layer, IReadOnlyList<long> shape)
    {
        var alone = TransposedConvolutions.Alone(model, layer, shape);
        var best = TransposedForm.Transposed;
        foreach (var form in (TransposedForm[])[TransposedForm.FourConvolutions, TransposedForm.OneConvolution])
        {
            using var holder = new SubgraphRun(TransposedConvolutions.Apply(alone, best), threads: 0);
            using var challenger = new SubgraphRun(TransposedConvolutions.Apply(alone, form), threads: 0);
            holder.Run();
            var turns = (int)Math.Clamp(MillisecondsEach / InterleavedTiming.Time(holder.Run), LeastTurns, MostTurns);
            best = InterleavedTiming.With(holder.Run, challenger.Run, turns).Ratio > 1 ? form : best;
        }

        return best;
    }
}
