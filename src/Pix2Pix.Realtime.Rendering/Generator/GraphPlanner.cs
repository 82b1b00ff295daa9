using Onnx;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// Turns a graph's nodes into layers. Only convolutions, norms and additions become layers: activations, concatenation, padding and
/// up-sampling are noted on the values and done by whatever reads them.
/// </summary>
internal sealed class GraphPlanner(GraphConstants constants)
{
    private readonly PlanBuilder _plan = new();
    private readonly Dictionary<string, PlannedValue> _values = [];

    public PlanBuilder Plan => _plan;

    /// <summary>The value of a name of the graph.</summary>
    public PlannedValue this[string name]
    {
        get => _values.TryGetValue(name, out var value) ? value : throw new UserException($"Expected '{name}' to be computed before it is used, found that it is not; export the file again.");
        set => _values[name] = value;
    }

    /// <exception cref="UserException">The card can't compute the node; the sentence names it.</exception>
    public void Add(NodeProto node)
    {
        this[node.Output[0]] = node.OpType switch
        {
            "Conv" or "ConvTranspose" => PlanConvolution(node),
            "InstanceNormalization" => PlanNorm(node),
            "BatchNormalization" => PlanScale(node),
            "Relu" => PlanActivation(node, 0),
            "LeakyRelu" => PlanActivation(node, node.Real("alpha", 0.01f)),
            "Tanh" => PlanTanh(node),
            "Concat" => PlanConcat(node),
            "Add" => PlanSum(node),
            "DepthToSpace" => PlanDepthToSpace(node),
            "Resize" or "Upsample" => PlanResize(node),
            "Pad" => PlanPad(node),
            "Identity" => this[node.Input[0]],
            "Dropout" => PlanDropout(node),
            _ => throw new UserException($"expected operators that the GPU generator supports, found {node.Title()}; it supports Conv, ConvTranspose, InstanceNormalization, BatchNormalization, Relu, LeakyRelu, Tanh, Concat, Add, DepthToSpace, Resize and Pad"),
        };
    }

    private PlannedValue PlanConvolution(NodeProto node)
    {
        var input = this[node.Input[0]];
        Require(node, input.Parts.Count <= 2, $"reads at most two tensors side by side, found {input.Parts.Count}");
        var form = ConvolutionForm.Of(node, constants.Weight(node.Input[1]), input);
        var bias = node.Input.Count > 2 && node.Input[2].Length > 0 ? constants.Weight(node.Input[2]).Values : new float[form.Channels];
        var result = _plan.NewTensor(form.Channels, form.Height, form.Width);
        _plan.Add(new PlannedConvolution(
            node.Name, input.Parts, result.Parts[0].Tensor, input.Height, input.Width, form.Height, form.Width, form.Channels, form.Taps.ForChannels(form.Channels), bias, input.Mirrored > 0));
        return result;
    }

    private PlannedValue PlanNorm(NodeProto node)
    {
        var input = this[node.Input[0]];
        var part = input.Single ?? default;
        Require(node, input.Single is not null && part.IsRaw, "follows a convolution at once, found something between");
        var norm = _plan.NewNorm(part.Channels);
        _plan.Add(new PlannedNorm(
            node.Name, part, norm, input.Height * input.Width, constants.Weight(node.Input[1]).Values, constants.Weight(node.Input[2]).Values, node.Real("epsilon", 1e-5f)));
        return input with { Parts = [part with { Norm = norm }] };
    }

    /// <summary>A norm by fixed statistics that the exporter did not fold into the convolution before it.</summary>
    private PlannedValue PlanScale(NodeProto node)
    {
        var input = this[node.Input[0]];
        var part = input.Single ?? default;
        Require(node, input.Single is not null && part.IsRaw, "follows a convolution at once, found something between");
        Require(node, node.Whole("training_mode", 0) == 0, "uses the training data's statistics, found the picture's own (training_mode 1)");
        var (scale, shift, mean, variance) = (Vector(1), Vector(2), Vector(3), Vector(4));
        var (epsilon, factor, summand) = (node.Real("epsilon", 1e-5f), new float[part.Channels], new float[part.Channels]);
        for (var c = 0; c < part.Channels; c++)
        {
            factor[c] = (float)(scale[c] / Math.Sqrt(variance[c] + (double)epsilon));
            summand[c] = shift[c] - (mean[c] * factor[c]);
        }

        return input with { Parts = [part with { Norm = _plan.NewNorm(part.Channels, NormBuffer.Interleave(factor, summand)) }] };

        float[] Vector(int place)
        {
            var values = constants.Weight(node.Input[place]).Values;
            Require(node, values.Length == part.Channels, $"has a number for each of {part.Channels} channels, found {values.Length}");
            return values;
        }
    }

    /// <summary>One activation after another multiplies the slopes.</summary>
    private PlannedValue PlanActivation(NodeProto node, float slope)
    {
        Require(node, slope is >= 0 and <= 1, $"has a slope in 0..1, found {slope}");
        var input = this[node.Input[0]];
        return input with { Parts = [.. input.Parts.Select(part => part with { Slope = part.Slope * slope })] };
    }

