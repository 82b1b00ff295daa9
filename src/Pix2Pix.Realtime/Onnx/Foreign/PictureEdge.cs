using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>The picture that goes into a graph, or comes out of it, as the file declares it. Immutable.</summary>
/// <param name="Name">In the graph.</param>
/// <param name="Type">The element type.</param>
/// <param name="Dims">The size of each dimension; -1 = open.</param>
/// <param name="Layout">What the dimensions are.</param>
/// <param name="Channels">1 or more; what the dimensions say, or the layers beside it.</param>
internal sealed record PictureEdge(string Name, DataType Type, IReadOnlyList<long> Dims, PictureLayout Layout, int Channels)
{
    /// <summary>Pictures at a time; 1 where the file leaves it open.</summary>
    public int Batch => Layout is PictureLayout.Nchw or PictureLayout.Nhwc && Dims is [> 1 and var many, ..] ? (int)Math.Min(many, int.MaxValue) : 1;

    /// <summary>Rows; -1 = open.</summary>
    public long Height => Side(Layout switch { PictureLayout.Nchw => 2, PictureLayout.Nhwc or PictureLayout.Chw => 1, _ => 0 });

    /// <summary>Columns; -1 = open.</summary>
    public long Width => Side(Layout switch { PictureLayout.Nchw => 3, PictureLayout.Nhwc or PictureLayout.Chw => 2, _ => 1 });

    /// <summary>Whether its numbers are whole.</summary>
    public bool IsWhole => Type is DataType.Uint8 or DataType.Int8 or DataType.Int32 or DataType.Int64;

    /// <summary>A shape as text: <c>[1,3,?,?]</c>.</summary>
    public static string Words(IReadOnlyList<long> dims) => $"[{string.Join(',', dims.Select(dim => dim < 0 ? "?" : $"{dim}"))}]";

    private long Side(int place) => place < Dims.Count ? Dims[place] : -1;
}
