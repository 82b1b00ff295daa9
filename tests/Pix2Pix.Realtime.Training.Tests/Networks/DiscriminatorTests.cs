using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Training.Networks;
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

        var touchedRows = pair.grad!.abs().sum([0, 1, 3]).gt(0).sum().Number();
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

    [Fact]
    public void Pixels_and_features_are_judged_side_by_side_each_by_its_own_part()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Discriminator.OfFeatures(6, 198, 4, 1, NormKind.None);
        using var random = new Generator(3);
        Initialisation.Apply(discriminator.Layers, Settings.WeightInit.Normal, 0.1, random);
        var (pair, features) = (rand(2, 6, 64, 64).requires_grad_(true), rand(2, 198, 16, 16).requires_grad_(true));
        var judgements = discriminator.Judge(pair, features);
        Assert.Equal([2L, 1, 30, 30, 2, 1, 8, 8], judgements.SelectMany(judgement => judgement.Answers.shape));
        judgements[0].Answers.sum().backward();
        Assert.True(pair.grad!.abs().sum().Number() > 0);
        Assert.Null(features.grad);
        discriminator.Judge(pair, features)[1].Answers.sum().backward();
        Assert.True(features.grad!.abs().sum().Number() > 0);
    }

    [Fact]
    public void Coarser_scales_see_the_pair_at_half_its_sides_and_leave_the_finest_as_it_is()
    {
        using var scope = NewDisposeScope();
        using var one = Seeded(scales: 1);
        using var three = Seeded(scales: 3);
        var pair = rand(1, 6, 64, 64);
        var judgements = three.Judge(pair);
        Assert.Equal([30L, 14, 6], judgements.Select(judgement => judgement.Answers.shape[2]));
        Assert.Equal(TensorMemory.ToArray(one.forward(pair)), TensorMemory.ToArray(judgements[0].Answers));
        Assert.Equal(TensorMemory.ToArray(one.Judge(pair)[0].Answers), TensorMemory.ToArray(three.forward(pair)));

        // A pixel of the coarsest is the mean of four by four.
        var coarse = nn.functional.interpolate(nn.functional.avg_pool2d(pair, 4), scale_factor: [4, 4], mode: InterpolationMode.Nearest);
        Assert.All(TensorMemory.ToArray(three.Judge(coarse)[2].Answers).Zip(TensorMemory.ToArray(judgements[2].Answers)), both => Assert.Equal(both.Second, both.First, 1e-4f));
    }

    [Fact]
    public void The_names_of_the_finest_scales_weights_are_those_of_a_single_one()
    {
        using var scope = NewDisposeScope();
        using var one = Seeded(scales: 1);
        using var two = Seeded(scales: 2);
        var names = NetworkState.Of(two).Select(entry => entry.Name).ToList();
        Assert.Equal(NetworkState.Of(one).Select(entry => entry.Name), names.Where(name => !name.StartsWith("coarser.", StringComparison.Ordinal)));
        Assert.Equal(2 * NetworkState.Of(one).Count(), names.Count);
    }

    private static Discriminator Seeded(int scales)
    {
        using var random = new Generator(3);
        var discriminator = Discriminator.OfPatches(6, 4, 1, NormKind.Batch, scales);
        Initialisation.Apply(discriminator.Layers, Settings.WeightInit.Normal, 0.2, random);
        return discriminator;
    }
}
