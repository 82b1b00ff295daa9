using Onnx;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Rewriting;
using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Rendering.Tests.Generator;

/// <summary>What becomes of a graph before the card sees it.</summary>
public sealed class GeneratorPlanTests
{
    private static readonly GeneratorShape Shape =
        new(GeneratorKind.UNet, 3, 3, 4, Depth: 5, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, 0);

    [Fact]
    public void Activations_and_concatenations_are_no_passes_of_their_own()
    {
        var plan = Plan(Shape);
        Assert.Equal(2 * Shape.Depth, plan.Layers.OfType<PlannedConvolution>().Count());
        Assert.Equal(3 + 4, plan.Layers.OfType<PlannedNorm>().Count());
        Assert.True(plan.Layers.OfType<PlannedConvolution>().Last().HasTanh);
        Assert.Equal(Shape.Depth - 1, plan.Layers.OfType<PlannedConvolution>().Count(layer => layer.Reads.Count == 2));
    }

    [Theory]
    [InlineData(GeneratorKind.UNet)]
    [InlineData(GeneratorKind.ResNet)]
    public void Buffers_are_shared_but_never_while_someone_still_reads_them(GeneratorKind kind)
    {
        var plan = Plan(Shape with { Kind = kind });
        var buffers = BufferPlan.For(plan);
        Assert.True(buffers.Sizes.Count < plan.Tensors.Count);
        var holds = new Dictionary<int, int> { [buffers.BufferOf[0]] = 0 };
        foreach (var layer in plan.Layers)
        {
            Assert.All(layer.Reads, part => Assert.Equal(part.Tensor, holds[buffers.BufferOf[part.Tensor]]));
            if (((layer as PlannedConvolution)?.Result ?? (layer as PlannedAddition)?.Result) is { } result)
            {
                Assert.DoesNotContain(buffers.BufferOf[result], layer.Reads.Select(part => buffers.BufferOf[part.Tensor]));
                Assert.True(buffers.Sizes[buffers.BufferOf[result]] >= plan.Tensors[result]);
                holds[buffers.BufferOf[result]] = result;
            }
        }

        Assert.Equal(plan.Result, holds[buffers.BufferOf[plan.Result]]);
    }

    [Fact]
    public void A_transposed_convolution_multiplies_no_zeros()
    {
        var last = Plan(Shape).Layers.OfType<PlannedConvolution>().Last();
        Assert.Equal((4, 16), (last.Taps.Phases.Count, last.Taps.TapsPerBlock));
        Assert.Equal(2L * 8 * 3 * 16 * 32 * 32, last.Operations);
    }

    [Fact]
    public void Four_interleaved_convolutions_are_the_layer_that_a_transposed_one_is()
    {
        var (transposed, four) = (Plan(Shape), GeneratorPlanner.Plan("x.onnx", TransposedConvolutions.Apply(Model(Shape), TransposedForm.FourConvolutions), size: null, ValueRange.Signed));
        Assert.Equal(Costs(transposed), Costs(four));

        static List<(Type, long)> Costs(GeneratorPlan plan) => [.. plan.Layers.Select(layer => (layer.GetType(), (layer as PlannedConvolution)?.Operations ?? 0))];
    }

    [Fact]
    public void Few_output_channels_are_read_for_once_in_all_phases()
    {
        var layers = Plan(Shape).Layers.OfType<PlannedConvolution>().ToList();
        Assert.Equal((1, 9, 4), (layers[^1].Taps.Rounds.Count, layers[^1].Taps.Rounds[0].Count, layers[^1].RoundGroups));
        Assert.Equal((4, 16), (layers[^3].Taps.Rounds.Count, layers[^3].Taps.Rounds.Sum(round => round.Count)));
    }

    [Fact]
    public void An_interleaving_whose_channels_someone_else_reads_is_named()
    {
        var model = TransposedConvolutions.Apply(Model(Shape), TransposedForm.FourConvolutions);
        var (norm, join) = (model.Graph.Node.First(node => node.OpType == "InstanceNormalization").Clone(), model.Graph.Node.First(node => node.OpType == "Concat" && node.Name.EndsWith(".phases", StringComparison.Ordinal)));
        (norm.Name, norm.Input[0], norm.Output[0]) = ("curious", join.Input[0], "curious");
        model.Graph.Node.Insert(model.Graph.Node.IndexOf(join), norm);
        var fault = Assert.Throws<UserException>(() => GeneratorPlanner.Plan("x.onnx", model, size: null, ValueRange.Signed));
        Assert.Contains("DepthToSpace", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_node_is_named_in_one_sentence()
    {
        var model = Model(Shape);
        model.Graph.Node[^1].OpType = "Sigmoid";
        var fault = Assert.Throws<UserException>(() => GeneratorPlanner.Plan("x.onnx", model, size: null, ValueRange.Signed));
        Assert.Contains("found Sigmoid 'decoder.tanh'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_is_not_computed_is_named_too()
    {
        var model = Model(Shape);
        var convolution = model.Graph.Node.First(node => node.OpType == "Conv");
        convolution.Attribute.Add(new AttributeProto { Name = "group", Type = AttributeProto.Types.AttributeType.Int, I = 3 });
        var fault = Assert.Throws<UserException>(() => GeneratorPlanner.Plan("x.onnx", model, size: null, ValueRange.Signed));
        Assert.Contains("Conv 'encoder.0.conv'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_is_too_small_or_too_old_is_told_of()
    {
        var plan = Plan(Shape);
        var enough = new ComputeSupport(43, 1 << 27, 32768, 1024, 8, 1 << 30);
        GpuLimits.Require(enough, plan, GpuStorage.Single);
        Assert.Contains("found 3.3", Assert.Throws<UserException>(() => GpuLimits.Require(enough with { Version = 33 }, plan, GpuStorage.Single)).Message, StringComparison.Ordinal);
        Assert.Contains("storage buffer", Assert.Throws<UserException>(() => GpuLimits.Require(enough with { StorageBytes = 1 << 12 }, plan, GpuStorage.Single)).Message, StringComparison.Ordinal);
        Assert.Contains("free GPU memory", Assert.Throws<UserException>(() => GpuLimits.Require(enough with { FreeBytes = 1 << 16 }, plan, GpuStorage.Single)).Message, StringComparison.Ordinal);
        GpuLimits.Require(enough with { FreeBytes = 0 }, plan, GpuStorage.Single);
        Assert.Contains("shared memory", Assert.Throws<UserException>(() => GpuLimits.Require(enough with { SharedBytes = 1 << 8 }, plan, GpuStorage.Single)).Message, StringComparison.Ordinal);
    }

    private static GeneratorPlan Plan(GeneratorShape shape) => GeneratorPlanner.Plan("random.onnx", Model(shape), size: null, ValueRange.Signed);

    private static ModelProto Model(GeneratorShape shape)
    {
        var model = GeneratorGraph.Build(shape, 64, 64, RandomWeights.For(shape, seed: 1));
        model.ProducerName = "random weights";
        return model;
    }
}
