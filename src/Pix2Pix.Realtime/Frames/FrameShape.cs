namespace Pix2Pix.Realtime.Frames;

/// <summary>The shape of one picture as a tensor: <c>[1, Channels, Height, Width]</c>, row 0 = top.</summary>
/// <param name="Channels">1 (grey), 3 (RGB) or 4 (RGBA).</param>
/// <param name="Height">Rows, in pixels.</param>
/// <param name="Width">Columns, in pixels.</param>
public readonly record struct FrameShape(int Channels, int Height, int Width)
{
    /// <summary>Number of values, not of bytes.</summary>
    public int Count => Channels * Height * Width;

    /// <summary>As ONNX writes it: <c>[1,3,256,256]</c>.</summary>
    public override string ToString() => $"[1,{Channels},{Height},{Width}]";
}
