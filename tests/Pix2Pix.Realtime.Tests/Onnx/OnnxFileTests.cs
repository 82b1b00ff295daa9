using CsCheck;
using Google.Protobuf;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Tests.Onnx;

public sealed class OnnxFileTests : IDisposable
{
    private static readonly GeneratorShape Shape = new(GeneratorKind.UNet, 3, 3, 4, 3, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, 0.5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pix2pix-onnx");

    private string FilePath => Path.Combine(_folder.FullName, "generator.onnx");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_graph_comes_back_as_it_was_written()
    {
        var model = GeneratorGraph.Build(Shape, 16, 16, RandomWeights.For(Shape, seed: 1));
        OnnxFile.Write(FilePath, model);
        Assert.Equal(model, OnnxFile.Read(FilePath));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void A_file_cut_anywhere_in_its_graph_is_refused()
    {
        var model = GeneratorGraph.Build(Shape, 16, 16, RandomWeights.For(Shape, seed: 1));
        var bytes = model.ToByteArray();
        Gen.Int[0, bytes.Length - 1].Sample(length =>
        {
            var path = Path.Combine(_folder.FullName, $"{length}.onnx");
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Contains(path, Assert.Throws<UserException>(() => OnnxFile.Read(path)).Message, StringComparison.Ordinal);
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void A_text_file_is_refused()
    {
        File.WriteAllText(FilePath, "this is no model");
        Assert.Contains("Expected a complete ONNX file", Assert.Throws<UserException>(() => OnnxFile.Read(FilePath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_weights_keep_the_values_to_half_precision_and_leave_the_original_alone()
    {
        var shape = Shape with { Width = 16 };
        var model = GeneratorGraph.Build(shape, 16, 16, RandomWeights.For(shape, seed: 1));
        var before = model.Clone();
        var half = HalfWeights.Apply(model);
        Assert.Equal(before, model);
        Assert.True(half.CalculateSize() < model.CalculateSize() * 0.6);
        foreach (var node in half.Graph.Node.Where(node => node.OpType == "Cast"))
        {
            var stored = TensorData.ToWeight(half.Graph.Initializer.Single(tensor => tensor.Name == node.Input[0]));
            var exact = TensorData.ToWeight(model.Graph.Initializer.Single(tensor => tensor.Name == node.Output[0]));
            Assert.Equal(exact.Dims, stored.Dims);
            Assert.All(exact.Values.Zip(stored.Values), pair => Assert.InRange(pair.Second - pair.First, -1e-3f, 1e-3f));
        }
    }

    [Fact]
    public void A_weight_too_large_for_half_precision_is_refused_by_name()
    {
        var weights = RandomWeights.For(Shape, seed: 1);
        weights["encoder.2.conv.weight"].Values[9] = 1e6f;
        var model = GeneratorGraph.Build(Shape, 16, 16, weights);
        Assert.Contains("encoder.2.conv.weight", Assert.Throws<UserException>(() => HalfWeights.Apply(model)).Message, StringComparison.Ordinal);
    }
}
