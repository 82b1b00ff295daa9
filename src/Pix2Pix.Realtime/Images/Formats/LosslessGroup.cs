namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>The five codes of a part of the picture.</summary>
internal sealed record LosslessGroup(LosslessCode Green, LosslessCode Red, LosslessCode Blue, LosslessCode Alpha, LosslessCode Distance)
{
    /// <summary>The green codes below this are colours; those from here to <see cref="Cached"/> repeat what came before.</summary>
    public const int Literals = 256;

    /// <summary>The green codes from here on name colours by their place in the cache.</summary>
    public const int Cached = Literals + 24;

    private const int Distances = 40;

    /// <summary>Whether every pixel is the same.</summary>
    public bool TakesNoBits => Green.Only is >= 0 and < Literals && Red.Only >= 0 && Blue.Only >= 0 && Alpha.Only >= 0;

    public static LosslessGroup Read(ref LosslessBits bits, int cacheBits)
    {
        var green = LosslessCode.Read(ref bits, Cached + (cacheBits > 0 ? 1 << cacheBits : 0));
        var red = LosslessCode.Read(ref bits, Literals);
        var blue = LosslessCode.Read(ref bits, Literals);
        var alpha = LosslessCode.Read(ref bits, Literals);
        return new LosslessGroup(green, red, blue, alpha, LosslessCode.Read(ref bits, Distances));
    }
}
