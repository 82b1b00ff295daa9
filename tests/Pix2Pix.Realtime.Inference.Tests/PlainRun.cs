using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Onnx;

namespace Pix2Pix.Realtime.Inference.Tests;

/// <summary>A graph's answer to a picture, from ONNX Runtime as it comes.</summary>
internal static class PlainRun
{
    public static float[] Answer(ModelProto model, float[] picture)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1 };
        using var session = new InferenceSession(model.ToByteArray(), options);
        var dims = session.InputMetadata[session.InputNames[0]].Dimensions;
        using var input = OrtValue.CreateTensorValueFromMemory(picture, [.. dims.Select(dim => (long)dim)]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, session.InputNames, [input], session.OutputNames);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public static double LargestDifference(float[] a, float[] b)
    {
        Assert.Equal(a.Length, b.Length);
        return a.Zip(b).Max(pair => Math.Abs(pair.First - pair.Second));
    }
}
