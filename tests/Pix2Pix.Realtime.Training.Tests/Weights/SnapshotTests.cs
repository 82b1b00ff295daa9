using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Snapshots;
using Pix2Pix.Realtime.Training.Weights;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Weights;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData(GeneratorKind.UNet, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, false)]
    [InlineData(GeneratorKind.UNet, NormKind.Batch, NormStatistics.Running, UpsampleKind.Resize, false)]
    [InlineData(GeneratorKind.UNet, NormKind.Instance, NormStatistics.Running, UpsampleKind.Transposed, false)]
    [InlineData(GeneratorKind.UNet, NormKind.Batch, NormStatistics.Running, UpsampleKind.Transposed, true)]
    [InlineData(GeneratorKind.ResNet, NormKind.Batch, NormStatistics.Image, UpsampleKind.Resize, false)]
    [InlineData(GeneratorKind.ResNet, NormKind.Batch, NormStatistics.Running, UpsampleKind.Transposed, false)]
    [InlineData(GeneratorKind.UNet, NormKind.Batch, NormStatistics.Running, UpsampleKind.Transposed, false, 2)]
    [InlineData(GeneratorKind.UNet, NormKind.Instance, NormStatistics.Image, UpsampleKind.Transposed, true, 4)]
    [InlineData(GeneratorKind.ResNet, NormKind.Batch, NormStatistics.Running, UpsampleKind.Transposed, false, 2)]
    [InlineData(GeneratorKind.ResNet, NormKind.None, NormStatistics.Image, UpsampleKind.Resize, false, 4)]
    public void What_was_exported_comes_back_and_translates_alike(
        GeneratorKind kind, NormKind norm, NormStatistics statistics, UpsampleKind upsample, bool isHalf, int patch = 1)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var random = new Generator(5);
        using var network = GeneratorNetwork.Create(new GeneratorShape(kind, 3, 3, 4, patch == 1 ? 5 : 4, norm, statistics, upsample, Dropout: 0.5) { Patch = patch });
        Initialisation.Apply(network.Layers, WeightInit.Normal, 0.2, random);
        Translation.EstimateStatistics(network, (rand([6, 3, 64, 64], generator: random) * 2) - 1);
        var file = Write(folder, network, statistics, isHalf ? WeightPrecision.Fp16 : WeightPrecision.Fp32);

        var snapshot = Snapshot.Read(file);
        Assert.Equal(patch, snapshot.Generator.Shape.Patch);
        using var back = snapshot.Generator.ToNetwork();
        var input = (rand([2, 3, 64, 64], generator: random) * 2) - 1;
        Translation.Enter(network, statistics);
        Translation.Enter(back, statistics);
        var expected = Translation.Translate(network, input);
        var difference = (Translation.Translate(back, input) - expected).abs().max().Number();
        Assert.InRange(difference, 0, isHalf ? 2e-2f : 3e-5f);
        Assert.True(expected.std().Number() > 0.05, "the pictures must not be flat, or agreement says nothing");
        Assert.Equal((64, "cmp-facade", 7), (snapshot.Metadata.Width, snapshot.Metadata.Palette, snapshot.Metadata.Step));
    }

    [Fact]
    public void What_is_no_snapshot_of_floats_is_refused_in_a_sentence_that_says_why()
    {
        using var folder = new TemporaryFolder();
        using var network = GeneratorNetwork.Create(new GeneratorShape(GeneratorKind.UNet, 3, 3, 4, 5, NormKind.Batch, NormStatistics.Image, UpsampleKind.Resize, Dropout: 0));
        using var random = new Generator(5);
        Initialisation.Apply(network.Layers, WeightInit.Normal, 0.2, random);
        var file = Write(folder, network, NormStatistics.Image, WeightPrecision.Fp32);
        Assert.Contains("found none", Refusal(folder.File("nowhere.onnx")), StringComparison.Ordinal);

        var model = OnnxFile.Read(file);
        var metadata = SnapshotMetadata.FromEntries(OnnxFile.Metadata(model));
        OnnxFile.Write(file, model, metadata with { Precision = WeightPrecision.Int8 });
        Assert.Contains("found int8", Refusal(file), StringComparison.Ordinal);

        model.MetadataProps.Clear();
        OnnxFile.Write(file, model);
        Assert.Contains("found another .onnx file", Refusal(file), StringComparison.Ordinal);

        File.WriteAllBytes(file, File.ReadAllBytes(file)[..1000]);
        Assert.Contains("Expected a complete ONNX file", Refusal(file), StringComparison.Ordinal);

        static string Refusal(string path) => Assert.Throws<UserException>(() => Snapshot.Read(path)).Message;
    }

    private static string Write(TemporaryFolder folder, GeneratorNetwork network, NormStatistics statistics, WeightPrecision precision)
    {
        var file = folder.File("generator.onnx");
        new SnapshotWriter(64, Direction.BtoA, "cmp-facade", "test").Write(file, network, statistics, precision, step: 7);
        return file;
    }
}
