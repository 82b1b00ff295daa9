using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Onnx;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// A large matrix product in ONNX Runtime with all processors: what arithmetic reaches at best on this machine, and so the yardstick for how near to the limit a
/// translation comes. Thread contract: one thread at a time.
/// </summary>
internal sealed class PeakMatMul : IDisposable
{
    /// <summary>Makes a product about as much work as a translation at full width, so that a busy machine disturbs both alike.</summary>
    private const int Side = 2048;

    private readonly InferenceSession _session;
    private readonly OrtValue _input;
    private readonly RunOptions _run = new();

    private PeakMatMul(ModelProto model, OrtValue input)
    {
        using var options = new SessionOptions { IntraOpNumThreads = Environment.ProcessorCount };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        (_session, _input) = (new InferenceSession(model.ToByteArray(), options), input);
    }

    /// <summary>Multiply-adds of one <see cref="Run"/>.</summary>
    public static double Count => (double)Side * Side * Side;

    /// <summary>Of float32.</summary>
    public static PeakMatMul OfFloats() => new(ProductGraph.Floats(Side), OrtValue.CreateTensorValueFromMemory(new float[Side * Side], [Side, Side]));

    /// <summary>Of unsigned by signed bytes.</summary>
    public static PeakMatMul OfBytes() => new(ProductGraph.Bytes(Side), OrtValue.CreateTensorValueFromMemory(new byte[Side * Side], [Side, Side]));

    /// <summary>One product.</summary>
    public void Run() => _session.Run(_run, _session.InputNames, [_input], _session.OutputNames).Dispose();

    public void Dispose()
    {
        _session.Dispose();
        _input.Dispose();
        _run.Dispose();
    }
}
