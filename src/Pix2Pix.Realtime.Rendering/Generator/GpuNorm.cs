using System.Numerics;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// A norm by the picture's own statistics, on the GPU: many work groups look at a part of the pixels each, then a small pass makes a factor and a summand
/// for every channel of what they found. One work group for all pixels would leave most of a GPU idle.
/// </summary>
internal sealed class GpuNorm : IGpuLayer
{
    private const int Threads = 256;
    private const int MostSide = 8;
    private const int ThreadsOfStatistics = 64;

    /// <summary>Pixels that a part has at least, and parts that there are at most: each is read one after the other in the end.</summary>
    private const int LeastShare = 1024;
    private const int MostPieces = 16;

    private readonly PlannedNorm _plan;
    private readonly GpuMemory _memory;
    private readonly int _side;
    private readonly int _share;
    private readonly ShaderProgram _program;
    private readonly ShaderProgram _statistics;
    private readonly StorageBuffer _weights;
    private readonly StorageBuffer _parts;
    private readonly float[] _styled;
    private readonly float[] _packed;

    /// <exception cref="UserException">The GPU has no room, or does not compile the shader.</exception>
    public GpuNorm(GraphicsDevice device, PlannedNorm plan, GpuMemory memory)
    {
        (_plan, _memory) = (plan, memory);
        _side = Math.Min(MostSide, (int)BitOperations.RoundUpToPowerOf2((uint)Part.Groups));
        _share = Math.Max(LeastShare, Ceiling(plan.Pixels, MostPieces));
        _program = device.Shaders.GetCompute("generator/norm", $"#define SIDE {_side}\n#define ROWS {Threads / _side}\n{memory.Storage.Defines()}");
        _packed = NormBuffer.Interleave(plan.Scale, plan.Shift);
        _styled = new float[plan.Styled?.Channels ?? 0];
        _statistics = device.Shaders.GetCompute("generator/statistics");
        try
        {
            _weights = StorageBuffer.Of<float>(device, _packed);
            _parts = new StorageBuffer(device, (long)Pieces * Part.Groups * 2 * TensorPart.GroupSize * sizeof(float));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Name => _plan.Name;

    /// <summary>Two sums over all values.</summary>
    public long Operations => 5L * _plan.Pixels * Part.Channels;

    public long Bytes => _memory.BytesOf(Part.Tensor);

    private TensorPart Part => _plan.Reads[0];

    private int Pieces => Ceiling(_plan.Pixels, _share);

    public int MostParts => 1;

    public void Restyle(ReadOnlySpan<float> style)
    {
        if (_plan.Styled is { } shift)
        {
            shift.Compute(style, _styled);
            NormBuffer.Interleave(_plan.Scale, _styled, _packed);
            _weights.Upload<float>(_packed);
        }
    }

    public void Run(int part, int parts)
    {
        _memory.Tensor(Part.Tensor).Bind(0);
        _parts.Bind(1);
        _weights.Bind(2);
        _memory.Norm(_plan.Norm).Bind(3);
        Use(_program);
        _program.Dispatch(Ceiling(Part.Groups, _side), Pieces);
        Use(_statistics);
        _statistics.Set("uParts", Pieces);
        _statistics.Set("uEpsilon", _plan.Epsilon);
        _statistics.Dispatch(Ceiling(Part.Groups, ThreadsOfStatistics));
    }

    public void Dispose()
    {
        _weights?.Dispose();
        _parts?.Dispose();
    }

    private void Use(ShaderProgram program)
    {
        program.Use();
        program.Set("uPixels", _plan.Pixels);
        program.Set("uGroups", Part.Groups);
        program.Set("uShare", _share);
    }

    private static int Ceiling(int count, int piece) => (count + piece - 1) / piece;
}
