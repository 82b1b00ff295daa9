namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>Collects tensors, norms and layers while a graph is read.</summary>
internal sealed class PlanBuilder
{
    private readonly List<int> _tensors = [];
    private readonly List<NormBuffer> _norms = [];
    private readonly List<PlannedLayer> _layers = [];

    public IReadOnlyList<int> Tensors => _tensors;

    public IReadOnlyList<NormBuffer> Norms => _norms;

    public IReadOnlyList<PlannedLayer> Layers => _layers;

    /// <summary>A tensor that nothing wrote yet.</summary>
    public PlannedValue NewTensor(int channels, int height, int width)
    {
        _tensors.Add(checked(TensorPart.GroupsOf(channels) * height * width));
        return new PlannedValue([TensorPart.Raw(_tensors.Count - 1, channels)], height, width);
    }

    /// <param name="channels">That it applies to.</param>
    /// <param name="values">As in <see cref="NormBuffer"/>; null = a layer writes them.</param>
    /// <returns>Its number.</returns>
    public int NewNorm(int channels, float[]? values = null)
    {
        _norms.Add(new NormBuffer(channels, values));
        return _norms.Count - 1;
    }

    public void Add(PlannedLayer layer) => _layers.Add(layer);

    /// <summary>The convolution that wrote a tensor which nobody has read; null = there is none, or something was done to it.</summary>
    public PlannedConvolution? UnreadWriter(TensorPart part) => part.Norm == TensorPart.NoNorm && !_layers.Any(layer => layer.Reads.Any(read => read.Tensor == part.Tensor))
        ? _layers.OfType<PlannedConvolution>().FirstOrDefault(layer => layer.Result == part.Tensor)
        : null;

    /// <summary>Puts one layer in the place of others, whose tensors nobody must read any more.</summary>
    public void Replace(IReadOnlyList<PlannedLayer> others, PlannedLayer layer)
    {
        _layers.RemoveAll(others.Contains);
        _layers.Add(layer);
    }

    /// <summary>Lets the convolution that just wrote a tensor write its hyperbolic tangent instead.</summary>
    /// <returns>Whether the tensor is one, and nobody has read it.</returns>
    public bool TryAddTanh(TensorPart part)
    {
        if (part.IsRaw && _layers is [.., PlannedConvolution { HasTanh: false } last] && last.Result == part.Tensor)
        {
            _layers[^1] = last with { HasTanh = true };
            return true;
        }

        return false;
    }
}
