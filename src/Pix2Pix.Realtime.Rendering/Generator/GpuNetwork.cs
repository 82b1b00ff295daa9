using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>A plan's layers on the GPU, from the input tensor to the output tensor. Thread contract: the GL thread; <c>Dispose</c> any thread.</summary>
internal sealed class GpuNetwork : IDisposable
{
    private readonly GeneratorPlan _plan;
    private readonly GpuMemory _memory;
    private readonly List<IGpuLayer> _layers = [];

    /// <exception cref="UserException">The GPU has no room, or does not compile a shader.</exception>
    public GpuNetwork(GraphicsDevice device, GeneratorPlan plan, GpuStorage storage)
    {
        _plan = plan;
        _memory = new GpuMemory(device, plan, storage);
        try
        {
            foreach (var layer in plan.Layers)
            {
                _layers.Add(layer switch
                {
                    PlannedConvolution one => new GpuConvolution(device, one, _memory),
                    PlannedNorm one => new GpuNorm(device, one, _memory),
                    PlannedAddition one => new GpuAddition(device, one, _memory),
                    _ => throw new InvalidOperationException($"The GPU generator has no {layer.GetType().Name}."),
                });
            }
        }
        catch
        {
            Dispose();
            throw;
        }

        Clock = new LayerClock(device, _layers);
    }

    public IReadOnlyList<IGpuLayer> Layers => _layers;

    /// <summary>Runs the layers one by one and knows what each costs.</summary>
    public LayerClock Clock { get; }

    public GpuStorage Storage => _memory.Storage;

    /// <summary><c>[H,W,C]</c>, channels in groups of four.</summary>
    public StorageBuffer Input => _memory.Tensor(0);

    /// <summary>Likewise; filled once all layers ran.</summary>
    public StorageBuffer Output => _memory.Tensor(_plan.Result);

    /// <summary>Takes a style over, for the runs that follow. Allocates nothing.</summary>
    public void Restyle(ReadOnlySpan<float> style)
    {
        foreach (var layer in _layers)
        {
            layer.Restyle(style);
        }
    }

    /// <summary>Computes numbers instead of a picture: for the probe and for tests, since it reads back.</summary>
    /// <param name="input">Planar <c>[C,H,W]</c>, in the file's own range.</param>
    /// <returns>Likewise.</returns>
    public float[] Compute(ReadOnlySpan<float> input)
    {
        var packed = new float[_plan.Tensors[0] * TensorPart.GroupSize];
        Repack(input, packed, _plan.Input, isPacking: true);
        _memory.Storage.Upload(Input, packed);
        for (var layer = 0; layer < _layers.Count; layer++)
        {
            Clock.Run(layer);
        }

        packed = new float[_plan.Tensors[_plan.Result] * TensorPart.GroupSize];
        _memory.Storage.Read(Output, packed);
        Clock.Collect(isWaiting: true);
        var output = new float[_plan.Output.Count];
        Repack(packed, output, _plan.Output, isPacking: false);
        return output;
    }

    public void Dispose()
    {
        foreach (var layer in _layers)
        {
            layer.Dispose();
        }

        Clock?.Dispose();
        _memory.Dispose();
    }

    private static void Repack(ReadOnlySpan<float> from, Span<float> to, FrameShape shape, bool isPacking)
    {
        var (area, stride) = (shape.Width * shape.Height, TensorPart.GroupsOf(shape.Channels) * TensorPart.GroupSize);
        for (var c = 0; c < shape.Channels; c++)
        {
            for (var i = 0; i < area; i++)
            {
                var (planar, packed) = ((c * area) + i, (i * stride) + c);
                to[isPacking ? packed : planar] = from[isPacking ? planar : packed];
            }
        }
    }
}
