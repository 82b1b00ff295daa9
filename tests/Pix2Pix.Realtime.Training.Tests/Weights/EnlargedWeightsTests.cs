using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Weights;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Weights;

/// <summary>A generator of small pictures, carried over to blocks of pixels, gives its own answers enlarged.</summary>
public sealed class EnlargedWeightsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_larger_picture_is_translated_as_the_smaller_one_was_with_each_pixel_enlarged(int patch)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5);
        using var small = Network(patch: 1);
        Initialisation.Apply(small.Layers, WeightInit.Normal, 0.2, random);
        using var large = Network(patch);
        new GeneratorWeights(small.Shape, Weights(small)).CopyTo(large);

        var picture = (rand([2, 3, 32, 32], generator: random) * 2) - 1;
        var expected = Enlarge(Translation.Translate(small, picture), patch);
        var answer = Translation.Translate(large, Enlarge(picture, patch));
        Assert.InRange((answer - expected).abs().max().Number(), 0, 1e-4);
        Assert.True(expected.std().Number() > 0.05, "the pictures must not be flat, or agreement says nothing");
    }

    [Fact]
    public void Smaller_blocks_than_the_files_are_refused_by_name()
    {
        using var large = Network(patch: 2);
        using var small = Network(patch: 1);
        var fault = Assert.Throws<UserException>(() => new GeneratorWeights(large.Shape, Weights(large)).CopyTo(small));
        Assert.Contains("generator.patch 2", fault.Message, StringComparison.Ordinal);
    }

    private static GeneratorNetwork Network(int patch) =>
        GeneratorNetwork.Create(new GeneratorShape(GeneratorKind.UNet, 3, 3, 4, 4, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed, Dropout: 0) { Patch = patch });

    private static Tensor Enlarge(Tensor picture, int times) => nn.functional.interpolate(picture, scale_factor: [times, times], mode: InterpolationMode.Nearest);

    private static Dictionary<string, WeightTensor> Weights(GeneratorNetwork network) =>
        NetworkState.Of(network).ToDictionary(one => one.Name, one => new WeightTensor([.. one.Value.shape.Select(side => (int)side)], one.Value.data<float>().ToArray()));
}
