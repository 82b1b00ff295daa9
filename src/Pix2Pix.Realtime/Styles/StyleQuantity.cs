namespace Pix2Pix.Realtime.Styles;

/// <summary>
/// A quantity that is measured in a region of a picture, or known from how it was rendered. Colours are sRGB as in the file, brightness is luma (ITU-R
/// BT.601), both 0..1.
/// </summary>
public enum StyleQuantity
{
    /// <summary>The mean colour: three numbers, red, green and blue.</summary>
    Color,

    /// <summary>The mean brightness.</summary>
    Brightness,

    /// <summary>How far the brightness of pixels lies from the mean of their own class: the standard deviation.</summary>
    Contrast,

    /// <summary>Red less blue, the mean: positive in warm light.</summary>
    Warmth,

    /// <summary>The share of the contrast between neighbouring pixels: near 0 in smooth gradients, near 1 in fine grain.</summary>
    Fineness,

    /// <summary>How much brighter the brightest twentieth is than the mean.</summary>
    Gloss,

    /// <summary>Local time, 6..22: lamps burn and the sky is dark from about 19.5. This and what follows are known of rendered facades alone.</summary>
    Hour,

    /// <summary>How much the sun shines: 0 = an overcast sky, 1 = a clear one.</summary>
    Sun,

    /// <summary>Dirt, streaks, repairs and worn paint: 0 = new, 1 = neglected.</summary>
    Age,

    /// <summary>0 = walls of another material, 1 = of brick.</summary>
    Brick,

    /// <summary>0 = none, 1 = snow on ledges, roofs and the ground.</summary>
    Snow,
}
