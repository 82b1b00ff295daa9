using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>A convolution on the GPU: a matrix product in tiles, whose one side is gathered from the picture; cut sums are added up by a second pass.</summary>
internal sealed class GpuConvolution : IGpuLayer
{
    private const int KernelBinding = 0;
    private const int BiasBinding = 1;
    private const int FirstBinding = 2;
    private const int SecondBinding = 4;
    private const int ResultBinding = 6;
    private const int ThreadsOfTotal = 64;

    private readonly PlannedConvolution _plan;
    private readonly GpuMemory _memory;
    private readonly ConvolutionTiling _tiling;
    private readonly ShaderProgram _program;
    private readonly ShaderProgram? _total;
    private readonly StorageBuffer _kernel;
    private readonly StorageBuffer _bias;
    private readonly StorageBuffer? _parts;
    private readonly float[] _styled;
    private readonly float[] _packed;

    /// <exception cref="UserException">The GPU has no room, or does not compile the shader.</exception>
    public GpuConvolution(GraphicsDevice device, PlannedConvolution plan, GpuMemory memory)
    {
        (_plan, _memory, _tiling) = (plan, memory, ConvolutionTiling.For(plan));
        _program = device.Shaders.GetCompute("generator/convolution", ConvolutionDefines.Of(plan, _tiling, memory.Storage));
        (_styled, _packed) = (new float[plan.Styled?.Channels ?? 0], new float[plan.Styled is null ? 0 : plan.PackBias().Length]);
        _total = _tiling.Splits > 1 ? device.Shaders.GetCompute("generator/total", memory.Storage.Defines()) : null;
        try
        {
            _kernel = memory.Storage.Keep(device, plan.Taps.Pack(plan.Reads.Select(part => part.Channels), plan.OutputChannels));
            _bias = StorageBuffer.Of<float>(device, plan.PackBias());
            _parts = _total is null ? null : new StorageBuffer(device, (long)_tiling.Splits * ResultVectors * TensorPart.GroupSize * sizeof(float));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Name => _plan.Name;

    public long Operations => _plan.Operations;

    public long Bytes => _kernel.Bytes + _plan.Reads.Sum(part => _memory.BytesOf(part.Tensor)) + _memory.BytesOf(_plan.Result);

    public int MostParts => _tiling.WorkGroups(_plan).X;

    private int ResultVectors => _plan.OutputHeight * _plan.OutputWidth * _plan.OutputGroups;

    public void Restyle(ReadOnlySpan<float> style)
    {
        if (_plan.Styled is { } bias)
        {
            bias.Compute(style, _styled);
            _plan.PackBias(_styled, _packed);
            _bias.Upload<float>(_packed);
        }
    }

    public void Run(int part, int parts)
    {
        _kernel.Bind(KernelBinding);
        _bias.Bind(BiasBinding);
        _memory.Bind(_plan.Reads[0], FirstBinding);
        if (_plan.Reads.Count > 1)
        {
            _memory.Bind(_plan.Reads[1], SecondBinding);
        }

        (_parts ?? _memory.Tensor(_plan.Result)).Bind(ResultBinding);
        _program.Use();
        var (x, y, z) = _tiling.WorkGroups(_plan);
        var (first, end) = (x * part / parts, x * (part + 1) / parts);
        _program.Set("uFirstTile", first);
        _program.Dispatch(end - first, y, z);
        if (_total is not null && part == parts - 1)
        {
            Total(_total);
        }
    }

    public void Dispose()
    {
        _kernel?.Dispose();
        _bias?.Dispose();
        _parts?.Dispose();
    }

    private void Total(ShaderProgram total)
    {
        _parts!.Bind(FirstBinding);
        _memory.Tensor(_plan.Result).Bind(ResultBinding);
        total.Use();
        total.Set("uCount", ResultVectors);
        total.Set("uParts", _tiling.Splits);
        total.Set("uTanh", _plan.HasTanh);
        total.Dispatch((ResultVectors + ThreadsOfTotal - 1) / ThreadsOfTotal);
    }
}
