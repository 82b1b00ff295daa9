using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>The sum of two tensors on the GPU.</summary>
internal sealed class GpuAddition(GraphicsDevice device, PlannedAddition plan, GpuMemory memory) : IGpuLayer
{
    private const int Threads = 64;

    private readonly ShaderProgram _program = device.Shaders.GetCompute("generator/addition", memory.Storage.Defines());

    public string Name => plan.Name;

    public long Operations => (long)plan.Pixels * plan.First.Channels;

    public long Bytes => 3 * memory.BytesOf(plan.Result);

    public int MostParts => 1;

    public void Run(int part, int parts)
    {
        var count = plan.Pixels * plan.First.Groups;
        memory.Bind(plan.First, 0);
        memory.Bind(plan.Second, 2);
        memory.Tensor(plan.Result).Bind(4);
        _program.Use();
        _program.Set("uCount", count);
        _program.Set("uGroups", plan.First.Groups);
        _program.Set("uFirstNorm", plan.First.Norm != TensorPart.NoNorm);
        _program.Set("uSecondNorm", plan.Second.Norm != TensorPart.NoNorm);
        _program.Set("uSlopes", plan.First.Slope, plan.Second.Slope);
        _program.Dispatch((count + Threads - 1) / Threads);
    }

    /// <summary>Nothing: its tensors are the network's.</summary>
    public void Dispose() { }
}
