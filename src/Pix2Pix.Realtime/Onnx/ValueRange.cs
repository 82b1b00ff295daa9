namespace Pix2Pix.Realtime.Onnx;

/// <summary>The range of a generator's pixel values.</summary>
internal enum ValueRange
{
    /// <summary>-1..1: what pix2pix generators read and write.</summary>
    Signed,

    /// <summary>0..1.</summary>
    Unit,

    /// <summary>0..255.</summary>
    Byte,
}
