using Onnx;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// Turns a graph's nodes into layers. Only convolutions, norms and additions become layers: activations, concatenation, padding and
/// up-sampling are noted on the values and done by whatever reads them.
/// </summary>
/// <param name="styles">The biases that a style moves; what is computed of the style alone is no node for the GPU.</param>
/// <param name="neutral">The style that the graph has by itself; empty = none.</param>
internal sealed class GraphPlanner(GraphConstants constants, StyleBiases styles, float[] neutral)
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

    /// <exception cref="UserException">The GPU generator can't run the node; the sentence names it.</exception>
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
            _ => throw new UserException($"Expected operators that run on the GPU (Conv, ConvTranspose, InstanceNormalization, BatchNormalization, Relu, LeakyRelu, Tanh, Concat, Add, DepthToSpace, Resize and Pad), found {node.Title()}; use --provider cpu."),
        };
    }

    private PlannedValue PlanConvolution(NodeProto node)
    {
        var input = this[node.Input[0]];
        Require(node, input.Parts.Count <= 2, "read at most two concatenated tensors", $"{input.Parts.Count}");
        var form = ConvolutionForm.Of(node, constants.Weight(node.Input[1]), input);
        var (bias, styled) = node.Input.Count > 2 && node.Input[2].Length > 0 ? Bias(node.Input[2]) : (new float[form.Channels], null);
        var result = _plan.NewTensor(form.Channels, form.Height, form.Width);
        _plan.Add(new PlannedConvolution(
            node.Name, input.Parts, result.Parts[0].Tensor, input.Height, input.Width, form.Height, form.Width, form.Channels, form.Taps.ForChannels(form.Channels), bias, input.Mirrored > 0) { Styled = styled });
        return result;
    }

    private PlannedValue PlanNorm(NodeProto node)
    {
        var input = this[node.Input[0]];
        var part = input.Single ?? default;
        Require(node, input.Single is not null && part.IsRaw, "follow a convolution directly", input.Words);
        var norm = _plan.NewNorm(part.Channels);
        var (shift, styled) = Bias(node.Input[2]);
        _plan.Add(new PlannedNorm(
            node.Name, part, norm, input.Height * input.Width, constants.Weight(node.Input[1]).Values, shift, node.Real("epsilon", 1e-5f)) { Styled = styled });
        return input with { Parts = [part with { Norm = norm }] };
    }

    /// <summary>A bias by its name, neutral where a style moves it, and how it does.</summary>
    private (float[] Values, StyledBias? Styled) Bias(string name)
    {
        if (styles.Find(name) is not { } styled)
        {
            return (constants.Weight(name).Values, null);
        }

        var values = new float[styled.Channels];
        styled.Compute(neutral, values);
        return (values, styled);
    }

    /// <summary>A norm by fixed statistics that the exporter did not fold into the convolution before it.</summary>
    private PlannedValue PlanScale(NodeProto node)
    {
        var input = this[node.Input[0]];
        var part = input.Single ?? default;
        Require(node, input.Single is not null && part.IsRaw, "follow a convolution directly", input.Words);
        Require(node, node.Whole("training_mode", 0) == 0, "use the training data's statistics (training_mode 0)", $"training_mode {node.Whole("training_mode", 0)}");
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
            Require(node, values.Length == part.Channels, $"have a value for each of {part.Channels} channels", $"{values.Length}");
            return values;
        }
    }

    /// <summary>One activation after another multiplies the slopes.</summary>
    private PlannedValue PlanActivation(NodeProto node, float slope)
    {
        Require(node, slope is >= 0 and <= 1, "have a slope in 0..1", $"{slope}");
        var input = this[node.Input[0]];
        return input with { Parts = [.. input.Parts.Select(part => part with { Slope = part.Slope * slope })] };
    }

    private PlannedValue PlanTanh(NodeProto node)
    {
        var input = this[node.Input[0]];
        Require(node, input.Single is { } part && _plan.TryAddTanh(part), "follow a convolution directly", input.Words);
        _values.Remove(node.Input[0]);
        return input;
    }

    private PlannedValue PlanConcat(NodeProto node)
    {
        var inputs = node.Input.Select(name => this[name]).ToList();
        var first = inputs[0];
        Require(node, node.Whole("axis", 1) == 1, "concatenate channels (axis 1)", $"axis {node.Whole("axis", 1)}");
        Require(node, inputs.All(input => (input.Height, input.Width, input.IsDoubled, input.Mirrored) == (first.Height, first.Width, false, 0)), "concatenate tensors of the same size", string.Join(" and ", inputs.Select(input => input.Words)));
        return first with { Parts = [.. inputs.SelectMany(input => input.Parts)] };
    }

    private PlannedValue PlanSum(NodeProto node)
    {
        var (first, second) = (this[node.Input[0]], this[node.Input[1]]);
        var fits = (first.Height, first.Width, first.Channels) == (second.Height, second.Width, second.Channels) && first.Single is not null && second.Single is not null;
        Require(node, fits, "add two tensors of the same shape", $"{first.Words} and {second.Words}");
        var result = _plan.NewTensor(first.Channels, first.Height, first.Width);
        _plan.Add(new PlannedAddition(node.Name, first.Single!.Value, second.Single!.Value, result.Parts[0].Tensor, first.Height * first.Width));
        return result;
    }

    private PlannedValue PlanResize(NodeProto node)
    {
        var input = this[node.Input[0]];
        Require(node, IsNearest(node) && Doubles(node, input) && !input.IsDoubled && input.Mirrored == 0, "double the sides with nearest-neighbour interpolation", $"mode {node.Word("mode", "nearest")}, {node.Word("coordinate_transformation_mode", "no coordinate mode")}, after {input.Words}");
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
        var writers = input.Parts.Select(_plan.UnreadWriter).OfType<PlannedConvolution>().Where(writer => writer.Styled is null).ToList();
        var slopes = input.Parts.Select(part => part.Slope).Distinct().ToList();
        Require(node, writers.Count == input.Parts.Count && slopes.Count == 1 && !input.IsDoubled && input.Mirrored == 0, "follow convolutions directly", input.Words);
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
        Require(node, node.Input.Count < 3 || node.Input[2].Length == 0, "be the identity (no training_mode)", "a training_mode input");
        return this[node.Input[0]];
    }

    private PlannedValue PlanPad(NodeProto node)
    {
        var input = this[node.Input[0]];
        var pads = node.Input.Count > 1 ? constants.Wholes(node.Input[1]) : [];
        var isEven = pads is [0, 0, var top, var left, 0, 0, var bottom, var right] && (top, left, bottom) == (left, bottom, right) && top < Math.Min(input.Height, input.Width);
        Require(node, isEven && node.Word("mode", "constant") == "reflect" && !input.IsDoubled && input.Mirrored == 0, "reflect the same number of rows and columns on all four sides", $"mode {node.Word("mode", "constant")}, pads [{string.Join(',', pads)}], after {input.Words}");
        return input with { Mirrored = pads[2] };
    }

    /// <param name="does">What such a node has to do on the GPU, e.g. <c>follow a convolution directly</c>.</param>
    /// <param name="found">What was found instead.</param>
    internal static void Require(NodeProto node, bool condition, string does, string found)
    {
        if (!condition)
        {
            throw new UserException($"Expected {node.Title()} to {does} on the GPU, found {found}; use --provider cpu.");
        }
    }
}
