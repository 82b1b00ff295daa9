using Microsoft.ML.OnnxRuntime;
using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// A ResNet-18 (He et al. 2016, trained on ImageNet) whose last pooled layer describes a picture by 512 numbers; two sets of pictures are
/// compared by the distribution of these. The files come with the package Microsoft.ML.DnnImageFeaturizer.ResNet18.
/// Thread contract: one thread at a time.
/// </summary>
internal sealed class FeatureNetwork : IDisposable
{
    /// <summary>How many numbers describe a picture.</summary>
    public const int Length = 512;

    /// <summary>The network's own side, in pixels.</summary>
    private const int Side = 224;

    private readonly InferenceSession _preprocess;
    private readonly InferenceSession _network;
    private readonly float[] _resized = new float[3 * Side * Side];

    /// <param name="folder">The folder that holds <c>ResNetPreprocess.onnx</c> and <c>ResNet18.onnx</c>.</param>
    public FeatureNetwork(string folder)
    {
        using var options = new SessionOptions();
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _preprocess = new InferenceSession(Path.Combine(folder, "ResNetPreprocess.onnx"), options);
        _network = new InferenceSession(Path.Combine(folder, "ResNet18.onnx"), options);
    }

    /// <summary>Describes one picture.</summary>
    /// <param name="picture">Planar <c>[1,C,H,W]</c>, -1..1; C is 1 (grey) or at least 3 (RGB first).</param>
    /// <param name="shape">The picture's shape.</param>
    /// <returns><see cref="Length"/> numbers.</returns>
    public float[] Describe(ReadOnlySpan<float> picture, FrameShape shape)
    {
        Resize(picture, shape);
        using var run = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(_resized, [1, 3, Side, Side]);
        using var prepared = _preprocess.Run(run, _preprocess.InputNames, [input], _preprocess.OutputNames);
        using var features = _network.Run(run, _network.InputNames, [prepared[0]], _network.OutputNames);
        return features[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose()
    {
        _preprocess.Dispose();
        _network.Dispose();
    }

    /// <summary>Bilinear, pixel centres aligned, to the network's side and its range 0..255.</summary>
    private void Resize(ReadOnlySpan<float> picture, FrameShape shape)
    {
        var area = shape.Width * shape.Height;
        for (var channel = 0; channel < 3; channel++)
        {
            var plane = picture.Slice(shape.Channels < 3 ? 0 : channel * area, area);
            for (var y = 0; y < Side; y++)
            {
                var (top, bottom, down) = Neighbours(y, shape.Height);
                for (var x = 0; x < Side; x++)
                {
                    var (left, right, across) = Neighbours(x, shape.Width);
                    var upper = float.Lerp(plane[(top * shape.Width) + left], plane[(top * shape.Width) + right], across);
                    var lower = float.Lerp(plane[(bottom * shape.Width) + left], plane[(bottom * shape.Width) + right], across);
                    _resized[(((channel * Side) + y) * Side) + x] = (float.Lerp(upper, lower, down) + 1) * 127.5f;
                }
            }
        }
    }

    private static (int First, int Second, float Share) Neighbours(int index, int length)
    {
        var place = Math.Clamp(((index + 0.5f) * length / Side) - 0.5f, 0, length - 1);
        var first = (int)place;
        return (first, Math.Min(first + 1, length - 1), place - first);
    }
}
