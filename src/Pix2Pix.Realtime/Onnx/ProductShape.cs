namespace Pix2Pix.Realtime.Onnx;

/// <summary>The sizes of a product of two matrices, <c>[Rows,Inner]</c> by <c>[Inner,Columns]</c>.</summary>
/// <param name="Rows">Of the left matrix and the result; for a convolution its pixels.</param>
/// <param name="Inner">Columns of the left matrix, rows of the right one.</param>
/// <param name="Columns">Of the right matrix and the result.</param>
internal sealed record ProductShape(int Rows, int Inner, int Columns)
{
    /// <summary>Multiply-adds.</summary>
    public double Count => (double)Rows * Inner * Columns;

    /// <summary>The side of a square picture with a pixel for each row.</summary>
    /// <exception cref="ArgumentException">The rows are no square number.</exception>
    public int Side => (int)Math.Sqrt(Rows) is var side && side * side == Rows ? side : throw new ArgumentException($"Expected a square number of rows, found {Rows}.");

    public override string ToString() => $"{Rows}x{Inner}x{Columns}";
}
