namespace Pix2Pix.Realtime.Onnx.Rewriting;

/// <summary>How a graph doubles the sides where its network has a transposed convolution; all forms compute the same.</summary>
public enum TransposedForm
{
    /// <summary>A transposed convolution.</summary>
    Transposed,

    /// <summary>Four convolutions, one for each pixel of the 2x2 that an input pixel becomes, joined and interleaved.</summary>
    FourConvolutions,

    /// <summary>One convolution for all four, over a row and a column more, interleaved and cut to size.</summary>
    OneConvolution,
}
