using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>
/// What a performer turns while a source plays: mirror, brightness, contrast and smoothing over time. Cheap enough for every picture of a camera, and without
/// reopening the source. No allocation once it has seen a picture. Thread contract: one thread.
/// </summary>
internal sealed class PictureAdjustments
{
    /// <summary>Bits after the point of the smoothed values: without them a slow change would stop short of its end.</summary>
    private const int Fraction = 8;

    private const int Grey = 128;

    private readonly byte[] _curve = new byte[256];
    private int[] _smoothed = [];
    private (double Brightness, double Contrast) _drawn = (double.NaN, double.NaN);

    public bool IsMirrored { get; set; }

    /// <summary>Added to every channel: -1 = black, 0 = as it is, 1 = white.</summary>
    public double Brightness { get; set; }

    /// <summary>How much steeper around the middle grey: 0 = grey, 1 = as it is.</summary>
    public double Contrast { get; set; } = 1;

    /// <summary>How much of the pictures before stays in each: 0 = nothing, towards 1 = nearly all.</summary>
    public double Smoothing { get; set; }

    /// <summary>Forgets the pictures before, as when another source begins.</summary>
    public void Reset() => _smoothed = [];

    /// <param name="from">A source's picture; stays as it is.</param>
    /// <param name="into">Of the same size; overwritten, opaque.</param>
    public void Apply(PixelImage from, PixelImage into)
    {
        DrawCurve();
        for (var y = 0; y < from.Height; y++)
        {
            var source = from.Row(y);
            var target = into.Row(y);
            for (var i = 0; i < source.Length; i += 4)
            {
                var at = IsMirrored ? source.Length - 4 - i : i;
                target[i] = _curve[source[at]];
                target[i + 1] = _curve[source[at + 1]];
                target[i + 2] = _curve[source[at + 2]];
                target[i + 3] = byte.MaxValue;
            }
        }

        if (Smoothing > 0)
        {
            Smooth(into.Rgba);
        }
        else
        {
            _smoothed = [];
        }
    }

    private void DrawCurve()
    {
        if (_drawn == (Brightness, Contrast))
        {
            return;
        }

        _drawn = (Brightness, Contrast);
        for (var i = 0; i < _curve.Length; i++)
        {
            _curve[i] = (byte)Math.Clamp(Math.Round(((i - Grey) * Contrast) + Grey + (Brightness * byte.MaxValue)), 0, byte.MaxValue);
        }
    }

    /// <summary>Each value goes a share of the way from what it was to what it would be (an exponential average).</summary>
    private void Smooth(byte[] values)
    {
        const int Whole = 1 << Fraction;
        if (_smoothed.Length != values.Length)
        {
            _smoothed = new int[values.Length];
            for (var i = 0; i < values.Length; i++)
            {
                _smoothed[i] = values[i] << Fraction;
            }
        }

        var share = Math.Max((int)((1 - Smoothing) * Whole), 1);
        for (var i = 0; i < values.Length; i++)
        {
            _smoothed[i] += ((values[i] << Fraction) - _smoothed[i]) * share / Whole;
            values[i] = (byte)((_smoothed[i] + (Whole / 2)) >> Fraction);
        }
    }
}
