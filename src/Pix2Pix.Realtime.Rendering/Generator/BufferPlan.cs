namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// Which tensors may share memory: a buffer is free again after the last layer that reads its tensor. Skip connections keep theirs from the
/// encoder to the decoder.
/// </summary>
/// <param name="BufferOf">The buffer of each tensor.</param>
/// <param name="Sizes">The size of each buffer, in <c>vec4</c>s.</param>
internal sealed record BufferPlan(IReadOnlyList<int> BufferOf, IReadOnlyList<int> Sizes)
{
    public static BufferPlan For(GeneratorPlan plan)
    {
        var lastRead = new int[plan.Tensors.Count];
        for (var i = 0; i < plan.Layers.Count; i++)
        {
            foreach (var part in plan.Layers[i].Reads)
            {
                lastRead[part.Tensor] = i;
            }
        }

        lastRead[plan.Result] = int.MaxValue;
        var buffers = new int[plan.Tensors.Count];
        var (sizes, free) = (new List<int>(), new List<int>());
        buffers[0] = Take(plan.Tensors[0]);
        for (var i = 0; i < plan.Layers.Count; i++)
        {
            var layer = plan.Layers[i];
            var result = layer switch { PlannedConvolution one => one.Result, PlannedAddition one => one.Result, _ => -1 };
            if (result >= 0)
            {
                buffers[result] = Take(plan.Tensors[result]);
            }

            // After the result took its own: a layer never writes what it reads.
            free.AddRange(layer.Reads.Select(part => part.Tensor).Distinct().Where(tensor => lastRead[tensor] == i).Select(tensor => buffers[tensor]));
        }

        return new BufferPlan(buffers, sizes);

        // The smallest that is large enough, else the largest, which grows.
        int Take(int size)
        {
            if (free.Count == 0)
            {
                sizes.Add(size);
                return sizes.Count - 1;
            }

            var enough = free.Where(buffer => sizes[buffer] >= size).ToList();
            var taken = enough.Count > 0 ? enough.MinBy(buffer => sizes[buffer]) : free.MaxBy(buffer => sizes[buffer]);
            free.Remove(taken);
            sizes[taken] = Math.Max(sizes[taken], size);
            return taken;
        }
    }
}
