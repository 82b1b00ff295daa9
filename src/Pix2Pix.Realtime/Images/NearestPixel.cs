namespace Pix2Pix.Realtime.Images;

/// <summary>Enlarging and reducing with hard edges. Any thread.</summary>
internal static class NearestPixel
{
    /// <summary>The pixel of the original that a pixel's centre falls on, along one side.</summary>
    /// <param name="index">The pixel, 0..<paramref name="side"/>-1.</param>
    /// <param name="side">Pixels of the side that is made.</param>
    /// <param name="original">Pixels of the original's side.</param>
    public static int Of(int index, int side, int original) => (int)(((2L * index) + 1) * original / (2L * side));
}
