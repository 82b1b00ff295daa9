using System.Runtime.InteropServices;
using Onnx;
using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>
/// Writes one image-to-image graph node by node: each method adds a node and returns the name of its output. The caller sees to the
/// shapes. Opset 17, IR 8, fixed <c>[1,C,H,W]</c>, and only the true inputs in the graph's list of inputs.
/// </summary>
internal sealed class GraphBuilder
{
    /// <summary>The name of the picture's input.</summary>
    public const string Input = "input";

    /// <summary>The name of the input that may be left out.</summary>
    public const string Style = "style";

    /// <summary>The name of the only output.</summary>
    public const string Output = "output";

    /// <summary>The version of ONNX's operators that graphs use: what ONNX Runtime 1.12 and later load.</summary>
    public const int Opset = 17;

    private const int IrVersion = 8;

    private readonly GraphProto _graph;

    public GraphBuilder(string name, FrameShape input, FrameShape output)
    {
        _graph = new GraphProto { Name = name };
        _graph.Input.Add(Describe(Input, input));
        _graph.Output.Add(Describe(Output, output));
    }

    /// <summary>Adds the input <c>[1,K]</c> of a style with what it is where the caller gives none.</summary>
    public string StyleInput(ReadOnlySpan<float> neutral)
    {
        _graph.Input.Add(OnnxNode.Value(Style, TensorProto.Types.DataType.Float, [1, neutral.Length]));
        return Weight(Style, new WeightTensor([1, neutral.Length], neutral.ToArray()));
    }

    /// <summary>Adds a weight under its own name.</summary>
    public string Weight(string name, WeightTensor weight)
    {
        _graph.Initializer.Add(TensorData.ToInitializer(name, weight));
        return name;
    }

    /// <param name="pads">Zeros on each of the four sides.</param>
    public string Conv(string name, string x, string weight, string? bias, int kernel, int stride, int pads) =>
        Node("Conv", name, Inputs(x, weight, bias), Window(kernel, stride, pads));

    /// <param name="pads">Taken off each of the four sides.</param>
    /// <param name="outputPadding">Rows and columns added at the bottom and right.</param>
    public string ConvTranspose(string name, string x, string weight, string? bias, int kernel, int stride, int pads, int outputPadding = 0)
    {
        var attributes = Window(kernel, stride, pads).ToList();
        if (outputPadding > 0)
        {
            attributes.Add(OnnxNode.Ints("output_padding", outputPadding, outputPadding));
        }

        return Node("ConvTranspose", name, Inputs(x, weight, bias), [.. attributes]);
    }

    /// <summary>Each channel of each picture to mean 0 and variance 1, then times <paramref name="scale"/> plus <paramref name="bias"/>.</summary>
    public string InstanceNormalization(string name, string x, string scale, string bias, float epsilon) =>
        Node("InstanceNormalization", name, [x, scale, bias], OnnxNode.Float("epsilon", epsilon));

    public string LeakyRelu(string name, string x, float slope) => Node("LeakyRelu", name, [x], OnnxNode.Float("alpha", slope));

    public string Relu(string name, string x) => Node("Relu", name, [x]);

    public string Tanh(string name, string x) => Node("Tanh", name, [x]);

    public string Add(string name, string a, string b) => Node("Add", name, [a, b]);

    public string Sub(string name, string a, string b) => Node("Sub", name, [a, b]);

    public string Div(string name, string a, string b) => Node("Div", name, [a, b]);

    public string MatMul(string name, string a, string b) => Node("MatMul", name, [a, b]);

    /// <summary>All values in one row.</summary>
    public string Flat(string name, string x) => Node("Reshape", name, [x, Wholes($"{name}.shape", -1)]);

    /// <summary>The channels of <paramref name="a"/>, then those of <paramref name="b"/>.</summary>
    public string ConcatChannels(string name, string a, string b) => Node("Concat", name, [a, b], OnnxNode.Int("axis", 1));

    /// <summary>Twice the sides, each value four times.</summary>
    public string NearestTwice(string name, string x)
    {
        var scales = $"{name}.scales";
        Weight(scales, new WeightTensor([4], [1f, 1f, 2f, 2f]));
        return Node(
            "Resize", name, [x, "", scales],
            OnnxNode.Text("mode", "nearest"), OnnxNode.Text("coordinate_transformation_mode", "asymmetric"), OnnxNode.Text("nearest_mode", "floor"));
    }

    /// <summary>Every <paramref name="side"/>² channels become one, each of whose pixels is a block of their values, by row and column.</summary>
    public string DepthToSpace(string name, string x, int side) => Node("DepthToSpace", name, [x], OnnxNode.Int("blocksize", side), OnnxNode.Text("mode", "CRD"));

    /// <summary>Mirrors <paramref name="sides"/> rows and columns outwards, without repeating the edge itself.</summary>
    public string ReflectPad(string name, string x, int sides)
    {
        return Node("Pad", name, [x, Wholes($"{name}.pads", 0, 0, sides, sides, 0, 0, sides, sides)], OnnxNode.Text("mode", "reflect"));
    }

    /// <summary>The finished model, whose output is <paramref name="result"/>.</summary>
    public ModelProto Build(string result)
    {
        var last = _graph.Node.Single(node => node.Output.Contains(result));
        last.Output[last.Output.IndexOf(result)] = Output;
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = SnapshotMetadata.Producer, Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = Opset });
        return model;
    }

    private string Wholes(string name, params ReadOnlySpan<long> values)
    {
        _graph.Initializer.Add(TensorData.Raw(name, TensorProto.Types.DataType.Int64, [values.Length], MemoryMarshal.AsBytes(values).ToArray()));
        return name;
    }

    private string Node(string kind, string name, IEnumerable<string> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        _graph.Node.Add(OnnxNode.Make(kind, name, inputs, output: name, attributes));
        return name;
    }

    private static IEnumerable<string> Inputs(string x, string weight, string? bias) => bias is null ? [x, weight] : [x, weight, bias];

    private static AttributeProto[] Window(int kernel, int stride, int pads) =>
        [OnnxNode.Ints("kernel_shape", kernel, kernel), OnnxNode.Ints("strides", stride, stride), OnnxNode.Ints("pads", pads, pads, pads, pads)];

    private static ValueInfoProto Describe(string name, FrameShape shape) =>
        OnnxNode.Value(name, TensorProto.Types.DataType.Float, [1, shape.Channels, shape.Height, shape.Width]);
}
