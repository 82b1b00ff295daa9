using Microsoft.ML.OnnxRuntime;
using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// The yardstick that whole frames are measured against: the same file in the same ONNX Runtime with the same options, run in a plain
/// loop over its own memory, with nothing around it. It stays as plain as it is.
/// </summary>
internal sealed class BaselineRun : IDisposable
{
    private readonly GeneratorSession _session;
    private readonly TensorBuffer _input;
    private readonly TensorBuffer _output;
    private readonly OrtValue[] _inputs;
    private readonly OrtValue[] _outputs;
    private readonly RunOptions _options = new();

    /// <exception cref="UserException">The file is no image-to-image model, or one that ONNX Runtime refuses.</exception>
    public BaselineRun(string path, LoadOptions options)
    {
        using var deadline = new LoadDeadline(options.TimeLimit);
        _session = Open(path, options, deadline);
        _input = new TensorBuffer(ModelContract.Input(_session.Session, options.Size));
        _output = new TensorBuffer(ProbeRun.Of(_session.Session, _input.Shape, seed: 1, deadline).Shape);
        _inputs = [BufferBinding.Over(_input)];
        _outputs = [BufferBinding.Over(_output)];
    }

    /// <summary>One translation.</summary>
    public void Run() => _session.Session.Run(_options, _session.Session.InputNames, _inputs, _session.Session.OutputNames, _outputs);

    private static GeneratorSession Open(string path, LoadOptions options, LoadDeadline deadline)
    {
        try
        {
            return GeneratorSession.Open(path, options, deadline);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new UserException($"Expected a model that ONNX Runtime can run, found one that it rejects ({RuntimeFault.Line(fault)}); choose another.", fault);
        }
    }

    public void Dispose()
    {
        _inputs[0].Dispose();
        _outputs[0].Dispose();
        _options.Dispose();
        _session.Dispose();
        _input.Dispose();
        _output.Dispose();
    }
}
