using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Snapshots;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Snapshots;

/// <summary>What libtorch computes and what ONNX Runtime computes from our export is the same picture.</summary>
public sealed class ParityTests
{
    /// <summary>Three widths, two sizes, both statistics, both ways up.</summary>
    public static TheoryData<int, int, NormStatistics, UpsampleKind> Cases()
    {
        var cases = new TheoryData<int, int, NormStatistics, UpsampleKind>();
        foreach (var width in new[] { 4, 8, 16 })
        {
            foreach (var size in new[] { 64, 128 })
            {
                foreach (var statistics in Enum.GetValues<NormStatistics>())
                {
                    foreach (var upsample in Enum.GetValues<UpsampleKind>())
                    {
                        cases.Add(width, size, statistics, upsample);
                    }
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_exported_generator_answers_as_libtorch_does(int width, int size, NormStatistics statistics, UpsampleKind upsample) =>
        Compare(new GeneratorShape(GeneratorKind.UNet, 3, 3, width, 5, NormKind.Batch, statistics, upsample, 0.5), size);

    [Theory]
    [InlineData(NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed)]
    [InlineData(NormKind.Batch, NormStatistics.Running, UpsampleKind.Resize)]
    [InlineData(NormKind.Instance, NormStatistics.Image, UpsampleKind.Transposed)]
    [InlineData(NormKind.None, NormStatistics.Image, UpsampleKind.Resize)]
    public void An_exported_residual_generator_answers_as_libtorch_does(NormKind norm, NormStatistics statistics, UpsampleKind upsample) =>
        Compare(new GeneratorShape(GeneratorKind.ResNet, 3, 3, 8, 6, norm, statistics, upsample, 0.5), 64);

    /// <summary>Blocks of pixels read and written as one: the same convolutions between fewer, larger pixels.</summary>
    [Theory]
    [InlineData(GeneratorKind.UNet, 2, NormStatistics.Image)]
    [InlineData(GeneratorKind.UNet, 4, NormStatistics.Running)]
    [InlineData(GeneratorKind.ResNet, 2, NormStatistics.Running)]
    [InlineData(GeneratorKind.ResNet, 4, NormStatistics.Image)]
    public void An_exported_generator_on_blocks_answers_as_libtorch_does(GeneratorKind kind, int patch, NormStatistics statistics) =>
        Compare(new GeneratorShape(kind, 3, 3, 8, 4, NormKind.Batch, statistics, UpsampleKind.Transposed, 0.5) { Patch = patch }, 128);

    private static void Compare(GeneratorShape shape, int size)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var random = new Generator(3);
        var statistics = shape.Statistics;
        using var network = GeneratorNetwork.Create(shape);
        Initialisation.Apply(network.Layers, WeightInit.Normal, 0.2, random);
        Translation.EstimateStatistics(network, (rand([6, 3, size, size], generator: random) * 2) - 1);

        var file = folder.File("generator.onnx");
        new SnapshotWriter(size, Direction.BtoA, "cmp-facade", "test").Write(file, network, statistics, WeightPrecision.Fp32, step: 5);
        using var loaded = GeneratorLoader.Load(file, new LoadOptions { Provider = ExecutionProvider.Cpu });

        var frame = new FrameShape(3, size, size);
        using var input = new TensorBuffer(frame);
        using var output = new TensorBuffer(frame);
        Probe.FillInput(99, input.Values);
        loaded.Translate(input, output);

        Translation.Enter(network, statistics);
        var expected = TensorMemory.ToArray(Translation.Translate(network, tensor(input.Values.ToArray(), [1, 3, size, size])));
        var largest = 0f;
        for (var i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(expected[i] - output.Values[i]));
        }

        Assert.InRange(largest, 0, 1e-4f);
        Assert.True(expected.Max() - expected.Min() > 0.1f, "the picture must not be flat, or agreement says nothing");
    }
}
