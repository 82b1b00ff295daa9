namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>The order in which a tensor holds a picture: batch, channels, rows (height), columns (width).</summary>
internal enum PictureLayout
{
    /// <summary><c>[N,C,H,W]</c>: PyTorch, and this program.</summary>
    Nchw,

    /// <summary><c>[N,H,W,C]</c>: TensorFlow.</summary>
    Nhwc,

    /// <summary><c>[C,H,W]</c>.</summary>
    Chw,

    /// <summary><c>[H,W,C]</c>.</summary>
    Hwc,

    /// <summary><c>[H,W]</c>: grey.</summary>
    Hw,
}
