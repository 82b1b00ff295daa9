using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Onnx;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference;

/// <summary>A large product in ONNX Runtime.</summary>
internal sealed class RuntimeProduct : ILargeProduct
{
    private readonly InferenceSession _session;
    private readonly OrtValue _input;
    private readonly RunOptions _run = new();

    private RuntimeProduct(string kind, ProductShape shape, int threads, ModelProto model, OrtValue input)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        (_session, _input) = (new InferenceSession(model.ToByteArray(), options), input);
        (Name, Count) = ($"ONNX Runtime, {kind} {shape}, {threads} threads", shape.Count);
    }

    public string Name { get; }

    public double Count { get; }

    /// <summary>A product of matrices of float32.</summary>
    public static RuntimeProduct OfFloats(ProductShape shape, int threads) =>
        new("product", shape, threads, ProductGraph.Floats(shape), OrtValue.CreateTensorValueFromMemory(new float[shape.Rows * shape.Inner], [shape.Rows, shape.Inner]));

    /// <summary>A product of matrices of unsigned by signed bytes.</summary>
    public static RuntimeProduct OfBytes(ProductShape shape, int threads) =>
        new("product", shape, threads, ProductGraph.Bytes(shape), OrtValue.CreateTensorValueFromMemory(new byte[shape.Rows * shape.Inner], [shape.Rows, shape.Inner]));

    /// <summary>The same count as a convolution over one pixel, of float32.</summary>
    public static RuntimeProduct OfConvolution(ProductShape shape, int threads) =>
        new("convolution", shape, threads, ProductGraph.Convolution(shape), OrtValue.CreateTensorValueFromMemory(new float[shape.Rows * shape.Inner], [1, shape.Inner, shape.Side, shape.Side]));

    public void Run() => _session.Run(_run, _session.InputNames, [_input], _session.OutputNames).Dispose();

    public void Dispose()
    {
        _session.Dispose();
        _input.Dispose();
        _run.Dispose();
    }
}
