using System.Runtime.InteropServices;
using Onnx;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx;

/// <summary>One product of two square matrices, <c>input [side,side]</c> by a constant: what a machine's arithmetic reaches at best, in the runtime that generators use.</summary>
internal static class ProductGraph
{
    /// <summary>Of float32.</summary>
    public static ModelProto Floats(int side) => Build(
        "MatMul", side, DataType.Float, DataType.Float, TensorData.ToInitializer("matrix", new WeightTensor([side, side], [.. Enumerable.Range(0, side * side).Select(i => i % 7 * 0.1f)])));

    /// <summary>Of unsigned by signed bytes, summed in 32 bits.</summary>
    public static ModelProto Bytes(int side) => Build(
        "MatMulInteger", side, DataType.Uint8, DataType.Int32,
        TensorData.Raw("matrix", DataType.Int8, [side, side], MemoryMarshal.AsBytes<sbyte>([.. Enumerable.Range(0, side * side).Select(i => (sbyte)(i % 7))]).ToArray()));

    private static ModelProto Build(string kind, int side, DataType input, DataType output, TensorProto matrix)
    {
        var graph = new GraphProto { Name = "product" };
        graph.Initializer.Add(matrix);
        graph.Input.Add(OnnxNode.Value(GraphBuilder.Input, input, [side, side]));
        graph.Output.Add(OnnxNode.Value(GraphBuilder.Output, output, [side, side]));
        graph.Node.Add(OnnxNode.Make(kind, "product", [GraphBuilder.Input, matrix.Name], GraphBuilder.Output));
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = GraphBuilder.Opset });
        return model;
    }
}
