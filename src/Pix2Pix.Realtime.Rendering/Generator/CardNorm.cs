using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>A norm by the picture's own statistics, on the card: one work group for four channels looks at all pixels, and writes a factor and a summand.</summary>
internal sealed class CardNorm : ICardLayer
{
    private readonly PlannedNorm _plan;
    private readonly CardMemory _memory;
    private readonly ShaderProgram _program;
    private readonly StorageBuffer _weights;

    /// <exception cref="UserException">The card has no room, or does not compile the shader.</exception>
    public CardNorm(GraphicsDevice device, PlannedNorm plan, CardMemory memory)
    {
        (_plan, _memory) = (plan, memory);
        _program = device.Shaders.GetCompute("generator/norm", memory.Storage.Defines());
        _weights = StorageBuffer.Of<float>(device, NormBuffer.Interleave(plan.Scale, plan.Shift));
    }

    public string Name => _plan.Name;

    /// <summary>Two sums over all values.</summary>
    public long Operations => 5L * _plan.Pixels * Part.Channels;

    public long Bytes => _memory.BytesOf(Part.Tensor);

    private TensorPart Part => _plan.Reads[0];

    public int MostParts => 1;

    public void Run(int part, int parts)
    {
        _memory.Tensor(Part.Tensor).Bind(0);
        _weights.Bind(1);
        _memory.Norm(_plan.Norm).Bind(2);
        _program.Use();
        _program.Set("uPixels", _plan.Pixels);
        _program.Set("uGroups", Part.Groups);
        _program.Set("uEpsilon", _plan.Epsilon);
        _program.Dispatch(Part.Groups);
    }

    public void Dispose() => _weights.Dispose();
}
