using System.Runtime.InteropServices;
using Onnx;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>One large product in the runtime that generators use: two matrices, or the same as a convolution.</summary>
internal static class ProductGraph
{
    private const string Weights = "matrix";

    /// <summary><c>input [rows,inner]</c> by a constant <c>[inner,columns]</c>, in float32.</summary>
    public static ModelProto Floats(ProductShape shape) => Build(
        "MatMul", TensorData.ToInitializer(Weights, new WeightTensor([shape.Inner, shape.Columns], Numbers(shape.Inner * shape.Columns))),
        DataType.Float, [shape.Rows, shape.Inner], DataType.Float, [shape.Rows, shape.Columns]);

    /// <summary>The same of unsigned by signed bytes, summed in 32 bits.</summary>
    public static ModelProto Bytes(ProductShape shape) => Build(
        "MatMulInteger",
        TensorData.Raw(Weights, DataType.Int8, [shape.Inner, shape.Columns], MemoryMarshal.AsBytes<sbyte>([.. Enumerable.Range(0, shape.Inner * shape.Columns).Select(i => (sbyte)(i % 7))]).ToArray()),
        DataType.Uint8, [shape.Rows, shape.Inner], DataType.Int32, [shape.Rows, shape.Columns]);

    /// <summary>A convolution over one pixel, <c>input [1,inner,√rows,√rows]</c>, in float32: the runtime has other kernels for it than for matrices.</summary>
    public static ModelProto Convolution(ProductShape shape)
    {
        var side = shape.Side;
        return Build(
            "Conv", TensorData.ToInitializer(Weights, new WeightTensor([shape.Columns, shape.Inner, 1, 1], Numbers(shape.Inner * shape.Columns))),
            DataType.Float, [1, shape.Inner, side, side], DataType.Float, [1, shape.Columns, side, side]);
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => i % 7 * 0.1f)];

    private static ModelProto Build(string kind, TensorProto matrix, DataType input, IReadOnlyList<long> from, DataType output, IReadOnlyList<long> to)
    {
        var graph = new GraphProto { Name = "product" };
        graph.Initializer.Add(matrix);
        graph.Input.Add(OnnxNode.Value(GraphBuilder.Input, input, from));
        graph.Output.Add(OnnxNode.Value(GraphBuilder.Output, output, to));
        graph.Node.Add(OnnxNode.Make(kind, "product", [GraphBuilder.Input, matrix.Name], GraphBuilder.Output));
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = GraphBuilder.Opset });
        return model;
    }
}
