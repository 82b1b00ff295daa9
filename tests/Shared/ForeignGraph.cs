using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Shared;

/// <summary>A model as another program would write it, node by node. A side of 0 is left open.</summary>
internal sealed class ForeignGraph
{
    private readonly GraphProto _graph = new() { Name = "foreign" };

    public GraphProto Graph => _graph;

    public long Opset { get; init; } = 17;

    public long IrVersion { get; init; } = 8;

    public ForeignGraph Input(string name, DataType type, params long[] dims)
    {
        _graph.Input.Add(Value(name, type, dims));
        return this;
    }

    public ForeignGraph Output(string name, DataType type, params long[] dims)
    {
        _graph.Output.Add(Value(name, type, dims));
        return this;
    }

    public ForeignGraph Node(string kind, string[] from, string[] to, params AttributeProto[] attributes)
    {
        _graph.Node.Add(new NodeProto { OpType = kind, Input = { from }, Output = { to }, Attribute = { attributes } });
        return this;
    }

    public ForeignGraph Weight(string name, long[] dims, params float[] values)
    {
        _graph.Initializer.Add(new TensorProto { Name = name, DataType = (int)DataType.Float, Dims = { dims }, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<float>(values).ToArray()) });
        return this;
    }

    public ForeignGraph Wholes(string name, params long[] values)
    {
        _graph.Initializer.Add(new TensorProto { Name = name, DataType = (int)DataType.Int64, Dims = { values.Length }, Int64Data = { values } });
        return this;
    }

    public static AttributeProto Int(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    public static AttributeProto Ints(string name, params long[] values) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values } };

    public ModelProto Model()
    {
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "another program", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = Opset });
        return model;
    }

    public void Write(string path) => File.WriteAllBytes(path, Model().ToByteArray());

    private static ValueInfoProto Value(string name, DataType type, long[] dims)
    {
        var shape = new TensorShapeProto();
        shape.Dim.AddRange(dims.Select((dim, i) => dim > 0 ? new TensorShapeProto.Types.Dimension { DimValue = dim } : new TensorShapeProto.Types.Dimension { DimParam = $"open{i}" }));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } };
    }
}
