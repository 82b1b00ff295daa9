using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Onnx;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Quantization;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// Runs a generator over pictures and watches every value between its operators, to know what a byte has to reach. Thread contract: one thread.
/// </summary>
internal sealed class Calibration : IDisposable
{
    private readonly InferenceSession _session;
    private readonly TensorBuffer _input;
    private readonly OrtValue[] _inputs;
    private readonly string[] _inputNames;
    private readonly float[] _style;
    private readonly RunOptions _options = new();

    /// <summary>One for each output; null where that holds no floats, as sizes on the way to a reshape.</summary>
    private readonly ValueHistogram?[] _histograms;
    private readonly ValueHistogram _inputHistogram = new();

    /// <param name="prepared">What <see cref="Quantizer.Prepare"/> gave.</param>
    /// <exception cref="UserException">ONNX Runtime can't run the graph, or it is no image-to-image model.</exception>
    public Calibration(ModelProto prepared)
    {
        using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = Open(Quantizer.Expose(prepared).ToByteArray(), options);
        _input = new TensorBuffer(ModelContract.OneInput(_session));
        _style = prepared.Graph.Initializer.FirstOrDefault(tensor => tensor.Name == GraphBuilder.Style) is { } neutral && _session.OverridableInitializerMetadata.ContainsKey(neutral.Name)
            ? TensorData.ToWeight(neutral).Values
            : [];
        var style = _style.Length == 0 ? Array.Empty<OrtValue>() : [OrtValue.CreateTensorValueFromMemory(_style, [1, _style.Length])];
        _inputs = [BufferBinding.Over(_input), .. style];
        _inputNames = [_session.InputNames[0], .. style.Select(_ => GraphBuilder.Style)];
        _histograms = [.. _session.OutputNames.Select(name => _session.OutputMetadata[name].ElementDataType == TensorElementType.Float ? new ValueHistogram() : null)];
    }

    /// <summary>Where the next picture goes: <c>[1,C,H,W]</c>, -1..1.</summary>
    public Span<float> Picture => _input.Values;

    /// <summary>Where the next picture's style goes, in the units of its definition; neutral at first, empty where the generator knows none.</summary>
    public Span<float> Style => _style;

    /// <summary>Runs the generator over <see cref="Picture"/> and counts what comes by.</summary>
    public void Watch()
    {
        _inputHistogram.Add(_input.Values);
        using var outputs = _session.Run(_options, _inputNames, _inputs, _session.OutputNames);
        for (var i = 0; i < _histograms.Length; i++)
        {
            _histograms[i]?.Add(outputs[i].GetTensorDataAsSpan<float>());
        }
    }

    /// <summary>The ranges so far, by value.</summary>
    /// <param name="outside">The share of a value's numbers that may lie outside, 0..1.</param>
    public IReadOnlyDictionary<string, ActivationRange> Ranges(double outside)
    {
        var ranges = _session.OutputNames.Zip(_histograms).Where(one => one.Second is not null).ToDictionary(one => one.First, one => one.Second!.Range(outside));
        ranges[_session.InputNames[0]] = _inputHistogram.Range(0);
        return ranges;
    }

    public void Dispose()
    {
        foreach (var input in _inputs)
        {
            input.Dispose();
        }

        _options.Dispose();
        _session.Dispose();
        _input.Dispose();
    }

    private static InferenceSession Open(byte[] model, SessionOptions options)
    {
        try
        {
            return new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new UserException($"Expected a generator that ONNX Runtime can run, found one that it rejects ({RuntimeFault.Line(fault)}); choose another.", fault);
        }
    }
}
