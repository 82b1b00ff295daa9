using System.Runtime.InteropServices;
using Onnx;

namespace Pix2Pix.Realtime.Onnx.Quantization;

/// <summary>A convolution's weights as signed bytes, one scale for each output channel, and its bias in the unit of the products' sum.</summary>
internal sealed class ConvolutionBytes
{
    private const float Limit = 127;

    /// <summary>A bias beyond this would leave no room in 32 bits for the sum that it is added to.</summary>
    public const float BiasLimit = 1 << 30;

    private readonly float[] _scales;
    private readonly sbyte[] _weights;
    private readonly IReadOnlyList<int> _dims;
    private readonly int[] _biases;
    private readonly float[] _biasScales;

    /// <param name="weight"><c>[out,in,kh,kw]</c>.</param>
    /// <param name="bias">One for each output channel; null = none.</param>
    /// <param name="inputScale">The difference that one step of an input's byte makes.</param>
    public ConvolutionBytes(WeightTensor weight, WeightTensor? bias, float inputScale)
    {
        _dims = weight.Dims;
        var outputs = weight.Dims[0];
        var each = weight.Values.Length / outputs;
        (_scales, _biasScales, _biases, _weights) = (new float[outputs], new float[outputs], new int[outputs], new sbyte[weight.Values.Length]);
        for (var c = 0; c < outputs; c++)
        {
            var channel = weight.Values.AsSpan(c * each, each);
            _scales[c] = Scale(channel, bias?.Values[c] ?? 0, inputScale);
            for (var i = 0; i < each; i++)
            {
                _weights[(c * each) + i] = (sbyte)Math.Clamp(MathF.Round(channel[i] / _scales[c]), -Limit, Limit);
            }

            _biasScales[c] = _scales[c] * inputScale;
            _biases[c] = (int)Math.Round((bias?.Values[c] ?? 0) / (double)_biasScales[c]);
        }
    }

    public TensorProto Weights(string name) => TensorData.Raw(name, TensorProto.Types.DataType.Int8, _dims, MemoryMarshal.AsBytes(_weights.AsSpan()).ToArray());

    public WeightTensor Scales => new([_scales.Length], _scales);

    public TensorProto WeightZeros(string name) => TensorData.Raw(name, TensorProto.Types.DataType.Int8, [_scales.Length], new byte[_scales.Length]);

    public TensorProto Biases(string name) => TensorData.Raw(name, TensorProto.Types.DataType.Int32, [_biases.Length], MemoryMarshal.AsBytes(_biases.AsSpan()).ToArray());

    public WeightTensor BiasScales => new([_biasScales.Length], _biasScales);

    public TensorProto BiasZeros(string name) => TensorData.Raw(name, TensorProto.Types.DataType.Int32, [_biases.Length], new byte[_biases.Length * sizeof(int)]);

    private static float Scale(ReadOnlySpan<float> channel, float bias, float inputScale)
    {
        var largest = 0f;
        foreach (var value in channel)
        {
            largest = MathF.Max(largest, MathF.Abs(value));
        }

        var forBias = (float)(Math.Abs(bias) / (inputScale * BiasLimit));
        var scale = MathF.Max(largest / Limit, forBias);
        return scale > 1e-20f ? scale : 1f;
    }
}
