using Onnx;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Tests.Onnx;

public sealed class GeneratorGraphTests
{
    private static readonly GeneratorShape Small = new(GeneratorKind.UNet, 3, 3, 4, 4, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, 0.5);

    public static TheoryData<GeneratorShape> Shapes => [.. AllShapes()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_value_is_made_before_it_is_used_and_only_once(GeneratorShape shape)
    {
        var graph = Build(shape).Graph;
        var known = graph.Input.Select(input => input.Name).Concat(graph.Initializer.Select(tensor => tensor.Name)).ToList();
        Assert.Equal(known.Count, known.Distinct().Count());
        var made = known.ToHashSet();
        foreach (var node in graph.Node)
        {
            Assert.All(node.Input.Where(name => name.Length > 0), name => Assert.Contains(name, made));
            Assert.All(node.Output, name => Assert.True(made.Add(name), name));
        }

        Assert.Contains(Assert.Single(graph.Output).Name, made);
        Assert.Equal(graph.Node.Count, graph.Node.Select(node => node.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Only_the_picture_is_an_input_and_every_weight_is_used(GeneratorShape shape)
    {
        var model = Build(shape);
        var input = Assert.Single(model.Graph.Input);
        Assert.Equal("input", input.Name);
        Assert.Equal([1L, shape.InputChannels, 32, 64], input.Type.TensorType.Shape.Dim.Select(dim => dim.DimValue));
        Assert.Equal([1L, shape.OutputChannels, 32, 64], model.Graph.Output[0].Type.TensorType.Shape.Dim.Select(dim => dim.DimValue));
        var used = model.Graph.Node.SelectMany(node => node.Input).ToHashSet();
        Assert.All(model.Graph.Initializer, tensor => Assert.Contains(tensor.Name, used));
        Assert.Equal((8L, 17L), (model.IrVersion, Assert.Single(model.OpsetImport).Version));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Norms_are_per_picture_or_folded_and_nothing_of_training_is_left(GeneratorShape shape)
    {
        var kinds = Build(shape).Graph.Node.Select(node => node.OpType).ToHashSet();
        Assert.DoesNotContain("BatchNormalization", kinds);
        Assert.DoesNotContain("Dropout", kinds);
        var perPicture = shape.Norm == NormKind.Instance || (shape.Norm == NormKind.Batch && shape.Statistics == NormStatistics.Image);
        Assert.Equal(perPicture, kinds.Contains("InstanceNormalization"));
    }

    [Fact]
    public void Transposed_convolutions_carry_explicit_pads()
    {
        var node = Build(Small).Graph.Node.First(node => node.OpType == "ConvTranspose");
        Assert.Equal([1L, 1, 1, 1], node.Attribute.Single(attribute => attribute.Name == "pads").Ints);
        Assert.Equal([4L, 4], node.Attribute.Single(attribute => attribute.Name == "kernel_shape").Ints);
        Assert.Equal([2L, 2], node.Attribute.Single(attribute => attribute.Name == "strides").Ints);
        Assert.DoesNotContain(node.Attribute, attribute => attribute.Name == "auto_pad");
    }

    [Fact]
    public void Denormal_weights_become_zero()
    {
        var weights = RandomWeights.For(Small, seed: 1);
        weights["encoder.0.conv.weight"].Values[3] = 1e-39f;
        var tensor = GeneratorGraph.Build(Small, 32, 32, weights).Graph.Initializer.Single(tensor => tensor.Name == "encoder.0.conv.weight");
        var written = TensorData.ToWeight(tensor).Values;
        Assert.Equal(0f, written[3]);
        Assert.Equal(weights["encoder.0.conv.weight"].Values[4], written[4]);
    }

    [Fact]
    public void A_weight_that_is_not_finite_is_refused_by_name()
    {
        var weights = RandomWeights.For(Small, seed: 1);
        weights["decoder.2.conv.weight"].Values[0] = float.NaN;
        var fault = Assert.Throws<UserException>(() => GeneratorGraph.Build(Small, 32, 32, weights));
        Assert.Contains("decoder.2.conv.weight", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_weight_and_one_of_another_shape_are_refused_by_name()
    {
        var weights = RandomWeights.For(Small, seed: 1);
        weights.Remove("encoder.1.norm.bias");
        Assert.Contains("encoder.1.norm.bias", Assert.Throws<UserException>(() => GeneratorGraph.Build(Small, 32, 32, weights)).Message, StringComparison.Ordinal);

        var wide = RandomWeights.For(Small with { Width = 8 }, seed: 1);
        Assert.Contains("[4,3,4,4], found [8,3,4,4]", Assert.Throws<UserException>(() => GeneratorGraph.Build(Small, 32, 32, wide)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GeneratorKind.UNet, 24, 16)]
    [InlineData(GeneratorKind.ResNet, 30, 4)]
    public void A_side_that_the_network_cannot_halve_is_refused(GeneratorKind kind, int side, int multiple)
    {
        var shape = Small with { Kind = kind };
        var fault = Assert.Throws<UserException>(() => GeneratorGraph.Build(shape, side, 32, RandomWeights.For(shape, seed: 1)));
        Assert.Contains($"multiples of {multiple}", fault.Message, StringComparison.Ordinal);
    }

    private static ModelProto Build(GeneratorShape shape) => GeneratorGraph.Build(shape, 32, 64, RandomWeights.For(shape, seed: 1));

    private static IEnumerable<GeneratorShape> AllShapes() =>
        from kind in Enum.GetValues<GeneratorKind>()
        from norm in Enum.GetValues<NormKind>()
        from statistics in Enum.GetValues<NormStatistics>()
        from upsample in Enum.GetValues<UpsampleKind>()
        select new GeneratorShape(kind, 1, 4, 4, kind == GeneratorKind.UNet ? 5 : 2, norm, statistics, upsample, 0.5);
}
