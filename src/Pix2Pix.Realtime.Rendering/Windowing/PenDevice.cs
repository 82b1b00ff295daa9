namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>A device that reports a pen's pressure. Immutable.</summary>
/// <param name="Pressure">The number of its valuator.</param>
/// <param name="Minimum">What the tablet reports for no pressure.</param>
/// <param name="Maximum">What it reports for full pressure.</param>
/// <param name="IsEraser">Whether it is a pen's other end: X has a device for each.</param>
internal sealed record PenDevice(int Pressure, double Minimum, double Maximum, bool IsEraser)
{
    /// <summary>The pressure that an event reports.</summary>
    /// <param name="mask">A bit for each valuator that the event has.</param>
    /// <param name="values">Those of the set bits, in order.</param>
    /// <param name="before">The pressure so far, which stays where the event reports none.</param>
    /// <returns>0..1.</returns>
    public float Read(ReadOnlySpan<byte> mask, ReadOnlySpan<double> values, float before)
    {
        if (Pressure / 8 >= mask.Length || (mask[Pressure / 8] & (1 << (Pressure % 8))) == 0)
        {
            return before;
        }

        var index = 0;
        for (var bit = 0; bit < Pressure; bit++)
        {
            index += (mask[bit / 8] >> (bit % 8)) & 1;
        }

        return index < values.Length ? (float)Math.Clamp((values[index] - Minimum) / (Maximum - Minimum), 0, 1) : before;
    }
}
