namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>What a picture's numbers are.</summary>
internal enum PictureContent
{
    /// <summary>1 (grey), 3 (RGB) or 4 (RGBA) channels of brightness.</summary>
    Colours,

    /// <summary>One channel a class: 1 where the pixel is of the class, else 0 (one-hot).</summary>
    Classes,

    /// <summary>One channel of class ids.</summary>
    ClassIds,
}
