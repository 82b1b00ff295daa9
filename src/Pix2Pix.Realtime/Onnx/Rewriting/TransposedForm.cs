namespace Pix2Pix.Realtime.Onnx.Rewriting;

/// <summary>How a graph multiplies the sides where its network has a transposed convolution; all forms compute the same.</summary>
internal enum TransposedForm
{
    /// <summary>A transposed convolution.</summary>
    Transposed,

    /// <summary>Four convolutions, one for each quarter of the pixels that an input pixel becomes, joined and interleaved.</summary>
    FourConvolutions,

    /// <summary>One convolution for all of them, over a row and a column more, interleaved and cut to size.</summary>
    OneConvolution,
}
