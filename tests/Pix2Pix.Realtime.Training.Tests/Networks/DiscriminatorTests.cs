using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Networks;

public class DiscriminatorTests
{
    [Theory]
    [InlineData(1, 16)]
    [InlineData(2, 34)]
    [InlineData(3, 70)]
    [InlineData(4, 142)]
    [InlineData(5, 286)]
    [InlineData(6, 574)]
    public void One_answer_judges_a_patch_of_the_published_size(int layers, int pixels) =>
        Assert.Equal(pixels, Discriminator.ReceptiveField(layers));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Only_pixels_inside_the_patch_change_an_answer(int layers)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(7);
        using var discriminator = Discriminator.OfPatches(2, 4, layers, NormKind.None);
        foreach (var layer in discriminator.Layers)
        {
            layer.Convolution.Weight.detach().uniform_(0.1, 1, random);
        }

        var pair = zeros(1, 2, 128, 128).requires_grad_(true);
        var answers = discriminator.forward(pair);
        var middle = answers.shape[2] / 2;
        answers[0, 0, middle, middle].backward();

        var touchedRows = pair.grad!.abs().sum([0, 1, 3]).gt(0).sum().ToInt64();
        Assert.Equal(Discriminator.ReceptiveField(layers), touchedRows);
    }

    [Fact]
    public void A_picture_of_256_pixels_gets_30_by_30_answers_and_2_768_705_weights_judge_it()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Discriminator.OfPatches(6, 64, 3, NormKind.Batch);
        Assert.Equal([1, 1, 30, 30], discriminator.forward(zeros(1, 6, 256, 256)).shape);
        Assert.Equal(2_768_705, discriminator.parameters().Sum(parameter => parameter.numel()));
    }
}
