using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Weights;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Weights;

/// <summary>Generators that PyTorch saved answer here as they answered there; make_fixtures.py beside this file made them.</summary>
public sealed class OfficialWeightsTests
{
    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Weights", "fixtures", $"{name}.pth");

    [Theory]
    [InlineData("unet-batch", GeneratorKind.UNet, 5, NormKind.Batch)]
    [InlineData("unet-batch-legacy", GeneratorKind.UNet, 4, NormKind.Batch)]
    [InlineData("unet-instance", GeneratorKind.UNet, 4, NormKind.Instance)]
    [InlineData("unet-none", GeneratorKind.UNet, 4, NormKind.None)]
    [InlineData("resnet-instance", GeneratorKind.ResNet, 3, NormKind.Instance)]
    [InlineData("resnet-batch-dropout", GeneratorKind.ResNet, 2, NormKind.Batch)]
    public void A_generator_saved_by_PyTorch_answers_as_it_did_there(string name, GeneratorKind kind, int depth, NormKind norm)
    {
        using var scope = NewDisposeScope();
        var generator = GeneratorWeights.Load(Fixture(name));
        Assert.Equal((kind, 3, 3, 2, depth, norm), (generator.Shape.Kind, generator.Shape.InputChannels, generator.Shape.OutputChannels, generator.Shape.Width, generator.Shape.Depth, generator.Shape.Norm));

        var there = WeightsFile.Load(Fixture(name));
        using var network = generator.ToNetwork();
        Assert.InRange(LargestDifference(network, there["fixture.input"].Values, there["fixture.output"].Values), 0, 1e-4f);
    }

    [Theory]
    [InlineData("unet-batch")]
    [InlineData("resnet-instance")]
    public void What_is_written_as_safetensors_is_read_back_the_same(string name)
    {
        using var folder = new TemporaryFolder();
        var generator = GeneratorWeights.Load(Fixture(name));
        using var network = generator.ToNetwork();
        var file = folder.File("generator.safetensors");
        WeightsFile.Save(file, network);
        var again = GeneratorWeights.Load(file);
        Assert.Equal(generator.Shape, again.Shape);
        Assert.All(again.Weights, entry => Assert.Equal(generator.Weights[entry.Key].Values, entry.Value.Values));
    }

    [Fact]
    public void Weights_of_another_shape_leave_the_network_as_it_is()
    {
        var generator = GeneratorWeights.Load(Fixture("unet-batch"));
        using var other = GeneratorNetwork.Create(generator.Shape with { Width = 4 });
        var before = TensorMemory.ToArray(other.parameters().First());
        var fault = Assert.Throws<UserException>(() => generator.CopyTo(other));
        Assert.Contains("generator.width 2", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, TensorMemory.ToArray(other.parameters().First()));
    }

    [Fact]
    public void A_file_that_is_no_generator_is_refused_in_words()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "text.pth", "text.safetensors" })
        {
            var file = folder.File(name);
            File.WriteAllText(file, "these are no weights");
            Assert.Contains(name, Assert.Throws<UserException>(() => GeneratorWeights.Load(file)).Message, StringComparison.Ordinal);
        }

        foreach (var name in new[] { "unet-batch", "unet-batch-legacy" })
        {
            var cut = folder.File("cut.pth");
            File.WriteAllBytes(cut, File.ReadAllBytes(Fixture(name))[..20_000]);
            Assert.Throws<UserException>(() => GeneratorWeights.Load(cut));
        }

        Assert.Contains("none", Assert.Throws<UserException>(() => GeneratorWeights.Load(folder.File("missing.pth"))).Message, StringComparison.Ordinal);
    }

    private static float LargestDifference(GeneratorNetwork network, float[] input, float[] expected)
    {
        Translation.Enter(network, NormStatistics.Image);
        var answer = TensorMemory.ToArray(Translation.Translate(network, tensor(input, [1, 3, 32, 32])));
        return answer.Zip(expected, (a, b) => Math.Abs(a - b)).Max();
    }
}
