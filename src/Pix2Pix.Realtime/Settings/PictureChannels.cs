namespace Pix2Pix.Realtime.Settings;

/// <summary>What a picture is to the networks; the number is its count of planes.</summary>
public enum PictureChannels
{
    /// <summary>Brightness alone.</summary>
    Grey = 1,

    /// <summary>Red, green, blue; what is transparent lies on white.</summary>
    Rgb = 3,

    /// <summary>Red, green, blue and opacity.</summary>
    Rgba = 4,
}