    private PlannedValue PlanTanh(NodeProto node)
    {
        var input = this[node.Input[0]];
        Require(node, input.Single is { } part && _plan.TryAddTanh(part), "follows a convolution at once, found something between");
        _values.Remove(node.Input[0]);
        return input;
    }

    private PlannedValue PlanConcat(NodeProto node)
    {
        var inputs = node.Input.Select(name => this[name]).ToList();
        var first = inputs[0];
        Require(node, node.Whole("axis", 1) == 1, $"joins channels (axis 1), found axis {node.Whole("axis", 1)}");
        Require(node, inputs.All(input => (input.Height, input.Width, input.IsDoubled, input.Mirrored) == (first.Height, first.Width, false, 0)), "joins pictures of one size, found others");
        return first with { Parts = [.. inputs.SelectMany(input => input.Parts)] };
    }

    private PlannedValue PlanSum(NodeProto node)
    {
        var (first, second) = (this[node.Input[0]], this[node.Input[1]]);
        var fits = (first.Height, first.Width, first.Channels) == (second.Height, second.Width, second.Channels) && first.Single is not null && second.Single is not null;
        Require(node, fits, "adds two whole tensors of one shape, found others");
        var result = _plan.NewTensor(first.Channels, first.Height, first.Width);
        _plan.Add(new PlannedAddition(node.Name, first.Single!.Value, second.Single!.Value, result.Parts[0].Tensor, first.Height * first.Width));
        return result;
    }

    private PlannedValue PlanResize(NodeProto node)
    {
        var input = this[node.Input[0]];
        Require(node, IsNearest(node) && Doubles(node, input) && !input.IsDoubled && input.Mirrored == 0, "doubles the sides, each pixel twice both ways (nearest), found another way");
        return input with { IsDoubled = true };
    }

    /// <summary>Whether each new pixel is the old one that it lies in: at twice the sides two ways of counting come to that.</summary>
    private static bool IsNearest(NodeProto node)
    {
        var isOld = node.OpType == "Upsample";
        var (counts, rounds) = (node.Word("coordinate_transformation_mode", isOld ? "asymmetric" : "half_pixel"), node.Word("nearest_mode", isOld ? "floor" : "round_prefer_floor"));
        var isKnown = (counts, rounds) is ("asymmetric", "floor") or ("half_pixel" or "pytorch_half_pixel" or "half_pixel_symmetric", "round_prefer_floor" or "round_prefer_ceil");
        return node.Word("mode", "nearest") == "nearest" && isKnown;
    }

    private bool Doubles(NodeProto node, PlannedValue input)
    {
        const int sizes = 3;
        if (node.Input.Count > sizes && node.Input[sizes].Length > 0)
        {
            return constants.Wholes(node.Input[sizes]) is [1, var channels, var rows, var columns] && (channels, rows, columns) == (input.Channels, input.Height * 2, input.Width * 2);
        }

        var scales = node.OpType == "Upsample" ? 1 : 2;
        return node.Input.Count > scales && node.Input[scales].Length > 0 && constants.Weight(node.Input[scales]).Values is [1, 1, 2, 2];
    }

    private PlannedValue PlanDepthToSpace(NodeProto node)
    {
        var input = this[node.Input[0]];
        var writers = input.Parts.Select(_plan.UnreadWriter).OfType<PlannedConvolution>().ToList();
        var slopes = input.Parts.Select(part => part.Slope).Distinct().ToList();
        Require(node, writers.Count == input.Parts.Count && slopes.Count == 1 && !input.IsDoubled && input.Mirrored == 0, "follows convolutions at once, found something between");
        var block = (int)node.Whole("blocksize", 1);
        var result = _plan.NewTensor(input.Channels / (block * block), input.Height * block, input.Width * block);
        _plan.Replace(writers, PixelShuffle.Merge(node, writers, result.Parts[0].Tensor));
        foreach (var gone in _values.Where(value => value.Value.Parts.Any(part => input.Parts.Any(other => other.Tensor == part.Tensor))).Select(value => value.Key).ToList())
        {
            _values.Remove(gone);
        }

        return result with { Parts = [result.Parts[0] with { Slope = slopes[0] }] };
    }

    private PlannedValue PlanDropout(NodeProto node)
    {
        Require(node, node.Input.Count < 3 || node.Input[2].Length == 0, "leaves everything as it is, found one that is meant for training (training_mode)");
        return this[node.Input[0]];
    }

    private PlannedValue PlanPad(NodeProto node)
    {
        var input = this[node.Input[0]];
        var pads = node.Input.Count > 1 ? constants.Wholes(node.Input[1]) : [];
        var isEven = pads is [0, 0, var top, var left, 0, 0, var bottom, var right] && (top, left, bottom) == (left, bottom, right) && top < Math.Min(input.Height, input.Width);
        Require(node, isEven && node.Word("mode", "constant") == "reflect" && !input.IsDoubled && input.Mirrored == 0, "mirrors the same number of rows and columns on all four sides, found another way");
        return input with { Mirrored = pads[2] };
    }

    /// <param name="does">What the card's generator can do with such a node, and what was found instead.</param>
    internal static void Require(NodeProto node, bool condition, string does)
    {
        if (!condition)
        {
            throw new UserException($"the GPU generator can't run {node.Title()}: it {does}");
        }
    }
}
