using Microsoft.ML.OnnxRuntime;
using Google.Protobuf;
using Onnx;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.PictureLosses;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.PictureLosses;

public sealed class EarlyFeaturesTests
{
    private const int Side = 224;

    /// <summary>The values that the file calls so: what its first and second group of blocks make.</summary>
    private static readonly string[] Groups = ["ReLU283_Output_0", "ReLU315_Output_0"];

    [Fact]
    public void Both_layers_are_those_of_ONNX_Runtime_on_three_pictures()
    {
        using var scope = NewDisposeScope();
        using var session = SessionThatShows(Groups);
        using var network = EarlyFeatures.Load(EarlyFeatures.PackagedFolder);
        using var random = new Generator(1);
        foreach (var picture in new[] { rand([1, 3, Side, Side], generator: random).mul(2).sub(1), Stripes(), zeros(1, 3, Side, Side) })
        {
            var prepared = TensorMemory.ToArray(network.Prepare(picture));
            using var run = new RunOptions();
            using var input = OrtValue.CreateTensorValueFromMemory(prepared, [1, 3, Side, Side]);
            using var expected = session.Run(run, session.InputNames, [input], Groups);
            var (layer1, layer2) = network.forward(picture);
            Assert.Equal([1, 64, Side / 4, Side / 4], layer1.shape);
            Assert.Equal([1, 128, Side / 8, Side / 8], layer2.shape);
            AssertSame(expected[0].GetTensorDataAsSpan<float>(), TensorMemory.ToArray(layer1));
            AssertSame(expected[1].GetTensorDataAsSpan<float>(), TensorMemory.ToArray(layer2));
        }
    }

    [Fact]
    public void The_mean_that_is_taken_away_is_the_packages_to_a_few_of_255_levels()
    {
        using var scope = NewDisposeScope();
        using var network = EarlyFeatures.Load(EarlyFeatures.PackagedFolder);
        using var session = new InferenceSession(Path.Combine(EarlyFeatures.PackagedFolder, "ResNetPreprocess.onnx"));
        using var random = new Generator(1);
        var picture = rand([1, 3, Side, Side], generator: random).mul(2).sub(1);
        using var run = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(TensorMemory.ToArray((picture + 1) * 127.5), [1, 3, Side, Side]);
        using var prepared = session.Run(run, session.InputNames, [input], session.OutputNames);
        var expected = prepared[0].GetTensorDataAsSpan<float>().ToArray();
        Assert.InRange(TensorMemory.ToArray(network.Prepare(picture)).Zip(expected, (one, other) => Math.Abs(one - other)).Average(), 0, 5);
    }

    [Fact]
    public void It_never_learns_and_lets_the_gradient_through_to_the_picture()
    {
        using var scope = NewDisposeScope();
        using var network = EarlyFeatures.Load(EarlyFeatures.PackagedFolder);
        Assert.Empty(network.parameters());
        Assert.All(network.buffers(), buffer => Assert.False(buffer.requires_grad));
        var picture = rand(1, 3, 64, 64).requires_grad_(true);
        network.forward(picture).Layer2.sum().backward();
        Assert.True(picture.grad!.abs().sum([0, 2, 3]).gt(0).all().Number() == 1);
    }

    [Fact]
    public void A_grey_picture_is_seen_as_its_coloured_twin_and_opacity_is_not_seen()
    {
        using var scope = NewDisposeScope();
        using var network = EarlyFeatures.Load(EarlyFeatures.PackagedFolder);
        var grey = rand(1, 1, 32, 32);
        var colours = grey.expand(1, 3, 32, 32);
        var expected = TensorMemory.ToArray(network.forward(colours).Layer1);
        Assert.Equal(expected, TensorMemory.ToArray(network.forward(grey).Layer1));
        Assert.Equal(expected, TensorMemory.ToArray(network.forward(cat([colours, rand(1, 1, 32, 32)], 1)).Layer1));
    }

    [Fact]
    public void A_folder_without_the_files_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(folder.Path, Assert.Throws<UserException>(() => EarlyFeatures.Load(folder.Path)).Message, StringComparison.Ordinal);
    }

    /// <summary>To 1e-4 of the layer's largest value, which is between 10 and 100.</summary>
    private static void AssertSame(ReadOnlySpan<float> expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        var (largest, difference) = (0f, 0f);
        for (var i = 0; i < found.Length; i++)
        {
            (largest, difference) = (Math.Max(largest, expected[i]), Math.Max(difference, Math.Abs(expected[i] - found[i])));
        }

        Assert.True(largest > 0.1f, "layers that say nothing can't be compared");
        Assert.InRange(difference / Math.Max(1, largest), 0, 1e-4f);
    }

    private static Tensor Stripes() => sin(arange(Side).to(ScalarType.Float32) * 0.3).expand(1, 3, Side, Side);

    private static InferenceSession SessionThatShows(IEnumerable<string> values)
    {
        var model = OnnxFile.Read(Path.Combine(EarlyFeatures.PackagedFolder, "ResNet18.onnx"));
        model.Graph.Output.AddRange(values.Select(name => new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float } } }));
        return new InferenceSession(model.ToByteArray());
    }
}
