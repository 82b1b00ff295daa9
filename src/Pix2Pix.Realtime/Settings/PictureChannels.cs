namespace Pix2Pix.Realtime.Settings;

/// <summary>The channels of an image for the networks; the value is their number.</summary>
internal enum PictureChannels
{
    /// <summary>Brightness alone.</summary>
    Grey = 1,

    /// <summary>Red, green, blue; what is transparent lies on white.</summary>
    Rgb = 3,

    /// <summary>Red, green, blue and opacity.</summary>
    Rgba = 4,
}
