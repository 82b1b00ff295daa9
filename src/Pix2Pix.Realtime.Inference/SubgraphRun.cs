using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Onnx;

namespace Pix2Pix.Realtime.Inference;

/// <summary>A part of a generator, run by itself over zeros: what it takes does not depend on what it reads. Thread contract: one thread at a time.</summary>
internal sealed class SubgraphRun : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtValue _input;
    private readonly RunOptions _run = new();

    /// <param name="part">A model of one float32 input of a fixed shape.</param>
    /// <param name="threads">0 = as many as a generator gets.</param>
    /// <exception cref="UserException">ONNX Runtime refuses it, or its input's shape is not fixed.</exception>
    public SubgraphRun(ModelProto part, int threads)
    {
        _session = Open(part, threads);
        long[] dims = [.. _session.InputMetadata[_session.InputNames[0]].Dimensions.Select(size => (long)size)];
        if (dims.Any(size => size < 1))
        {
            _session.Dispose();
            throw new UserException($"Expected a model whose input has a fixed shape, found [{string.Join(',', dims)}].");
        }

        _input = OrtValue.CreateTensorValueFromMemory(new float[dims.Aggregate(1L, (product, size) => product * size)], dims);
    }

    /// <summary>One run.</summary>
    public void Run() => _session.Run(_run, _session.InputNames, [_input], _session.OutputNames).Dispose();

    /// <summary>The shapes that some of a model's values have when it runs over zeros.</summary>
    /// <param name="names">Values between its nodes.</param>
    public static IReadOnlyList<IReadOnlyList<long>> Shapes(ModelProto model, IReadOnlyList<string> names)
    {
        var exposed = model.Clone();
        exposed.Graph.Output.Clear();
        exposed.Graph.Output.AddRange(names.Distinct().Select(name => new ValueInfoProto { Name = name }));
        using var run = new SubgraphRun(exposed, threads: 0);
        using var values = run._session.Run(run._run, run._session.InputNames, [run._input], run._session.OutputNames);
        var shapes = run._session.OutputNames.Zip(values).ToDictionary(one => one.First, one => one.Second.GetTensorTypeAndShape().Shape);
        return [.. names.Select(name => shapes[name])];
    }

    private static InferenceSession Open(ModelProto part, int threads)
    {
        try
        {
            return GeneratorSession.OpenPart(part.ToByteArray(), threads);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new UserException($"Expected a model that ONNX Runtime can run, found one that it rejects ({RuntimeFault.Line(fault)}); choose another.", fault);
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _input.Dispose();
        _run.Dispose();
    }
}
