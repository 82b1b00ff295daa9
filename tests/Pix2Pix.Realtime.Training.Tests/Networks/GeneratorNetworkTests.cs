using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Networks;

public class GeneratorNetworkTests
{
    /// <summary>Outside training many pictures are convolved few at a time; with a gradient all at once.</summary>
    [Theory]
    [InlineData(GeneratorKind.UNet, UpsampleKind.Transposed)]
    [InlineData(GeneratorKind.UNet, UpsampleKind.Resize)]
    [InlineData(GeneratorKind.ResNet, UpsampleKind.Resize)]
    public void Many_pictures_are_translated_as_one_batch_is(GeneratorKind kind, UpsampleKind upsample)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5);
        using var network = GeneratorNetwork.Create(new GeneratorShape(kind, 3, 3, 4, 3, NormKind.Batch, NormStatistics.Running, upsample, 0));
        Initialisation.Apply(network.Layers, WeightInit.Normal, 0.2, random);
        var pictures = (rand([19, 3, 32, 32], generator: random) * 2) - 1;
        Translation.EstimateStatistics(network, pictures);
        Translation.Enter(network, NormStatistics.Running);

        var expected = network.forward(pictures);
        Assert.True((expected.max() - expected.min()).Number() > 0.1, "the pictures must not be flat, or agreement says nothing");
        Assert.InRange((Translation.Translate(network, pictures) - expected).abs().max().Number(), 0, 1e-5);
    }

    /// <summary>Over hundreds of pictures what is made on the way would be most of the memory.</summary>
    [Fact]
    public void A_translation_leaves_its_picture_and_nothing_else()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5);
        using var network = GeneratorNetwork.Create(new GeneratorShape(GeneratorKind.UNet, 3, 3, 4, 5, NormKind.Batch, NormStatistics.Running, UpsampleKind.Resize, 0));
        Initialisation.Apply(network.Layers, WeightInit.Normal, 0.2, random);
        var picture = zeros(1, 3, 32, 32);
        var before = scope.DisposablesCount;
        Translation.Translate(network, picture);

        // A skip of each level, what each decoder gives to the one above, and the picture before and after tanh.
        Assert.InRange(scope.DisposablesCount - before, 1, 13);
    }

    /// <summary>A card takes weights and statistics as new tensors, and the old ones are freed; so does a type with more digits, and the way back.</summary>
    [Theory]
    [InlineData(GeneratorKind.UNet)]
    [InlineData(GeneratorKind.ResNet)]
    public void Networks_work_on_with_the_tensors_that_they_were_moved_to(GeneratorKind kind)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5);
        using var network = GeneratorNetwork.Create(new GeneratorShape(kind, 3, 3, 4, 3, NormKind.Batch, NormStatistics.Running, UpsampleKind.Resize, 0));
        using var discriminator = Discriminator.OfPatches(6, 4, 3, NormKind.Batch);
        Initialisation.Apply(network.Layers, WeightInit.Normal, 0.2, random);
        Initialisation.Apply(discriminator.Layers, WeightInit.Normal, 0.2, random);
        var picture = (rand([1, 3, 32, 32], generator: random) * 2) - 1;
        var (translated, judged) = (Translations(), discriminator.forward(cat([picture, picture], 1)));

        foreach (var there in (ScalarType[])[ScalarType.Float64, ScalarType.Float32])
        {
            network.to(there);
            discriminator.to(there);
        }

        Assert.All(translated.Zip(Translations()), pair => Assert.True(pair.First.allclose(pair.Second)));
        Assert.True(judged.allclose(discriminator.forward(cat([picture, picture], 1))));

        // The estimate first: it writes the statistics that another mode reads.
        List<Tensor> Translations() => [.. Enum.GetValues<NormMode>().OrderByDescending(mode => mode == NormMode.Estimate).Select(mode =>
        {
            network.Mode = mode;
            return network.forward(picture);
        })];
    }
}
