using CsCheck;
using Onnx;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Rewriting;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Inference.Tests.Rewriting;

public sealed class TransposedConvolutionsTests
{
    private static readonly Gen<GeneratorShape> Shapes =
        from kind in Gen.Enum<GeneratorKind>()
        from width in Gen.Int[1, 9]
        from depth in Gen.Int[1, 4]
        from statistics in Gen.Enum<NormStatistics>()
        from upsample in Gen.Enum<UpsampleKind>()
        from channels in Gen.Bool.Select(isGrey => isGrey ? 1 : 3)
        from patch in Gen.Int[0, 2].Select(doublings => 1 << doublings)
        select new GeneratorShape(kind, channels, 3, width, depth, NormKind.Batch, statistics, upsample, 0)
        {
            Patch = kind == GeneratorKind.UNet && upsample == UpsampleKind.Resize ? 1 : patch,
        };

    [Fact]
    public void Every_form_of_every_generator_gives_the_same_picture() =>
        (from shape in Shapes from rows in Gen.Int[1, 3] from columns in Gen.Int[1, 3] select (shape, rows, columns)).Sample(
            one =>
            {
                // From the smallest picture that the generator takes, whose innermost level is one pixel.
                var unit = Math.Max(one.shape.SideMultiple, 8 * one.shape.Patch);
                var (height, width) = (unit * one.rows, unit * one.columns);
                var model = GeneratorGraph.Build(one.shape, height, width, RandomWeights.For(one.shape, seed: 5));
                var picture = Probe.Input(3, new FrameShape(one.shape.InputChannels, height, width));
                var expected = PlainRun.Answer(model, picture);
                foreach (var form in (TransposedForm[])[TransposedForm.FourConvolutions, TransposedForm.OneConvolution])
                {
                    var rewritten = TransposedConvolutions.Apply(ResizedConvolutions.Apply(model), form);
                    Assert.DoesNotContain(rewritten.Graph.Node, node => node.OpType is "ConvTranspose" or "Resize");
                    Assert.InRange(PlainRun.LargestDifference(expected, PlainRun.Answer(rewritten, picture)), 0, 1e-4);
                }
            },
            iter: 60, threads: 1);

    [Fact]
    public void Each_layer_may_have_a_form_of_its_own_and_can_run_alone()
    {
        var model = Model();
        var picture = Probe.Input(3, new FrameShape(3, 16, 16));
        var layers = TransposedConvolutions.Layers(model);
        Assert.True(layers.Count > 1);
        var mixed = TransposedConvolutions.Apply(model, layer => layer == 0 ? TransposedForm.Transposed : layer % 2 == 0 ? TransposedForm.FourConvolutions : TransposedForm.OneConvolution);
        Assert.Single(mixed.Graph.Node, node => node.OpType == "ConvTranspose");
        Assert.InRange(PlainRun.LargestDifference(PlainRun.Answer(model, picture), PlainRun.Answer(mixed, picture)), 0, 1e-4);

        foreach (var (layer, shape) in layers.Zip(SubgraphRun.Shapes(model, [.. layers.Select(layer => layer.Input[0])])))
        {
            var alone = TransposedConvolutions.Alone(model, layer, shape);
            var output = Assert.Single(SubgraphRun.Shapes(alone, [layer.Output[0]]));
            Assert.Equal([shape[2] * 2, shape[3] * 2], output.Skip(2));
        }
    }

    [Fact]
    public void What_is_no_doubling_stays_as_it_is()
    {
        var model = Model();
        foreach (var node in model.Graph.Node.Where(node => node.OpType == "ConvTranspose"))
        {
            node.Attribute.Single(attribute => attribute.Name == "strides").Ints[0] = 1;
        }

        Assert.Equal(model, TransposedConvolutions.Apply(model, TransposedForm.FourConvolutions));
    }

    [Fact]
    public void A_part_of_open_sides_is_refused()
    {
        var model = Model();
        model.Graph.Input[0].Type.TensorType.Shape.Dim[2].DimParam = "height";
        Assert.Contains("fixed shape", Assert.Throws<UserException>(() => new SubgraphRun(model, threads: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resize_that_something_else_reads_too_stays()
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 4, 2, NormKind.Batch, NormStatistics.Running, UpsampleKind.Resize, 0);
        var model = GeneratorGraph.Build(shape, 16, 16, RandomWeights.For(shape, seed: 2));
        var resizes = model.Graph.Node.Where(node => node.OpType == "Resize").ToList();
        model.Graph.Output.Add(new ValueInfoProto { Name = "seen" });
        model.Graph.Node.Add(new NodeProto { OpType = "Relu", Name = "seen", Input = { resizes[0].Output[0] }, Output = { "seen" } });
        Assert.Equal([resizes[0]], ResizedConvolutions.Apply(model).Graph.Node.Where(node => node.OpType == "Resize"));
    }

    [Fact]
    public void The_given_graph_stays_as_it_is_and_no_weight_is_left_unused()
    {
        var model = Model();
        var before = model.Clone();
        var rewritten = TransposedConvolutions.Apply(model, TransposedForm.OneConvolution);
        Assert.Equal(before, model);
        var used = rewritten.Graph.Node.SelectMany(node => node.Input).ToHashSet();
        Assert.All(rewritten.Graph.Initializer, tensor => Assert.Contains(tensor.Name, used));
    }

    [Fact]
    public void Half_and_denormal_weights_become_plain_ones()
    {
        var model = Model();
        var weights = model.Graph.Initializer.Single(tensor => tensor.Name == "encoder.0.conv.weight");
        var bytes = weights.RawData.ToByteArray();
        BitConverter.TryWriteBytes(bytes, 1e-39f);
        weights.RawData = Google.Protobuf.ByteString.CopyFrom(bytes);

        var plain = PlainWeights.Apply(model);
        Assert.Equal(0f, TensorData.ToWeight(plain.Graph.Initializer.Single(tensor => tensor.Name == "encoder.0.conv.weight")).Values[0]);

        var half = HalfWeights.Apply(plain);
        var unpacked = PlainWeights.Apply(half);
        Assert.Contains("Cast", half.Graph.Node.Select(node => node.OpType));
        Assert.DoesNotContain("Cast", unpacked.Graph.Node.Select(node => node.OpType));
        var picture = Probe.Input(3, new FrameShape(3, 16, 16));
        Assert.Equal(PlainRun.Answer(half, picture), PlainRun.Answer(unpacked, picture));
    }

    private static ModelProto Model()
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 16, 3, NormKind.Batch, NormStatistics.Running, UpsampleKind.Transposed, 0);
        return GeneratorGraph.Build(shape, 16, 16, RandomWeights.For(shape, seed: 2));
    }
}
