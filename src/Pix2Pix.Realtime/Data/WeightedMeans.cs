using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Data;

/// <summary>A level of a pyramid of colours, some of which are unknown; see <see cref="BlackCorners"/>. One thread fills it.</summary>
/// <param name="width">Of the level, in its own pixels.</param>
/// <param name="height">Of the level, in its own pixels.</param>
internal sealed class WeightedMeans(int width, int height)
{
    private const int Channels = 3;

    private readonly float[] _colors = new float[Channels * width * height];

    /// <summary>How much is known of each pixel: 0 = nothing, 1 = all.</summary>
    private readonly float[] _weights = new float[width * height];

    public int Width => width;

    public int Height => height;

    /// <summary>Makes a pixel known.</summary>
    public void Set(int pixel, ReadOnlySpan<byte> rgb)
    {
        _weights[pixel] = 1;
        for (var c = 0; c < Channels; c++)
        {
            _colors[(Channels * pixel) + c] = rgb[c];
        }
    }

    /// <summary>The level of half the sides: the means of what is known of each four pixels.</summary>
    public WeightedMeans Halved()
    {
        var half = new WeightedMeans((width + 1) / 2, (height + 1) / 2);
        for (var i = 0; i < _weights.Length; i++)
        {
            var above = (i / width / 2 * half.Width) + (i % width / 2);
            half._weights[above] += _weights[i];
            for (var c = 0; c < Channels; c++)
            {
                half._colors[(Channels * above) + c] += _weights[i] * _colors[(Channels * i) + c];
            }
        }

        for (var i = 0; i < half._weights.Length; i++)
        {
            for (var c = 0; c < Channels && half._weights[i] > 0; c++)
            {
                half._colors[(Channels * i) + c] /= half._weights[i];
            }

            half._weights[i] = Math.Min(1, half._weights[i]);
        }

        return half;
    }

    /// <summary>Takes what is unknown from the level above, which knows everything, between its pixels linearly.</summary>
    public void Complete(WeightedMeans above)
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            if (_weights[i] < 1)
            {
                var (x, y) = (((i % width) - 0.5f) / 2, ((i / width) - 0.5f) / 2);
                for (var c = 0; c < Channels; c++)
                {
                    _colors[(Channels * i) + c] = (_weights[i] * _colors[(Channels * i) + c]) + ((1 - _weights[i]) * above.At(x, y, c));
                }
            }
        }
    }

    /// <summary>Writes the colours over a picture of the level's size; its opacity stays.</summary>
    public void CopyTo(PixelImage picture)
    {
        for (var i = 0; i < _colors.Length; i++)
        {
            picture.Rgba[(4 * (i / Channels)) + (i % Channels)] = (byte)MathF.Round(_colors[i]);
        }
    }

    private float At(float x, float y, int channel)
    {
        var (left, top) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (right, down) = (x - left, y - top);
        return ((1 - down) * (((1 - right) * Value(left, top)) + (right * Value(left + 1, top)))) + (down * (((1 - right) * Value(left, top + 1)) + (right * Value(left + 1, top + 1))));

        float Value(int column, int row) => _colors[(Channels * ((Math.Clamp(row, 0, height - 1) * width) + Math.Clamp(column, 0, width - 1))) + channel];
    }
}
