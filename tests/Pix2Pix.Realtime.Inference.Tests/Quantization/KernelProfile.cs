using System.Text.Json;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Onnx;

namespace Pix2Pix.Realtime.Inference.Tests.Quantization;

/// <summary>The kernels that ONNX Runtime really ran, in their order, from its own profile.</summary>
internal static class KernelProfile
{
    public static List<string> Of(ModelProto model, float[] picture, string folder)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, EnableProfiling = true, ProfileOutputPathPrefix = Path.Combine(folder, "profile") };
        using var session = new InferenceSession(model.ToByteArray(), options);
        var dims = session.InputMetadata[session.InputNames[0]].Dimensions;
        using var input = OrtValue.CreateTensorValueFromMemory(picture, [.. dims.Select(dim => (long)dim)]);
        using var run = new RunOptions();
        session.Run(run, session.InputNames, [input], session.OutputNames).Dispose();
        using var profile = JsonDocument.Parse(File.ReadAllText(session.EndProfiling()));
        return
        [
            .. profile.RootElement.EnumerateArray()
                .Where(entry => entry.GetProperty("cat").GetString() == "Node" && entry.GetProperty("name").GetString()!.EndsWith("_kernel_time", StringComparison.Ordinal))
                .OrderBy(entry => entry.GetProperty("ts").GetInt64())
                .Select(entry => entry.GetProperty("args").GetProperty("op_name").GetString()!),
        ];
    }
}
