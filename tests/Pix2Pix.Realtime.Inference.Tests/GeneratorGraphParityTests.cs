using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Inference.Tests;

public sealed class GeneratorGraphParityTests : IDisposable
{
    private const int Height = 32;
    private const int Width = 64;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pix2pix-parity");

    public static TheoryData<GeneratorShape> Shapes => [.. AllShapes()];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_graph_computes_what_its_shape_says(GeneratorShape shape)
    {
        var weights = RandomWeights.For(shape, seed: 11);
        var error = LargestError(GeneratorGraph.Build(shape, Height, Width, weights), shape, weights);
        Assert.InRange(error, 0, 1e-4);
    }

    [Fact]
    public void Half_weights_change_the_picture_by_less_than_their_tolerance()
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 16, 3, NormKind.Batch, NormStatistics.Running, UpsampleKind.Transposed, 0);
        var weights = RandomWeights.For(shape, seed: 12);
        var error = LargestError(HalfWeights.Apply(GeneratorGraph.Build(shape, Height, Width, weights)), shape, weights);
        Assert.InRange(error, 1e-6, 2e-2);
    }

    private double LargestError(global::Onnx.ModelProto model, GeneratorShape shape, IReadOnlyDictionary<string, WeightTensor> weights)
    {
        var inputShape = new FrameShape(shape.InputChannels, Height, Width);
        using var input = new TensorBuffer(inputShape);
        using var output = new TensorBuffer(new FrameShape(shape.OutputChannels, Height, Width));
        Probe.FillInput(5, input.Values);
        var expected = new ReferenceGenerator(shape, weights).Translate(Planes.Of(input.Values, shape.InputChannels, Height, Width)).Values.ToArray();
        var probe = Probe.Of(5, [.. expected.Select(value => (float)value)]);

        // Loading checks the probe too, with the reference in the trainer's place.
        var path = Path.Combine(_folder.FullName, "generator.onnx");
        OnnxFile.Write(path, model, new SnapshotMetadata(
            Direction.BtoA, Width, Height, ValueRange.Signed, "", shape.Statistics, WeightPrecision.Fp16, "parity", 1, probe));
        using var generator = GeneratorLoader.Load(path, new LoadOptions { Threads = 1 });
        generator.Translate(input, output);
        return output.Values.ToArray().Zip(expected).Max(pair => Math.Abs(pair.First - pair.Second));
    }

    private static IEnumerable<GeneratorShape> AllShapes() =>
        from kind in Enum.GetValues<GeneratorKind>()
        from norm in Enum.GetValues<NormKind>()
        from statistics in Enum.GetValues<NormStatistics>()
        from upsample in Enum.GetValues<UpsampleKind>()
        from patch in new[] { 1, 2, 4 }
        where patch == 1 || kind == GeneratorKind.ResNet || upsample == UpsampleKind.Transposed
        select new GeneratorShape(kind, 3, 1, 3, kind == GeneratorKind.UNet ? 3 : 2, norm, statistics, upsample, 0.5) { Patch = patch };
}
