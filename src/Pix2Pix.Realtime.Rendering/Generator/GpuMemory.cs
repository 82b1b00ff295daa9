using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>The tensors and norms of a plan on the GPU, and how a layer reads them. GL thread.</summary>
internal sealed class GpuMemory : IDisposable
{
    private readonly GeneratorPlan _plan;
    private readonly GpuStorage _storage;
    private readonly IReadOnlyList<int> _bufferOf;
    private readonly List<StorageBuffer> _buffers = [];
    private readonly List<StorageBuffer> _norms = [];

    /// <exception cref="UserException">The GPU has no room.</exception>
    public GpuMemory(GraphicsDevice device, GeneratorPlan plan, GpuStorage storage)
    {
        (_plan, _storage) = (plan, storage);
        var buffers = BufferPlan.For(plan);
        _bufferOf = buffers.BufferOf;
        try
        {
            foreach (var size in buffers.Sizes)
            {
                _buffers.Add(new StorageBuffer(device, (long)size * TensorPart.GroupSize * storage.Bytes()));
            }

            foreach (var norm in plan.Norms)
            {
                _norms.Add(norm.Values is { } values ? StorageBuffer.Of<float>(device, values) : new StorageBuffer(device, norm.Groups * 2L * TensorPart.GroupSize * sizeof(float)));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>In what tensors and weights are kept; norms are always float32.</summary>
    public GpuStorage Storage => _storage;

    /// <summary>A tensor's buffer; it may be larger than the tensor.</summary>
    public StorageBuffer Tensor(int tensor) => _buffers[_bufferOf[tensor]];

    public StorageBuffer Norm(int norm) => _norms[norm];

    /// <summary>A tensor's own size in bytes.</summary>
    public long BytesOf(int tensor) => (long)_plan.Tensors[tensor] * TensorPart.GroupSize * _storage.Bytes();

    /// <summary>Binds a part's tensor, and its norm after it.</summary>
    public void Bind(TensorPart part, int binding)
    {
        Tensor(part.Tensor).Bind(binding);
        if (part.Norm != TensorPart.NoNorm)
        {
            Norm(part.Norm).Bind(binding + 1);
        }
    }

    public void Dispose()
    {
        foreach (var buffer in _buffers.Concat(_norms))
        {
            buffer.Dispose();
        }
    }
}
